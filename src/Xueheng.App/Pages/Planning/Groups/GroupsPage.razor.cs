using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Planning.Groups;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Groups;

public sealed partial class GroupsPage() : AskScenarioPage(StartGroups.Kind)
{
    private static readonly Stage[] Stages = [Stage.Primary, Stage.Junior];

    private static readonly (string Value, string Words)[] Sources = [("nothing", "没有现有集团"), ("approved", "最近批准的集团"), ("list", "上传的现有集团表")];

    private readonly List<IReadOnlyList<ApprovedGroup>> _now = [];
    private Listing<ScenarioListed>? _first;
    private SchoolRoll.Schools _schools = null!;

    [Inject]
    internal StartGroups Start { get; set; } = null!;

    [Inject]
    internal FindApprovedGroups Approved { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal SchoolRoll Roll { get; set; } = null!;

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        _first = await KeptAsync(cancellation);
        _schools = await Roll.OfAsync(Place.Published, cancellation);
        foreach (var stage in Stages)
        {
            if (await Approved.RunAsync(Place.Published.County, stage, cancellation) is { Count: > 0 } groups)
            {
                _now.Add(groups);
            }
        }

        return true;
    }

    private async Task StartAsync()
    {
        var form = Context.Request.Form;
        var numbers = GroupNumberFields.Read(form, Packs.Groups, typed => L["“{0}”不是数字", typed]);
        if (!numbers.Succeeded)
        {
            Refused = numbers.Failure.Message;
            return;
        }

        await using var list = await SentFileAsync("List");
        if (Refused is not null)
        {
            return;
        }

        Follow(await Start.RunAsync(
            new StartGroupsCommand(
                Place.Published.County,
                Place.Period,
                form["Name"].ToString(),
                Person.Typed ?? "",
                Seconds,
                1,
                StageNames.Parse(form["Stage"]) ?? Stage.Primary,
                numbers.Value,
                form["Existing"].ToString() switch { "approved" => GroupsFrom.Approved, "list" => GroupsFrom.List, _ => GroupsFrom.Nothing },
                list is null ? null : (list.Name, list.Path)),
            Stop));
    }
}
