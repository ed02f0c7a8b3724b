using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>Files handed in to be imported, and what is to be done with them. Written beside the files as <c>order.json</c>.</summary>
/// <param name="Run">Id of the import run, and name of the folder.</param>
/// <param name="Files">Names as the bureau calls them; the files lie in the folder as <c>0</c>, <c>1</c>, …</param>
internal sealed record Upload(Guid Run, string County, string? Name, int Period, IReadOnlyList<string> Files, DateTimeOffset At)
{
    public ImportCommand Command(DirectoryInfo folder) => new(
        CountyCode.Parse(County)!.Value,
        Census.Period.Parse($"{Period}")!.Value,
        FilesIn(folder),
        DryRun: false,
        Publish: false)
    {
        Name = Name,
        Run = Run,
    };

    public IReadOnlyList<CensusFile> FilesIn(DirectoryInfo folder) =>
        [.. Files.Select((name, i) => new CensusFile(name, Path.Combine(folder.FullName, $"{i}{Path.GetExtension(name)}")))];
}
