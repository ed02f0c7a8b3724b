using Xueheng.Engines.Rotation;

namespace Xueheng.Planning.Rotation;

/// <summary>The engine's rules from the pack's: percentages of the eligible become numbers of people, kilometres metres.</summary>
/// <param name="eligible">How many teachers are eligible.</param>
internal sealed class RotationRulesOf(RotationRuleSet rules, int eligible)
{
    public List<RotationRule> Run()
    {
        var most = rules.MostMovers is { } share ? (int)Math.Floor(eligible * share.Number / 100) : 0;
        RotationRule?[] all =
        [
            rules.Years is { } y ? new YearsAtSchool(y.Name, (double)y.Least, y.VolunteersToo) : null,
            rules.Exempt is { } e ? new Exemptions(e.Name) : null,
            rules.NotTwice is { } n ? new NotTwoYearsRunning(n.Name) : null,
            rules.LeastMovers is { } l ? new LeastMovers(l.Name, (int)Math.Ceiling(eligible * l.Number / 100)) : null,
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
