using System.Text.Encodings.Web;
using System.Text.Json;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>
/// The folder <c>imports/</c> of the data folder: one folder for each upload. An upload that has an order but no recorded
/// run is still to be imported, so nothing handed in is lost when the program ends.
/// </summary>
internal sealed class Uploads(DataLocation location, TimeProvider clock)
{
    private const string Order = "order.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps the files, then the order: an upload cut off half way has no order, is never imported and goes again.</summary>
    public async Task<Upload> KeepAsync(CountyCode county, string? name, Period period, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        var upload = new Upload(
            Guid.CreateVersion7(clock.GetUtcNow()), county.Value, name, period.Year, [.. files.Select(f => Path.GetFileName(f.FileName))], clock.GetUtcNow());
        var folder = location.Create(Path.Combine("imports", upload.Run.ToString()));
        try
        {
            foreach (var (file, kept) in files.Zip(upload.FilesIn(folder)))
            {
                await using var to = File.Create(kept.Path);
                await file.CopyToAsync(to, cancellation);
            }

            var order = Path.Combine(folder.FullName, Order);
            await File.WriteAllTextAsync(order + ".part", JsonSerializer.Serialize(upload, Json), cancellation);
            File.Move(order + ".part", order);
            return upload;
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public Upload? Find(Guid run)
    {
        var order = Path.Combine(FolderOf(run).FullName, Order);
        return File.Exists(order) ? JsonSerializer.Deserialize<Upload>(File.ReadAllText(order), Json) : null;
    }

    public DirectoryInfo FolderOf(Guid run) => new(Path.Combine(location.Folder.FullName, "imports", run.ToString()));

    /// <summary>Every upload there is an order for, the oldest first.</summary>
    public IReadOnlyList<Upload> All()
    {
        var folder = new DirectoryInfo(Path.Combine(location.Folder.FullName, "imports"));
        return !folder.Exists
            ? []
            : [.. folder.EnumerateDirectories()
                .Select(d => Guid.TryParse(d.Name, out var run) ? Find(run) : null)
                .OfType<Upload>()
                .OrderBy(u => u.At)];
    }
}
