using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Packs;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Rotation;

public sealed partial class RotationsPage
{
    private Listing<ScenarioListed>? _first;
    private string? _failure;
    private string _name = "";
    private string _seconds = "60";

    [Inject]
    internal ScenarioList Scenarios { get; set; } = null!;

    [Inject]
    internal StartRotation Start { get; set; } = null!;

    [Inject]
    internal ScenarioDesk Desk { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        _first = (await Scenarios.OpenAsync(Place, StartRotation.Kind, cancellation)).Value;
        return true;
    }

    private async Task StartAsync()
    {
        var form = Context.Request.Form;
        (_name, _seconds) = (form["Name"].ToString(), form["Seconds"].ToString());
        var numbers = new Dictionary<string, decimal>();
        foreach (var (key, _) in RotationNumbers.All)
        {
            if (RotationNumbers.Of(Packs.Rotation.Rules, key) is not { } rule)
            {
                continue;
            }

            var typed = form["n." + key].ToString().Trim();
            if (typed.Length > 0 && !decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            {
                _failure = L["“{0}”不是数字", typed];
                return;
            }

            var number = typed.Length == 0 ? -1 : decimal.Parse(typed, CultureInfo.InvariantCulture);
            if (number != rule.Number)
            {
                numbers[key] = number;
            }
        }

        // Read at once and not kept: it says who is ill or expecting.
        await using var list = await SentTable.OfAsync(form.Files["People"], Stop);
        if (list?.TooLarge == true)
        {
            _failure = L["文件超过 {0} MB", SentTable.MostMegabytes];
            return;
        }

        var started = await Start.RunAsync(
            new StartRotationCommand(
                Place.Published.County,
                Place.Period,
                _name,
                Person.Typed ?? "",
                double.TryParse(_seconds, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
                1,
                numbers,
                list is null ? null : (list.Name, list.Path),
                Price: form["Price"] == "true"),
            Stop);
        if (!started.Succeeded)
        {
            _failure = started.Failure.Message;
            return;
        }

        Person.Remember();
        Desk.Add(started.Value.County, started.Value.Id);
        Navigation.NavigateTo(Place.Address.ScenarioOf(StartRotation.Kind, started.Value.Id));
    }

    private string Typed(string key, decimal number) =>
        Context.Request.HasFormContentType ? Context.Request.Form["n." + key].ToString() : number.ToString("0.##", CultureInfo.InvariantCulture);
}
