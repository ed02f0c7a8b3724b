using Xueheng.Census;

namespace Xueheng.Planning.Seats;

/// <summary>A number of the rules that a person may set for one plan.</summary>
/// <param name="Key">As <see cref="SeatQuestion.Numbers"/> has it.</param>
/// <param name="Group">What it belongs to, in the words of the form.</param>
/// <param name="Value">Of the pack; null for no limit, or a way not in use.</param>
/// <param name="Empty">What leaving it out means; null where it must be given.</param>
/// <param name="Least">The smallest that makes sense.</param>
public sealed record SeatNumber(string Key, string Group, string Name, string Unit, decimal? Value, string? Empty, decimal? Least = 0);

/// <summary>Numbers of the rules by key, as a form asks for them and a question keeps them.</summary>
public static class SeatNumbers
{
    private const string NoLimit = "空着就不限";

    public static IReadOnlyList<SeatNumber> Of(SeatRules rules, Stage stage)
    {
        var planning = rules.Planning;
        return
        [
            new("walk", "限制", "最远上学距离", "公里", planning.Walk.GetValueOrDefault(stage), null),
            new("budget", "限制", "每年最多开工", "万元", planning.Budget, NoLimit),
            new("most_moved", "限制", "每年最多调整学校的学生", "人", planning.MostMoved, NoLimit),
            new("most_changes", "限制", "一个区域最多调整几次", "次", planning.MostChanges, NoLimit),
            new("years", "限制", "往后看几年", "年", rules.Years, null, 1),
            new("travel", "折算", "一名学生一年多走一公里算", "万元", planning.Travel, null),
            new("change", "折算", "一名学生换一所学校算", "万元", planning.Change, null),
            .. planning.Options.DistinctBy(o => o.Kind).SelectMany(Of),
        ];
    }

    /// <summary>What is wrong with a number; null when nothing is.</summary>
    public static Failure? Fault(SeatNumber number, decimal? value) =>
        value is null && number.Empty is null ? new Failure("XH6230", $"“{number.Group}：{number.Name}”不能空着")
        : value < number.Least ? new Failure("XH6231", $"“{number.Group}：{number.Name}”应当不小于 {number.Least:0.##}")
        : number.Key == "years" && value is > 20 ? new Failure("XH6231", "最多往后看 20 年")
        : number.Unit is "年" or "间" or "次" or "人" && value is { } whole && whole != Math.Floor(whole) ? new Failure("XH6231", $"“{number.Group}：{number.Name}”应当是整数")
        : null;

    internal static SeatRules Over(SeatRules rules, Stage stage, IReadOnlyDictionary<string, decimal?> numbers, IReadOnlyList<NewSite> sites)
    {
        var planning = rules.Planning;
        var options = planning.Options.Select(o => Over(o, numbers)).OfType<SeatStep>().ToList();
        return rules with
        {
            Years = numbers.TryGetValue("years", out var years) && years is { } many ? (int)many : rules.Years,
            Planning = planning with
            {
                Walk = numbers.TryGetValue("walk", out var walk) && walk is { } far ? new Dictionary<Stage, decimal>(planning.Walk) { [stage] = far } : planning.Walk,
                Budget = numbers.TryGetValue("budget", out var budget) ? budget : planning.Budget,
                MostMoved = numbers.TryGetValue("most_moved", out var moved) ? (int?)moved : planning.MostMoved,
                MostChanges = numbers.TryGetValue("most_changes", out var changes) ? (int?)changes : planning.MostChanges,
                Travel = numbers.TryGetValue("travel", out var travel) && travel is { } way ? way : planning.Travel,
                Change = numbers.TryGetValue("change", out var change) && change is { } other ? other : planning.Change,
                Options = options,
                Sites = [.. planning.Sites, .. sites],
            },
        };
    }

    private static IEnumerable<SeatNumber> Of(SeatStep step)
    {
        var (kind, group) = (step.Kind, step.Kind.Chinese());
        if (step.Closes)
        {
            yield return new(Key("below"), group, "学生一直少于", "人", step.Below, $"空着就不{group}");
            if (kind == SeatStepKind.Merge)
            {
                yield return new(Key("within"), group, "两校相距最多", "公里", step.Within, null, 0.1m);
            }
        }
        else
        {
            yield return new(Key("most"), group, "一所学校最多", "次", step.Most, $"空着就不{group}");
            yield return new(Key("rooms"), group, "每次增加教室", "间", step.Rooms, null, 1);
        }

        yield return new(Key("cost"), group, "每次费用", "万元", step.Cost, null);
        yield return new(Key("lead"), group, "几年后见效", "年", step.Lead, null);
        yield return new(Key("yearly"), group, "以后每年（节省填负数）", "万元", step.Yearly, null, null);

        string Key(string what) => $"{kind.ToString().ToLowerInvariant()}.{what}";
    }

    /// <summary>Null for a way that is not wanted.</summary>
    private static SeatStep? Over(SeatStep step, IReadOnlyDictionary<string, decimal?> numbers)
    {
        var kind = step.Kind.ToString().ToLowerInvariant();
        return step with
        {
            Below = Number("below", step.Below),
            Within = Number("within", step.Within) ?? step.Within,
            Most = (int)(Number("most", step.Most) ?? 0),
            Rooms = (int)(Number("rooms", step.Rooms) ?? step.Rooms),
            Cost = Number("cost", step.Cost) ?? step.Cost,
            Lead = (int)(Number("lead", step.Lead) ?? step.Lead),
            Yearly = Number("yearly", step.Yearly) ?? step.Yearly,
        } is var changed && (changed.Closes ? changed.Below is not (null or 0) || step.Below is null : changed.Most > 0)
            ? changed
            : null;

        decimal? Number(string what, decimal? otherwise) => numbers.TryGetValue($"{kind}.{what}", out var number) ? number : otherwise;
    }
}
