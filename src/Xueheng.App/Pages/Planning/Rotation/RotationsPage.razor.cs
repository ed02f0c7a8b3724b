using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Packs;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Rotation;

public sealed partial class RotationsPage() : AskScenarioPage(StartRotation.Kind)
{
    private Listing<ScenarioListed>? _first;

    [Inject]
    internal StartRotation Start { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        _first = await KeptAsync(cancellation);
        return true;
    }

    private async Task StartAsync()
    {
        var form = Context.Request.Form;
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
                Refused = L["“{0}”不是数字", typed];
                return;
            }

            var number = typed.Length == 0 ? -1 : decimal.Parse(typed, CultureInfo.InvariantCulture);
            if (number != rule.Number)
            {
                numbers[key] = number;
            }
        }

        // Read at once and not kept: it says who is ill or expecting.
        await using var list = await SentFileAsync("People");
        if (Refused is not null)
        {
            return;
        }

        Follow(await Start.RunAsync(
            new StartRotationCommand(
                Place.Published.County,
                Place.Period,
                Sent("Name") ?? "",
                Person.Typed ?? "",
                Seconds,
                1,
                numbers,
                list is null ? null : (list.Name, list.Path),
                Price: form["Price"] == "true"),
            Stop));
    }

    private string Typed(string key, decimal number) =>
        Sent("n." + key) ?? number.ToString("0.##", CultureInfo.InvariantCulture);
}
