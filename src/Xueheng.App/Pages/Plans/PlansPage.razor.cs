using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Importing;
using Xueheng.Plans.Suggesting;

namespace Xueheng.App.Pages.Plans;

public sealed partial class PlansPage
{
    /// <summary>Up to here a file waits in the form while its day is asked; a larger one is chosen again.</summary>
    private const int MostKept = 2 * 1024 * 1024;

    private Listing<PlanListed>? _listing;
    private ImportedPlan? _already;
    private string? _failure;
    private string? _kept;
    private string? _name;
    private string? _date;
    private string? _address;
    private bool _undated;
    private bool _askModel;
    private SuggestionSettings? _model;
    private string? _modelWrong;

    [Inject]
    internal PlanList Plans { get; set; } = null!;

    [Inject]
    internal ImportPlan Import { get; set; } = null!;

    [Inject]
    internal ReadSuggestionSettings Suggestions { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        var configured = Suggestions.Run();
        (_model, _modelWrong) = (configured.Succeeded ? configured.Value : null, configured.Failure?.Message);
        _askModel = _model?.Ticked == true;
        _listing = (await Plans.OpenAsync(new ListAt(Place), cancellation)).Value;
        return true;
    }

    private async Task ImportAsync()
    {
        var form = Context.Request.Form;
        (_date, _address, _undated) = (form["Date"].ToString(), form["Address"].ToString(), form["Undated"] == "yes");
        _askModel = form["AskModel"] == "yes";
        var file = await FileAsync(form);
        if (!file.Succeeded)
        {
            _failure = file.Failure.Message;
            return;
        }

        var (name, content) = file.Value;
        DateOnly? date = DateOnly.TryParseExact(_date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var imported = await Import.RunAsync(
            new ImportPlanCommand(CountyCode.Parse(County)!.Value, name, content, date, _undated, Person.Typed ?? "") { Address = _address, AskModel = _askModel }, Context.RequestAborted);
        if (!imported.Succeeded)
        {
            _failure = imported.Failure.Message;
            if (imported.Failure.Code == ImportPlan.NoDateCode && content.Length <= MostKept)
            {
                (_kept, _name) = (Convert.ToBase64String(content), name);
            }

            return;
        }

        Person.Remember();
        if (imported.Value.Already)
        {
            _already = imported.Value;
            return;
        }

        Navigation.NavigateTo(Place.Address.Reading(imported.Value.Plan.Id));
    }

    private async Task<Outcome<(string Name, byte[] Content)>> FileAsync(IFormCollection form)
    {
        if (form["Kept"].ToString() is { Length: > 0 } kept)
        {
            var content = new byte[kept.Length];
            return Convert.TryFromBase64String(kept, content, out var length)
                ? (form["Name"].ToString(), content[..length])
                : new Failure("XH5105", "没有选择文件，或文件是空的，请选择要导入的文件");
        }

        if (form.Files["File"] is not { Length: > 0 } file)
        {
            return new Failure("XH5105", "没有选择文件，或文件是空的，请选择要导入的文件");
        }

        if (file.Length > ImportPlan.MostBytes)
        {
            return ImportPlan.TooLarge(file.FileName);
        }

        using var copied = new MemoryStream((int)file.Length);
        await file.CopyToAsync(copied, Context.RequestAborted);
        return (file.FileName, copied.ToArray());
    }
}
