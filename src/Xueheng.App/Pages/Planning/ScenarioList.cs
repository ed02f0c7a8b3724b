using Xueheng.App.Pages.Lists;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning;

/// <summary>Stored rotations of a school year, the latest first.</summary>
internal sealed class ScenarioList(FindScenarios scenarios) : ListSource<ScenarioListed>("rotation-scenarios")
{
    public override async Task<Outcome<Listing<ScenarioListed>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var found = await scenarios.ListAsync(at.Place.Published.County, StartRotation.Kind, at.Place.Period, cancellation);
        var names = found.ToDictionary(s => s.Id, s => s.Name);
        return new MemoryListing<ScenarioListed>(
            Name,
            "推演方案",
            [
                new("name", "名称", s => s.Name) { Link = s => at.Place.Address.RotationOf(s.Id), Wraps = true },
                new("state", "状态", s => s.ApprovedAt is null ? RotationText.Of(s.State) : "已批准") { Translated = true },
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
