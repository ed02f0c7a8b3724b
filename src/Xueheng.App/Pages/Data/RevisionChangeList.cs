using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>Facts that a revision gives otherwise than another.</summary>
internal sealed class RevisionChangeList(CompareRevisions compare) : ListSource<FactChanged>("revision-changes")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<FactChanged>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (!int.TryParse(at["to"], out var to))
        {
            return new Failure("XH4005", "没有这一版");
        }

        var compared = await compare.RunAsync(at.Place.County!.Code, int.TryParse(at["from"], out var from) ? from : null, to, cancellation);
        return compared.Succeeded ? Open(at, compared.Value) : compared.Failure;
    }

    public MemoryListing<FactChanged> Open(ListAt at, RevisionChanges changes) => new(
        Name,
        "变动的数",
        [
            new("school", "学校", r => r.SchoolName),
            new("code", "学校标识码", r => r.School) { Extra = true },
            new("stage", "学段", r => r.Stage is { } stage ? stage : "全校") { Translated = true },
            new("fact", "事实", r => r.Fact.Named()) { Wraps = true },
            new("before", "原来", r => r.Before) { Number = true },
            new("after", "现在", r => r.After) { Number = true },
            new("change", "增减", r => r.After - r.Before) { Number = true, Format = "+#,##0.######;-#,##0.######;0" },
            new("share", "增减比例", r => r is { Before: { } before and not 0, After: { } after } ? (after - before) / before : null) { Number = true, Format = "+0.0%;-0.0%;0.0%" },
        ],
        changes.Facts)
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "学校", null) { Memory = (r, wanted) => r.SchoolName.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School == wanted },
            new("fact", "事实", [.. changes.Facts.Select(f => f.Fact).Distinct().Select(f => new ListChoice(f.Id, f.Named()))]) { Memory = (r, id) => r.Fact.Id == id },
        ],
    };
}
