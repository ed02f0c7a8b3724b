namespace Xueheng.Census;

/// <summary>
/// Collects what the checks find. Everything is counted; only so many are kept, errors before warnings, so a workbook
/// with a million faults costs no more than one with the most allowed.
/// </summary>
internal sealed class FindingLog(CheckRules rules, string county, Guid run, IReadOnlyList<string> files)
{
    private readonly List<Finding> _errors = [];
    private readonly List<Finding> _warnings = [];

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public CheckRules Rules => rules;

    /// <summary>A place as a sentence names it: 学生表第 5 行, with the file where there are several.</summary>
    public string Describe(Place place) =>
        $"{(files.Count > 1 ? $"文件“{files[place.File]}”" : "")}{place.Tab}表第 {place.Line} 行";

    public void Add(CheckKind kind, Place place, string column = "", string value = "", string expected = "", string school = "", string other = "") =>
        Add(rules[kind], place, column, value, expected, school, other);

    public void Add(CheckRule rule, Place place, string column, string value, string expected, string school, string other = "")
    {
        if (rule.Severity is not { } severity)
        {
            return;
        }

        var kept = severity == Severity.Error ? _errors : _warnings;
        _ = severity == Severity.Error ? Errors++ : Warnings++;
        if (kept.Count >= rules.Limits.Findings)
        {
            return;
        }

        value = Short(value);
        kept.Add(new Finding
        {
            County = county,
            Run = run,
            Rule = rule.Code,
            Severity = severity,
            Importance = rule.Importance,
            File = place.File,
            Sheet = place.Tab,
            Line = place.Line,
            Column = column,
            Value = value,
            Expected = expected,
            School = school,
            Message = rule.Say(value, expected, column, school, other),
        });
    }

    /// <summary>Everything kept, numbered in the order of files, sheets and rows.</summary>
    /// <param name="order">Rank of a tab name, for sheets in the order they depend on one another.</param>
    public IReadOnlyList<Finding> Finish(Func<string, int> order)
    {
        var all = _errors.Concat(_warnings.Take(Math.Max(0, rules.Limits.Findings - _errors.Count)))
            .OrderBy(f => f.File).ThenBy(f => order(f.Sheet)).ThenBy(f => f.Sheet, StringComparer.Ordinal).ThenBy(f => f.Line)
            .ThenBy(f => f.Severity).ThenBy(f => f.Rule, StringComparer.Ordinal).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            all[i].No = i + 1;
        }

        return all;
    }

    private static string Short(string value)
    {
        const int most = 120;
        return value.Length <= most ? value : string.Concat(value.AsSpan(0, most), "…");
    }
}
