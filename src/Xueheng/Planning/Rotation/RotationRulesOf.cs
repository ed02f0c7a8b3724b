using Xueheng.Engines.Rotation;

namespace Xueheng.Planning.Rotation;

/// <summary>The engine's rules from the pack's: percentages of the eligible become numbers of people, kilometres metres.</summary>
/// <param name="eligible">How many teachers are eligible.</param>
internal sealed class RotationRulesOf(RotationRuleSet rules, int eligible)
{
    public List<RotationRule> Run()
    {
        // Rounded apart, "at least 10 %" and "at most 15 %" of a dozen people would contradict one another.
        var least = rules.LeastMovers is { } from ? (int)Math.Ceiling(eligible * from.Number / 100) : 0;
        var most = rules.MostMovers is { } to ? (int)Math.Floor(eligible * to.Number / 100) is var floor && rules.LeastMovers?.Number <= to.Number ? Math.Max(floor, least) : floor : 0;
        RotationRule?[] all =
        [
            rules.Years is { } y ? new YearsAtSchool(y.Name, (double)y.Least, y.VolunteersToo) : null,
            rules.Exempt is { } e ? new Exemptions(e.Name) : null,
            rules.NotTwice is { } n ? new NotTwoYearsRunning(n.Name) : null,
            rules.LeastMovers is { } l ? new LeastMovers(l.Name, least) : null,
            rules.MostMovers is { } m ? new MostMovers(m.Name, most) : null,
            rules.LeastBackbone is { } b ? new LeastBackbone(b.Name, (int)b.Number) : null,
            rules.Farthest is { } f ? new FarthestMove(f.Name, Metres(f)) : null,
            rules.Together is { } t ? new FarthestTogether(t.Name, (long)Metres(t) * most) : null,
            rules.Couples is { } c ? new CouplesWithin(c.Name, Metres(c)) : null,
            rules.Volunteers is { } v ? new VolunteersFirst(v.Name) : null,
            rules.Core is { } core ? new CoreOfNewSchool(core.Name, core.Backbone) : null,
            rules.KeepNeed is { } k ? new KeepNeed(k.Name) : null,
            rules.WithinPosts is { } w ? new WithinPosts(w.Name) : null,
            rules.MostGivers is { } g ? new MostGivers(g.Name, (int)g.Number) : null,
        ];
        return [.. all.OfType<RotationRule>()];
    }

    private static int Metres(NumberRule rule) => (int)(rule.Number * 1000);
}
