using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

public sealed partial class ImportPage
{
    private string? _failure;
    private string _address = "/import";

    [Inject]
    internal Uploads Uploads { get; set; } = null!;

    [Inject]
    internal ImportQueue Queue { get; set; } = null!;

    [Inject]
    internal UploadLimit Limit { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public string? County { get; set; }

    [Parameter]
    public int? Period { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(FormName = "import")]
    public ImportForm? Form { get; set; }

    private string TooLarge => L["这些文件一共超过 {0} MB，请分成几份工作簿后再传，或请管理员用命令行导入。", Limit.Megabytes];

    protected override void OnInitialized()
    {
        _address = new Uri(Navigation.Uri).AbsolutePath;
        Form ??= new ImportForm
        {
            County = County ?? Place.County?.Code,
            Name = Place.County is { } county && county.Name != county.Code ? county.Name : null,
            Period = (Period ?? (Place.Period == 0 ? null : Place.Period))?.ToString(CultureInfo.InvariantCulture),
        };
    }

    private async Task UploadAsync()
    {
        var files = Context.Request.Form.Files.GetFiles("Files").Where(f => f.Length > 0).ToList();
        if (Refusal(files) is { } refusal)
        {
            _failure = refusal;
            return;
        }

        var county = CountyCode.Parse(Form!.County?.Trim())!.Value;
        var period = Census.Period.Parse(Form.Period?.Trim())!.Value;
        var upload = await Uploads.KeepAsync(county, string.IsNullOrWhiteSpace(Form.Name) ? null : Form.Name.Trim(), period, files, Context.RequestAborted);
        Queue.Add(upload.Run);
        Navigation.NavigateTo(new PageAddress(county.Value, period.Year).ImportRun(upload.Run));
    }

    private string? Refusal(List<IFormFile> files) =>
        CountyCode.Parse(Form!.County?.Trim()) is null ? L["“{0}”不是区县代码，请填六位数字，例如 320381。", Form.County ?? ""]
        : Census.Period.Parse(Form.Period?.Trim()) is null ? L["“{0}”不是学年，请填开始的年份，例如 2024。", Form.Period ?? ""]
        : files.Count == 0 ? L["没有选择文件，或文件是空的。请选择要导入的工作簿。"]
        : files.Sum(f => f.Length) > Limit.Bytes ? TooLarge
        : null;

    /// <summary>What is typed into the form.</summary>
    public sealed class ImportForm
    {
        public string? County { get; set; }

        public string? Name { get; set; }

        public string? Period { get; set; }
    }
}
