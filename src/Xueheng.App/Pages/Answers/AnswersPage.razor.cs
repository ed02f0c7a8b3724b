using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Reports;

namespace Xueheng.App.Pages.Answers;

public sealed partial class AnswersPage
{
    private Listing<PrintSummary> _prints = null!;
    private Failure? _failure;
    private string _uploaded = "";

    [Inject]
    internal ReportTemplates Templates { get; set; } = null!;

    [Inject]
    internal Figures.Measured Measured { get; set; } = null!;

    [Inject]
    internal PrintReport Report { get; set; } = null!;

    [Inject]
    internal PrintList Prints { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "print-uploaded")]
    public UploadedForm? Form { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        _prints = (await Prints.OpenAsync(new ListAt(Place), cancellation)).Value;
        return true;
    }

    private Task PrintAsync(string template) => PrintAsync(template, null, null);

    private async Task PrintUploadedAsync()
    {
        var file = Context.Request.Form.Files["Template"];
        _uploaded = file?.FileName ?? "";
        if (file is null or { Length: 0 })
        {
            _failure = new Failure("XH3006", L["没有选择文件，或文件是空的。请选择 Word 模板。"]);
            return;
        }

        if (file.Length > PrintCommand.LargestTemplate)
        {
            _failure = new Failure("XH3011", L["文件不超过 {0} MB。", PrintCommand.LargestTemplate / 1024 / 1024]);
            return;
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, Context.RequestAborted);
        await PrintAsync(_uploaded, string.IsNullOrEmpty(Form?.Standard) ? null : Form.Standard, content.ToArray());
    }

    private async Task PrintAsync(string template, string? standard, byte[]? uploaded)
    {
        var printed = await Report.RunAsync(
            new PrintCommand(CountyCode.Parse(County)!.Value, Census.Period.Parse($"{Period}")!.Value, template, new Uri(Navigation.BaseUri), standard, uploaded),
            Context.RequestAborted);
        if (!printed.Succeeded)
        {
            _failure = printed.Failure;
            return;
        }

        Navigation.NavigateTo(PrintFile.PageOf(Place.Address, printed.Value.Id));
    }

    /// <summary>What is chosen beside the file.</summary>
    public sealed class UploadedForm
    {
        public string? Standard { get; set; }
    }
}
