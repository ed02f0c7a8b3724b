using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Xueheng.Engines.Text;
using Xueheng.Plans.Documents;
using Xueheng.Plans.Suggesting;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng plan read</c></summary>
internal static class PlanReadCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "文件：.txt、.html 或 .docx" };
        var (date, model) = (Date(), Model());
        var command = new Command("read", "读一份文件：找出其中的承诺和已完成的数") { file, date, model };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var provider = DataOptions.Services(parsed);
            var read = await provider.GetRequiredService<ReadPlanDocument>().FileAsync(parsed.GetValue(file)!, Day(parsed.GetValue(date)), cancellation);
            if (!read.Succeeded)
            {
                return Exit.With(read.Failure);
            }

            Suggestions? suggestions = null;
            if (parsed.GetValue(model))
            {
                var asked = await provider.GetRequiredService<SuggestCommitments>().RunAsync(read.Value.Reading, cancellation);
                if (!asked.Succeeded)
                {
                    return Exit.With(asked.Failure);
                }

                suggestions = asked.Value;
                Console.Error.WriteLine(suggestions.Said);
            }

            var proposals = Suggestions.Among(read.Value.Reading, suggestions);
            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(ReadingJson.Write(read.Value, proposals));
            }
            else
            {
                Show(read.Value, proposals);
            }

            return Exit.Done;
        });
        return command;
    }

    public static Option<string?> Date()
    {
        var date = new Option<string?>("--date") { Description = "文件的日期 YYYY-MM-DD，“今年”“三年内”从它算起；不写时用文中的日期" };
        date.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Day(result.Tokens[0].Value) is null)
            {
                result.AddError($"日期“{result.Tokens[0].Value}”不对，应当像 2023-03-02");
            }
        });
        return date;
    }

    public static Option<bool> Model() => new("--model") { Description = $"请 {ReadSuggestionSettings.FileName} 里配置的语言模型补充：正文会发送给它；它提出的只作建议" };

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static void Show(DocumentReading read, IReadOnlyList<Proposal> proposals)
    {
        var (reading, section) = (read.Reading, -1);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{read.Title}[/]  {(reading.Date is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "未注明日期")}  {reading.Sentences.Count} 句，{proposals.Count} 条承诺");
        foreach (var ((commitment, byModel), number) in proposals.Select((p, i) => (p, i + 1)))
        {
            if (commitment.Section is { } at && at != section)
            {
                section = at;
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"\n[bold]{reading.Sections[at].Title}[/]");
            }

            AnsiConsole.Write(Indented($"{number}. [bold]{Markup.Escape(commitment.Subject)}[/] {Markup.Escape(Figure(commitment))}  {Markup.Escape(Notes(commitment))}{(byModel ? "  [yellow]模型建议[/]" : "")}", 0));
            AnsiConsole.Write(Indented(Marked(commitment), 4));
        }
    }

    private static Padder Indented(string markup, int by) => new(new Markup(markup), new Padding(by, 0, 0, 0));

    private static string Figure(FoundCommitment c) => c.Value is null ? "" : c.Comparison switch
    {
        Comparison.AtLeast => $"≥ {c.Value}{c.Unit}",
        Comparison.AtMost => $"≤ {c.Value}{c.Unit}",
        Comparison.IncreaseBy => $"+{c.Value}{c.Unit}",
        _ => $"{c.Value}{c.Unit}",
    };

    private static string Notes(FoundCommitment c) => string.Join("  ", ((string?[])
        [c.Kind == CommitmentKind.Achieved ? "已完成" : "承诺", c.Deadline is null ? null : $"{c.Deadline}", c.Stage is { } stage ? Stage(stage) : null, c.Town]).Where(n => n is not null));

    private static string Stage(SpokenStage stage) => stage switch
    {
        SpokenStage.Preschool => "学前",
        SpokenStage.Primary => "小学",
        SpokenStage.Junior => "初中",
        SpokenStage.Senior => "高中",
        SpokenStage.Vocational => "中职",
        _ => "义务教育",
    };

    private static string Marked(FoundCommitment c) => c.FigureInText is { } at
        ? $"[grey]{Markup.Escape(c.Text[..at.Start])}[/][yellow]{Markup.Escape(c.Text[at.Start..at.End])}[/][grey]{Markup.Escape(c.Text[at.End..])}[/]"
        : $"[grey]{Markup.Escape(c.Text)}[/]";
}
