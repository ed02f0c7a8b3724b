using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Check;

/// <summary>Schools the standard does not judge, each with the reason.</summary>
internal sealed class ExcludedList(Measured measured) : ListSource<ExcludedSchool>("excluded")
{
    public override async Task<Outcome<Listing<ExcludedSchool>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (measured.Standard(at["standard"]) is not { } standard)
        {
            return new Failure("XH4001", "没有这个标准，请从“标准说明”里选择");
        }

        var found = await measured.OfAsync(at.Place, standard.Id, cancellation);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var stage = StageNames.Parse(at["stage"]);
        return new MemoryListing<ExcludedSchool>(
            Name,
            "未计入的学校",
            [
                new("name", "学校", r => r.Name) { Link = r => $"{at.Place.Address.School(r.School)}?standard={standard.Id}" },
                new("school", "学校标识码", r => r.School),
                new("stage", "学段", r => r.Stage),
                new("pupils", "学生数", r => r.Pupils) { Number = true },
                new("reason", "未计入的原因", r => r.Reason) { Wraps = true },
            ],
            [.. found.Value.Excluded.Where(e => stage is null || e.Stage == stage)])
        {
            At = at,
            Prefix = Name + ".",
        };
    }
}
