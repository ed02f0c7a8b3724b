using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.Packs;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning;

public sealed partial class RotationsPage
{
    private const int MostBytes = 8 * 1024 * 1024;

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

        var list = form.Files["People"] is { Length: > 0 } file ? file : null;
        if (list?.Length > MostBytes)
        {
            _failure = L["人员表超过 {0} MB", MostBytes >> 20];
            return;
        }

        // Read at once and not kept: it says who is ill or expecting.
        var folder = list is null ? null : Directory.CreateTempSubdirectory("people");
        var path = folder is null ? null : Path.Combine(folder.FullName, "people" + Path.GetExtension(list!.FileName));
        try
        {
            if (path is not null)
            {
                await using var kept = File.Create(path);
                await list!.CopyToAsync(kept, Stop);
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
                    path is null ? null : (list!.FileName, path),
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
        finally
        {
            folder?.Delete(recursive: true);
        }
    }

    private string Typed(string key, decimal number) =>
        Context.Request.HasFormContentType ? Context.Request.Form["n." + key].ToString() : number.ToString("0.##", CultureInfo.InvariantCulture);
}
