using Xueheng.App.Pages.Lists;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Scenarios;

/// <summary>Stored scenarios of one kind and school year, the latest first.</summary>
internal sealed class ScenarioList(FindScenarios scenarios) : ListSource<ScenarioListed>("scenarios")
{
    /// <param name="kind">An <see cref="IScenarioKind.Id"/>.</param>
    public Task<Outcome<Listing<ScenarioListed>>> OpenAsync(Places.Place place, string kind, CancellationToken cancellation) => OpenAsync(new ListAt(place, ("kind", kind)), cancellation);

    public override async Task<Outcome<Listing<ScenarioListed>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var kind = at["kind"] ?? "";
        var found = await scenarios.ListAsync(at.Place.Published.County, kind, at.Place.Period, cancellation);
        var names = found.ToDictionary(s => s.Id, s => s.Name);
        return new MemoryListing<ScenarioListed>(
            Name,
            "推演方案",
            [
                new("name", "名称", s => s.Name) { Link = s => at.Place.Address.ScenarioOf(kind, s.Id), Wraps = true },
                new("state", "状态", s => s.ApprovedAt is null ? ScenarioText.Of(s.State) : "已批准") { Translated = true },
                new("from", "由此修改", s => s.From is { } from ? names.GetValueOrDefault(from) : null) { Wraps = true },
                new("revision", "数据版本", s => s.Revision) { Number = true },
                new("at", "时间", s => s.At),
                new("by", "推演人", s => s.By),
                new("approved", "批准人", s => s.ApprovedBy),
            ],
            found)
        {
            At = at,
            Prefix = Name + ".",
        };
    }
}
