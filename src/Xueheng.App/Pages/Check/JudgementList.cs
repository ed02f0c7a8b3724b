using Xueheng.App.Pages.Lists;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Check;

/// <summary>Judgements entered for an indicator, the newest first.</summary>
internal sealed class JudgementList(JudgementHistory history) : ListSource<JudgementEntry>("judgements")
{
    public override async Task<Outcome<Listing<JudgementEntry>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var county = at.Place.County!.Code;
        var rows = await history.ListAsync(county, at.Place.Period, at["standard"] ?? "", at["indicator"], cancellation);
        return new MemoryListing<JudgementEntry>(
            Name,
            "判定记录",
            [
                new("at", "时间", r => r.JudgedAt),
                new("verdict", "判定", r => r.Verdict),
                new("evidence", "依据", r => r.Evidence) { Wraps = true },
                new("by", "判定人", r => r.JudgedBy),
                new("file", "佐证文件", r => r.FileName) { Link = r => JudgementFile.Address(at.Place.Address, r.Id) },
            ],
            rows)
        {
            At = at,
            Prefix = Name + ".",
        };
    }
}
