using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Schools;

/// <summary>A school with how it stands by a standard.</summary>
/// <param name="Verdict">Null when the standard does not judge it.</param>
/// <param name="Worst">The indicator farthest below its threshold.</param>
public sealed record SchoolLine(
    SchoolRow School, IReadOnlyList<Stage> Stages, decimal? Pupils, Verdict? Verdict, int Meets, int Of, Shortfall? Worst);

/// <summary>Every school of the county, those the standard judges first.</summary>
internal sealed class SchoolList(Measured measured, SchoolRoll roll, PackLibrary packs, IHttpContextAccessor request, IStringLocalizer<Texts> text)
    : ListSource<SchoolLine>("schools")
{
    public override async Task<Outcome<Listing<SchoolLine>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (measured.Standard(request.HttpContext?.Request.Query["standard"].FirstOrDefault()) is not { } standard)
        {
            return new Failure("XH4001", "没有这个标准，请从“标准说明”里选择");
        }

        var rows = await RowsAsync(at.Place, standard, cancellation);
        var address = at.Place.Address;
        var types = packs.Codes["school-type"];
        return new MemoryListing<SchoolLine>(
            Name,
            "学校",
            [
                new("name", "学校", r => r.School.Name) { Link = r => $"{address.School(r.School.School)}?standard={standard.Id}" },
                new("verdict", "判定", r => r.Verdict),
                new("meets", "达标项", r => r.Verdict is null ? null : r.Meets) { Number = true, Note = "各学段达标的指标项数" },
                new("of", "判定项", r => r.Verdict is null ? null : r.Of) { Number = true, Extra = true },
                new("worst", "最大差距", r => r.Worst is { } worst ? Say(worst) : null) { Sortable = false },
                new("pupils", "学生数", r => r.Pupils) { Number = true },
                new("stages", "学段", r => string.Join(text["、"], r.Stages.Select(s => text[s.Chinese()].Value))),
                new("type", "办学类型", r => types.NameOf(r.School.Type)),
                new("town", "乡镇", r => r.School.Town),
                new("owner", "办别", r => r.School.Public ? "公办" : "民办") { Translated = true },
                new("school", "学校标识码", r => r.School.School),
            ],
            rows)
        {
            At = at,
            Filters =
            [
                new("q", "学校名称或标识码", null) { Memory = (r, wanted) => r.School.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School.School.Contains(wanted, StringComparison.Ordinal) },
                new("stage", "学段", [.. rows.SelectMany(r => r.Stages).Distinct().Order().Select(s => new ListChoice(s.Id(), s.Chinese(), true))]) { Memory = (r, id) => r.Stages.Any(s => s.Id() == id) },
                new("type", "办学类型", [.. rows.Select(r => r.School.Type).Distinct().Order(StringComparer.Ordinal).Select(t => new ListChoice(t, types.NameOf(t)))]) { Memory = (r, type) => r.School.Type == type },
                new("town", "乡镇", [.. rows.Select(r => r.School.Town).Where(t => t.Length > 0).Distinct().Order(StringComparer.Ordinal).Select(t => new ListChoice(t, t))]) { Memory = (r, town) => r.School.Town == town },
                new("owner", "办别", [new("public", "公办", true), new("private", "民办", true)]) { Memory = (r, owner) => r.School.Public == (owner == "public") },
                new("verdict", "判定", VerdictChoices.All) { Memory = VerdictChoices.Is<SchoolLine>(r => r.Verdict) },
            ],
        };
    }

    private async Task<List<SchoolLine>> RowsAsync(Place place, Standard standard, CancellationToken cancellation)
    {
        var schools = await roll.OfAsync(place.Published, cancellation);
        var facts = (await measured.FactsAsync(place.Published, cancellation)).Schools.ToDictionary(s => s.School.School);
        var measurement = await measured.OfAsync(place, standard.Id, cancellation);
        var judged = (measurement.Succeeded ? measurement.Value.Schools : []).ToLookup(s => s.School);
        var indicators = standard.Indicators.ToDictionary(i => i.Id);
        return [.. schools.All.Select(school =>
        {
            var stages = facts.GetValueOrDefault(school.School)?.Stages ?? [];
            var values = judged[school.School].SelectMany(s => s.Indicators, (s, i) => (School: s, Measured: i)).Where(p => p.Measured.Verdict is not null).ToList();
            return new SchoolLine(
                school,
                stages,
                stages.Count == 0 ? null : stages.Sum(stage => facts[school.School]["pupils", stage].Value ?? 0),
                judged.Contains(school.School) ? SchoolVerdict.Worst(judged[school.School]) : null,
                values.Count(p => p.Measured.Verdict == Verdict.Meets),
                values.Count,
                values
                    .Where(p => p.Measured is { Verdict: Verdict.Fails or Verdict.Near, Value: not null, Threshold: > 0 })
                    .Select(p => new Shortfall(p.School, indicators[p.Measured.Id], p.Measured))
                    .MinBy(s => s.Share));
        }).OrderBy(line => line.Verdict is null)];
    }

    private string Say(Shortfall worst) =>
        FigureText.Shortfall(worst.Indicator, worst.Measured, measured.Facts, text) ?? worst.Indicator.Label;
}
