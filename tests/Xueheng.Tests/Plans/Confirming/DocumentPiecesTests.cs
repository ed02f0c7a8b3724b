using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Confirming;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Plans.Confirming;

public sealed class DocumentPiecesTests
{
    [Theory]
    [InlineData("xinyi")]
    [InlineData("pingyu")]
    [InlineData("taixing")]
    [InlineData("xianning")]
    [InlineData("chronicle")]
    public void The_pieces_are_the_document_and_every_commitment_is_marked_where_it_stands(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Xueheng.Engines.Tests", "Text", "Documents", name + ".txt"));
        var reading = ReadDocument.Run(text, CountyBuilder.Packs.Reading);
        Commitment[] found = [.. reading.Commitments.Select((c, i) => At(i, c.At.Start, c.At.End))];

        var lines = DocumentPieces.Of(text, found, [.. reading.Sentences.Select(s => s.At)], reading.Noise);

        Assert.Equal(text, string.Join('\n', lines.Select(l => string.Concat(l.Select(p => p.Text)))));
        var pieces = lines.SelectMany(l => l).ToList();
        Assert.Equal(found.Select(c => c.Id).Order(), pieces.SelectMany(p => p.First).Order());
        Assert.All(found, c => Assert.Equal(
            text[c.Start!.Value..c.End!.Value].Replace("\n", "", StringComparison.Ordinal), string.Concat(pieces.Where(p => p.Commitments.Contains(c.Id)).Select(p => p.Text))));
        Assert.Equal(reading.Noise.Sum(n => n.Of(text).Count(c => c != '\n')), pieces.Where(p => p.Noise).Sum(p => p.Text.Length));
    }

    [Fact]
    public void Offsets_that_lie_outside_mark_nothing_and_break_nothing()
    {
        var lines = DocumentPieces.Of("甲乙\n丙", [At(0, 2, 99), At(1, 50, 60)], [], []);

        Assert.Equal("甲乙\n丙", string.Join('\n', lines.Select(l => string.Concat(l.Select(p => p.Text)))));
    }

    private static Commitment At(int order, int start, int end) => new()
    {
        County = ConfirmDesk.County,
        Id = Guid.CreateVersion7(),
        Plan = Guid.Empty,
        Order = order,
        Text = "",
        Start = start,
        End = end,
        Subject = "",
        Kind = CommitmentKind.Promised,
        State = CommitmentState.Found,
        EditedBy = ConfirmDesk.By,
        EditedAt = DateTimeOffset.UnixEpoch,
    };
}
