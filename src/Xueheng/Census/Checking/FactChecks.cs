using System.Globalization;
using System.Reflection;
using Xueheng.Facts;

namespace Xueheng.Census;

/// <summary>
/// Checks the facts of each school once all rows are read: declared against counted, this period against the last, and fact
/// against fact as the comparisons of the rules say.
/// </summary>
internal sealed class FactChecks(FactPack facts, FactTally tally, CountyFacts? before, FindingLog log)
{
    private readonly Dictionary<string, SchoolFacts> _before = before?.Schools.ToDictionary(s => s.School.School) ?? [];

    /// <param name="given">Properties the sheets have columns for: what no one was asked cannot be left blank.</param>
    public void Run(KnownSchools schools, IReadOnlySet<(SheetKind Sheet, string Property)> given)
    {
        // A cell refused is blank as well, and has been told of already.
        var nothingRefused = log.Errors == 0;
        foreach (var school in schools.All)
        {
            foreach (var stage in Enum.GetValues<Stage>())
            {
                Compare(school, stage);
                foreach (var fact in facts.Facts.Where(f => !f.OfSchool))
                {
                    Check(school, stage, fact);
                    if (nothingRefused)
                    {
                        CheckBlanks(school, stage, fact, given);
                    }
                }
            }

            Compare(school, null);
            foreach (var fact in facts.Facts.Where(f => f.OfSchool))
            {
                CheckJump(school, null, fact, ValueOf(school, null, fact));
            }
        }
    }

    private void Check(KnownSchool school, Stage stage, Fact fact)
    {
        var value = ValueOf(school, stage, fact);
        if (value is { Differs: true, Counted: { } counted, Declared: { } declared })
        {
            log.Add(CheckKind.DeclaredCount, PlaceOf(school, stage), ColumnOf(fact), Shown(declared), Shown(counted), school.Row.School);
        }

        CheckJump(school, stage, fact, value);
    }

    private void CheckBlanks(KnownSchool school, Stage stage, Fact fact, IReadOnlySet<(SheetKind Sheet, string Property)> given)
    {
        if (fact.Rows is not { } rows || tally.Count(fact, school.Row.School, stage).Uncounted is not { } reason)
        {
            return;
        }

        var sheet = rows switch { FactRowSet.Pupils => SheetKind.Pupils, FactRowSet.Teachers => SheetKind.Teachers, _ => SheetKind.Classes };
        if (fact.Where[stage].SelectMany(c => c.Needs).Any(n => given.Contains((sheet, n.Property)) && reason.EndsWith(n.Name, StringComparison.Ordinal)))
        {
            log.Add(CheckKind.Uncounted, PlaceOf(school, stage), ColumnOf(fact), reason, "每人都填", school.Row.School);
        }
    }

    private void CheckJump(KnownSchool school, Stage? stage, Fact fact, FactValue value)
    {
        var rule = log.Rules[CheckKind.Jump];
        if (rule.Severity is null || value.Value is not { } now || !_before.TryGetValue(school.Row.School, out var old) || old[fact.Id, stage].Value is not { } then)
        {
            return;
        }

        var change = Math.Abs(now - then);
        if (then > 0 && change >= rule["least"] && change / then > rule["share"])
        {
            log.Add(rule, PlaceOf(school, stage), ColumnOf(fact), Shown(now), Shown(then), school.Row.School, before!.Revision.Period.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The comparisons of a stage; of the whole school when the stage is null.</summary>
    private void Compare(KnownSchool school, Stage? stage)
    {
        foreach (var comparison in log.Rules.Comparisons)
        {
            var (left, right) = (facts.Find(comparison.Left)!, comparison.Right is null ? null : facts.Find(comparison.Right)!);
            var ofSchool = left.OfSchool && right is not { OfSchool: false };
            if (ofSchool != stage is null || (stage is { } one && comparison.Stages.Count > 0 && !comparison.Stages.Contains(one)))
            {
                continue;
            }

            if (ValueOf(school, stage, left).Value is { } value
                && (right is null ? comparison.Number : ValueOf(school, stage, right).Value * comparison.Number) is { } limit
                && !comparison.Holds(value, limit))
            {
                log.Add(comparison.Rule, PlaceOf(school, stage), ColumnOf(left), Shown(value), Shown(limit), school.Row.School, stage?.Chinese() ?? "");
            }
        }
    }

    private FactValue ValueOf(KnownSchool school, Stage? stage, Fact fact)
    {
        if (fact.OfSchool)
        {
            return new FactValue(null, Declared.Of(school.Resources, fact.Declared), null);
        }

        return stage is { } one && fact.Stages.Contains(one)
            ? new FactValue(tally.Count(fact, school.Row.School, one).Counted, Declared.Of(school[one], fact.Declared), null)
            : FactValue.NotGiven;
    }

    /// <summary>The row a school declares the figure in, or the school's own row when it declares none.</summary>
    private static Place PlaceOf(KnownSchool school, Stage? stage) => stage switch
    {
        { } one when school[one] is not null => school.PlaceOf(one),
        null when school.Resources is not null => school.ResourcesPlace,
        _ => school.Place,
    };

    private static string ColumnOf(Fact fact) =>
        SheetLayout.Of(fact.OfSchool ? SheetKind.Resources : SheetKind.Stages).Columns.FirstOrDefault(c => c.Property == fact.Declared)?.Heading ?? fact.Name;

    private static string Shown(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Reads a declared figure off a row by the name of its property.</summary>
    private static class Declared
    {
        private static readonly Dictionary<string, Func<StageRow, double?>> Stages = Readers<StageRow>();
        private static readonly Dictionary<string, Func<ResourceRow, double?>> Resources = Readers<ResourceRow>();

        public static decimal? Of(StageRow? row, string? property) =>
            row is null || property is null ? null : (decimal?)Stages[property](row);

        public static decimal? Of(ResourceRow? row, string? property) =>
            row is null || property is null ? null : (decimal?)Resources[property](row);

        private static Dictionary<string, Func<TRow, double?>> Readers<TRow>() => typeof(TRow)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(double?))
            .ToDictionary(p => p.Name, p => p.GetMethod!.CreateDelegate<Func<TRow, double?>>());
    }
}
