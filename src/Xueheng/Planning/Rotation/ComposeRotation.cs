using Xueheng.Engines.Rotation;
using Xueheng.Facts;
using Xueheng.Planning.Staffing;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.Rotation;

/// <summary>Puts the engine's answer into the county's words, and has the standard measure the county as it would be.</summary>
internal sealed class ComposeRotation(TrialCounty county, CountyStaffing staffing, RotationRulePack pack, FactPack facts, RotationCounty built, RotationCommand command)
{
    private readonly EvaluateMoves _moves = new(built);

    public RotationPlan Run(RotationAnswer answer, IReadOnlyList<RulePrice> prices, RotationConflict? conflict, double seconds)
    {
        var (before, after) = (county.Before, county.Whole(Changes(answer.Moves)));
        var start = EvaluateRotation.Run(built.Problem, built.Rules, RotationPins.None, []);
        return new RotationPlan(
            before.County,
            before.Name,
            before.Period,
            before.Revision,
            before.Standard,
            before.StandardHash,
            before.FactHash,
            pack.Hash,
            staffing.CurriculumHash,
            staffing.StaffingHash,
            command.Seed,
            command.Work,
            answer.Status,
            seconds,
            built.Teachers.Count,
            built.Eligible,
            built.BackboneEligible,
            [.. answer.Levels.Select(l => new RotationLevelPlan(l.Level, Unit(l.Level, start[l.Level]), Unit(l.Level, l.Value), Unit(l.Level, l.Bound), l.Gap, l.Seconds))],
            [.. ExplainMoves.Run(built.Problem, built.Rules, built.Pins, answer.Moves).Select(Move)],
            _moves.Places(answer.Moves),
            Schools(before, after, answer.Moves.SelectMany(m => new[] { m.From, m.To }).Select(p => (built.Places[p].School, built.Places[p].Stage)).ToHashSet()),
            [.. before.Disparity.Zip(after.Disparity).Where(d => pack.Indicators.Contains(d.First.Indicator))
                .Select(d => DisparityBeforeAfter.Of(d.First, d.Second))],
            before.Verdict,
            after.Verdict,
            [.. built.Rules.Select(r => Rule(r, prices.FirstOrDefault(p => p.Rule == r.Name)))],
            conflict is null ? null : new RotationConflictPlan(
                conflict.Rules, [.. conflict.Pinned.Select(t => built.Teachers[t].Teacher)], [.. conflict.Easings.Select(e => new PlannedEasing(e.Rule, e.From, e.To))]),
            built.Notes);
    }

    /// <summary>What the moves do to the facts of the census: every fact that counts a teacher counts the teacher at the new school; who came by rotation is counted there.</summary>
    public IReadOnlyList<FactChange> Changes(IReadOnlyList<RotationMove> moves)
    {
        var changes = new Dictionary<(string School, Xueheng.Census.Stage Stage, string Fact), decimal>();
        foreach (var move in moves)
        {
            var row = built.Teachers[move.Teacher];
            foreach (var fact in facts.CountedIn(row).Where(f => f is not (Rotated or RotatedBackbone)))
            {
                Add(move.From, fact, -1);
                Add(move.To, fact, 1);
            }
        }

        // Nobody who moved this year is counted as moving next year.
        if (moves.Count > 0)
        {
            foreach (var (i, place) in built.Places.Index())
            {
                var merged = county.School(place.School)!;
                var came = moves.Where(m => m.To == i).ToList();
                Add(i, Rotated, came.Count - (merged[Rotated, place.Stage].Value ?? 0));
                Add(i, RotatedBackbone, came.Count(m => built.Problem.Teachers[m.Teacher].Backbone) - (merged[RotatedBackbone, place.Stage].Value ?? 0));
            }
        }

        return [.. changes.Where(c => c.Value != 0).Select(c => new FactChange(c.Key.School, c.Key.Stage, c.Key.Fact, c.Value))];

        void Add(int place, string fact, decimal by)
        {
            var key = (built.Places[place].School, built.Places[place].Stage, fact);
            changes[key] = changes.GetValueOrDefault(key) + by;
        }
    }

    private const string Rotated = "teachers.rotated";
    private const string RotatedBackbone = "teachers.rotated_backbone";

    private PlannedMove Move(MoveReason reason)
    {
        var (move, row) = (reason.Move, built.Teachers[reason.Move.Teacher]);
        var (from, to) = (built.Places[move.From], built.Places[move.To]);
        var pinned = built.Pins.Goes.ContainsKey(move.Teacher);
        var subject = built.Subjects[built.Problem.Teachers[move.Teacher].Subject];
        List<string> why = [];
        Say(pinned, "人工指定");
        Say(move.Voluntary, "本人自愿");
        Say(reason.Shortfall > 0, $"{to.Name}缺{subject}教师，调入后全县学科缺口减少 {reason.Shortfall / 100.0:0.##} 岗");
        Say(reason.Worst > 0, $"使最缺教师的学科少缺 {reason.Worst / 100.0:0.##} 岗");
        Say(reason.Disparity > 0, $"{string.Join("、", pack.Indicators)} 的校际差异缩小");
        why.AddRange(reason.Rules.Where(r => r != EvaluateRotation.Pin).Select(r => $"规则“{r}”要求"));
        Say(why.Count == 0, "与其他教师的交流配套，单独撤销不影响缺口和差异");
        return new PlannedMove(
            row.Teacher, row.Name, row.Stage, row.Subject, built.Problem.Teachers[move.Teacher].Backbone, built.Problem.Teachers[move.Teacher].Years, from.School, from.Name, to.School, to.Name,
            built.Problem.Between(move.From, move.To) / 1000.0, move.Voluntary, pinned, why);

        void Say(bool so, string words)
        {
            if (so)
            {
                why.Add(words);
            }
        }
    }

    /// <summary>Schools that give or take, and others of which an indicator changes.</summary>
    private static List<SchoolBeforeAfter> Schools(Measurement before, Measurement after, HashSet<(string School, Xueheng.Census.Stage Stage)> touched) =>
    [
        .. before.Schools.Zip(after.Schools)
            .Select(s => SchoolBeforeAfter.Of(s.First, s.Second, i => i.Before != i.After))
            .Where(s => s.Indicators.Count > 0 || touched.Contains((s.School, s.Stage))),
    ];

    private static PlannedRule Rule(RotationRule rule, RulePrice? price) => price is { Level: { } level }
        ? new PlannedRule(rule.Name, rule.Number, UnitOf(rule), true, level, Unit(level, price.With), Unit(level, price.Without), Unit(level, price.Bound))
        : new PlannedRule(rule.Name, rule.Number, UnitOf(rule), price is not null, null, null, null, null);

    private static RuleUnit? UnitOf(RotationRule rule) => rule switch
    {
        YearsAtSchool => RuleUnit.Years,
        LeastMovers or MostMovers or CoreOfNewSchool => RuleUnit.Teachers,
        LeastBackbone or MostGivers => RuleUnit.Percent,
        FarthestMove or FarthestTogether or CouplesWithin => RuleUnit.Metres,
        _ => null,
    };

    /// <summary>A level's whole number in the unit people know.</summary>
    private static double Unit(RotationLevel level, long value) => level switch
    {
        RotationLevel.Shortfall or RotationLevel.Worst => value / 100.0,
        RotationLevel.Disparity => value * DisparityCost.Unit,
        RotationLevel.Metres => value / 1000.0,
        _ => value,
    };
}
