using System.Text;
using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>A clean document and the same document spoilt by a program say the same.</summary>
public sealed class NoiseVariantTests
{
    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void A_document_converted_to_traditional_gives_the_same_commitments(string name) => Same(name, Traditional);

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void A_document_half_converted_gives_the_same_commitments(string name) =>
        Same(name, text => string.Concat(text.Select((c, i) => i % 3 == 0 ? c.ToString() : Traditional(c.ToString()))));

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void A_document_with_pinyin_behind_each_character_gives_the_same_commitments(string name) => Same(name, text => Ruby(text, "(", ")"));

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void Full_width_brackets_a_blank_inside_and_traditional_characters_make_no_difference(string name) =>
        Same(name, text => Ruby(Traditional(text), "（", " ）"));

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void Full_width_digits_indents_and_carriage_returns_make_no_difference(string name) =>
        Same(name, text => "\u3000\u3000" + string.Concat(text.Select(c => c is >= '0' and <= '9' ? (char)(c + 0xFEE0) : c)).Replace("\n", "\r\n\r\n\u3000\u3000", StringComparison.Ordinal));

    private static void Same(string name, Func<string, string> spoil)
    {
        var label = LabelledDocument.Read(name);
        var clean = CleanText.Run(Shipped.Document(name), Shipped.Rules).ToString();
        var expected = Shipped.Found(ReadDocument.Run(clean, Shipped.Rules, label.Date));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, Shipped.Found(ReadDocument.Run(spoil(clean), Shipped.Rules, label.Date)));
    }

    private static string Traditional(string text)
    {
        var converted = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            converted.Append(ToTraditional.GetValueOrDefault(c, c));
        }

        return converted.ToString();
    }

    private static string Ruby(string text, string open, string close)
    {
        string[] readings = ["jiān", "chí", "gāo", "biāo", "zhǔn", "xué", "lǜ", "ér", "zhuàng", "a", "men"];
        var spoilt = new StringBuilder(text.Length * 6);
        foreach (var (c, i) in text.Select((c, i) => (c, i)))
        {
            spoilt.Append(c).Append(c is >= '\u4E00' and <= '\u9FFF' ? open + readings[i % readings.Length] + close : "");
        }

        return spoilt.ToString();
    }

    /// <summary>The first traditional form of each simplified character that the shipped table knows; 着 stays, being a word of its own.</summary>
    private static Dictionary<char, char> ToTraditional { get; } = Shipped.Rules.Characters.Pairs
        .Where(p => p.Value is not ('着' or '干' or '了' or '借' or '只' or '复' or '你'))
        .OrderBy(p => p.Key).DistinctBy(p => p.Value).ToDictionary(p => p.Value, p => p.Key);
}
