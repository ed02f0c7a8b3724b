using System.Text;
using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>The five documents against what a person labelled in them before the reader was written.</summary>
public sealed class LabelledDocumentTests(ITestOutputHelper output)
{
    [Fact]
    public void Precision_and_recall_are_at_least_95_percent_with_and_without_numbers()
    {
        var matching = All();

        output.WriteLine($"with a number: precision {matching.Precision(true):P1}, recall {matching.Recall(true):P1}; without: precision {matching.Precision(false):P1}, recall {matching.Recall(false):P1}");
        output.WriteLine(matching.Told());
        Assert.All([true, false], numeric => Assert.True(matching.Precision(numeric) >= 0.95 && matching.Recall(numeric) >= 0.95, matching.Told()));
    }

    [Fact]
    public void Comparison_deadline_kind_and_stage_are_right_of_at_least_95_percent()
    {
        var matching = All();
        var fields = new (string Name, Func<Labelled, FoundCommitment, bool> Agree)[]
        {
            ("comparison", (l, f) => l.Comparison == Snake(f.Comparison?.ToString())),
            ("deadline", (l, f) => l.Deadline == f.Deadline),
            ("kind", (l, f) => l.Kind == Snake(f.Kind.ToString())),
            ("stage", (l, f) => l.Stage == Snake(f.Stage?.ToString())),
            ("town", (l, f) => l.Town == f.Town),
        };

        foreach (var (name, agree) in fields)
        {
            output.WriteLine($"{name}: {matching.Agree(agree):P1}");
            Assert.True(matching.Agree(agree) >= 0.95, name);
        }
    }

    [Fact]
    public void Subjects_of_figures_hold_the_labelled_one_or_lie_in_it_of_at_least_90_percent()
    {
        var numeric = All();
        numeric.Pairs.RemoveAll(p => p.Label.Value is null);
        var share = numeric.Agree((l, f) => Shipped.Half(f.Subject) is var s && (s.Contains(Shipped.Half(l.Subject), StringComparison.Ordinal) || (s.Length > 2 && Shipped.Half(l.Subject).Contains(s, StringComparison.Ordinal))));

        output.WriteLine($"{share:P1}; word for word {numeric.Agree((l, f) => Shipped.Half(l.Subject) == Shipped.Half(f.Subject)):P1}");
        Assert.True(share >= 0.9, string.Join("\n", numeric.Pairs.Select(p => $"{p.Label.Subject} | {p.Found.Subject}")));
    }

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void Sections_are_the_document_s_own(string name)
    {
        var label = LabelledDocument.Read(name);
        var reading = ReadDocument.Run(Shipped.Document(name), Shipped.Rules, label.Date);

        Assert.Equal(label.Sections.Select(s => (Shipped.Half(s.Title), s.Level)), reading.Sections.Select(s => (Shipped.Half(s.Title), s.Level)));
    }

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void No_furniture_lies_in_a_sentence(string name)
    {
        var text = Shipped.Document(name);
        var reading = ReadDocument.Run(text, Shipped.Rules);

        foreach (var noise in LabelledDocument.Read(name).Furniture)
        {
            var at = text.IndexOf(noise, StringComparison.Ordinal);
            Assert.True(at >= 0, noise);
            Assert.DoesNotContain(reading.Sentences, s => s.At.Start < at + noise.Length && s.At.End > at);
        }
    }

    [Theory]
    [InlineData("xinyi", "2021-11-05", "新沂市教育局:紧扣“六个聚焦”办好人民满意教育")]
    [InlineData("taixing", "2023-02-07", "贯彻落实全市“新春会”精神|泰兴市:瞄准目标、抬高标杆、锐意进取、久久为功")]
    [InlineData("xianning", "2023-03-02", null)]
    [InlineData("pingyu", null, "坚持高标准深化改革建设高质量教育体系——访平舆县教育局党组书记、局长李松勇")]
    [InlineData("chronicle", null, "教育高质量发展纪实")]
    public void Date_and_title_are_found_in_the_text(string name, string? date, string? title)
    {
        var reading = ReadDocument.Run(Shipped.Document(name), Shipped.Rules);

        Assert.Equal(date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), reading.Date);
        Assert.Equal(title, reading.Title);
    }

    private static Matching All()
    {
        var matching = new Matching();
        foreach (string name in Shipped.Names.Select(n => (string)n))
        {
            var label = LabelledDocument.Read(name);
            matching.Add(label.Commitments, ReadDocument.Run(Shipped.Document(name), Shipped.Rules, label.Date).Commitments);
        }

        return matching;
    }

    private static string? Snake(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var snake = new StringBuilder();
        foreach (var c in name)
        {
            snake.Append(char.IsUpper(c) && snake.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
