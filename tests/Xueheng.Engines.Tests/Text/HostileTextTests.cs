using CsCheck;
using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>Whatever a text is, reading it ends, and every offset lies in it.</summary>
public sealed class HostileTextTests
{
    private const string Alphabet = "教育学校新建增位所个达到提高以上年月日，。；：！？、“”‘’（）《》()[]?;,.%0123456789一二三十百万亿将要已 \n\r\t\u3000★①１％abo-—~□\uFFFD\uD83D\uDE00\0";

    [Fact]
    public void Any_text_is_read_and_its_offsets_lie_in_it() =>
        Gen.Char[Alphabet].Array[0, 400].Select(c => new string(c)).Sample(Holds, iter: 3000, seed: "0000000000001");

    [Fact]
    public void Pieces_of_documents_in_any_order_are_read()
    {
        var pieces = Shipped.Names.SelectMany(n => Shipped.Document((string)n).Chunk(37).Select(c => new string(c))).ToArray();

        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[1, 60].Select(p => string.Concat(p)).Sample(Holds, iter: 300, seed: "0000000000001");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n\t")]
    [InlineData("？？？！！！")]
    [InlineData("((((((((((((((((((((((((((((((((((")]
    [InlineData("1、2、3、4、5、")]
    [InlineData("百分之")]
    [InlineData("99999999999999999999999999999999所")]
    public void A_text_without_anything_has_no_commitments(string text) => Assert.Empty(ReadDocument.Run(text, Shipped.Rules).Commitments);

    [Theory]
    [InlineData("(")]
    [InlineData("“")]
    [InlineData("1、")]
    [InlineData("一一")]
    [InlineData("学校3所、")]
    [InlineData("?;A(")]
    [InlineData("是，")]
    [InlineData("以之，")]
    public void A_long_run_of_anything_is_read(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));

        Holds(text);
    }

    [Fact]
    public void A_longer_text_than_is_read_is_refused() =>
        Assert.Throws<ArgumentException>(() => ReadDocument.Run(new string('学', ReadDocument.MostCharacters + 1), Shipped.Rules));

    [Fact]
    public void A_table_of_data_ends_at_the_most_commitments()
    {
        var found = ReadDocument.Run(string.Concat(Enumerable.Repeat("新建学校3所。", 20_000)), Shipped.Rules).Commitments;

        Assert.Equal(ReadDocument.MostCommitments + 1, found.Count);
    }

    private static void Holds(string text)
    {
        var reading = ReadDocument.Run(text, Shipped.Rules, new DateOnly(2024, 2, 29));
        foreach (var span in reading.Sentences.Select(s => s.At).Concat(reading.Sections.Select(s => s.At)).Concat(reading.Noise).Concat(reading.Commitments.Select(c => c.Figure ?? c.At)))
        {
            Assert.InRange(span.Start, 0, span.End);
            Assert.InRange(span.End, span.Start, text.Length);
        }
    }
}
