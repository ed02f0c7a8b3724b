using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.App.Pages.Data;

/// <summary>Findings of one rule.</summary>
/// <param name="Rule">Null for a rule the pack no longer has.</param>
public sealed record RuleFindings(string Code, CheckRule? Rule, Severity Severity, Importance Importance, int Count, int Schools);

/// <summary>Findings of one school.</summary>
/// <param name="Name">As last published; null for a school that was not there.</param>
public sealed record SchoolFindings(string School, string? Name, int Errors, int Warnings);

/// <summary>The check by rule: what it is about, why it matters, what to do.</summary>
internal sealed class FindingsByRule(XuehengDb db, PackLibrary packs, IStringLocalizer<Texts> text) : ListSource<RuleFindings>("findings-by-rule")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<RuleFindings>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var (county, run) = (at.Place.County!.Code, Guid.TryParse(at["run"], out var id) ? id : Guid.Empty);
        var groups = await db.Set<Finding>().Where(f => f.County == county && f.Run == run)
            .GroupBy(f => new { f.Rule, f.Severity, f.Importance })
            .Select(g => new { g.Key, Count = g.Count(), Schools = g.Select(f => f.School).Distinct().Count() })
            .ToListAsync(cancellation);
        var address = at.Place.Address.ImportRun(run);
        return new MemoryListing<RuleFindings>(
            Name,
            "按规则",
            [
                new("rule", "规则", r => r.Code) { Link = r => $"{address}?rule={r.Code}#findings" },
                new("name", "名称", r => r.Rule?.Name) { Wraps = true },
                new("severity", "类别", r => FindingText.Of(r.Severity)) { Translated = true, Cell = r => SeverityBadge.Of(r.Severity, text) },
                new("importance", "重要性", r => FindingText.Of(r.Importance)) { Translated = true },
                new("count", "处数", r => r.Count) { Number = true },
                new("schools", "涉及学校", r => r.Schools) { Number = true },
                new("why", "为什么要紧", r => r.Rule?.Introduction) { Wraps = true, Sortable = false },
                new("todo", "怎么办", r => r.Rule?.Recommendation) { Wraps = true, Sortable = false },
            ],
            [.. groups.Select(g => new RuleFindings(g.Key.Rule, packs.Checks.Find(g.Key.Rule), g.Key.Severity, g.Key.Importance, g.Count, g.Schools))
                .OrderBy(r => r.Severity).ThenBy(r => r.Importance).ThenByDescending(r => r.Count)])
        {
            At = at,
            Prefix = Name + ".",
        };
    }
}

/// <summary>The check by school, so that each gets its own list to put right.</summary>
internal sealed class FindingsBySchool(XuehengDb db, SchoolRoll roll) : ListSource<SchoolFindings>("findings-by-school")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<SchoolFindings>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var (county, run) = (at.Place.County!.Code, Guid.TryParse(at["run"], out var id) ? id : Guid.Empty);
        var groups = await db.Set<Finding>().Where(f => f.County == county && f.Run == run && f.School != "")
            .GroupBy(f => f.School)
            .Select(g => new { School = g.Key, Errors = g.Count(f => f.Severity == Severity.Error), Warnings = g.Count(f => f.Severity == Severity.Warning) })
            .ToListAsync(cancellation);
        var address = at.Place.Address.ImportRun(run);
        var known = at.Place.County!.Revisions is [var last, ..] ? await roll.OfAsync(last, cancellation) : null;
        return new MemoryListing<SchoolFindings>(
            Name,
            "按学校",
            [
                new("school", "学校标识码", s => s.School) { Link = s => $"{address}?school={s.School}#findings" },
                new("name", "学校", s => s.Name),
                new("errors", "错误", s => s.Errors) { Number = true },
                new("warnings", "提醒", s => s.Warnings) { Number = true },
            ],
            [.. groups.Select(g => new SchoolFindings(g.School, known?.Find(g.School)?.Name, g.Errors, g.Warnings))
                .OrderByDescending(s => s.Errors).ThenByDescending(s => s.Warnings).ThenBy(s => s.School, StringComparer.Ordinal)])
        {
            At = at,
            Prefix = Name + ".",
        };
    }
}
