using Xueheng.Plans.Carrying;

namespace Xueheng.App.Pages.Tasks;

/// <summary>
/// Files of a form that came back with something wrong: a browser does not send them again by itself, so they wait in
/// <c>waiting/</c> of the data folder, under a name only that form knows, until the form is sent again or a day has passed.
/// </summary>
internal sealed class KeptFiles(DataLocation location, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What a form has kept under a name, by name.</summary>
    public async Task<IReadOnlyList<EvidenceFile>> ReadAsync(string? name, CancellationToken cancellation)
    {
        var files = new List<EvidenceFile>();
        foreach (var file in Folder(name) is { Exists: true } folder ? folder.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal) : Enumerable.Empty<FileInfo>())
        {
            files.Add(new EvidenceFile(Uri.UnescapeDataString(file.Name[3..]), await File.ReadAllBytesAsync(file.FullName, cancellation)));
        }

        return files;
    }

    /// <returns>The name to find them again by; null when there is nothing to keep.</returns>
    public async Task<string?> KeepAsync(IReadOnlyList<EvidenceFile> files, CancellationToken cancellation)
    {
        Clear();
        if (files.Count == 0)
        {
            return null;
        }

        var name = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var folder = location.Create(Path.Combine("waiting", name));
        foreach (var (index, file) in files.Index())
        {
            var safe = Uri.EscapeDataString(file.Name.Split('/', '\\')[^1]);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{index:00}-{safe[..Math.Min(safe.Length, 200)]}"), file.Content, cancellation);
        }

        return name;
    }

    public void Forget(string? name)
    {
        if (Folder(name) is { Exists: true } folder)
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Only a name this class gives out leads to a folder.</summary>
    private DirectoryInfo? Folder(string? name) =>
        Guid.TryParseExact(name, "D", out var id) ? new DirectoryInfo(Path.Combine(location.Folder.FullName, "waiting", id.ToString())) : null;

    private void Clear()
    {
        var waiting = new DirectoryInfo(Path.Combine(location.Folder.FullName, "waiting"));
        foreach (var old in waiting.Exists ? waiting.GetDirectories().Where(d => d.LastWriteTimeUtc < (clock.GetUtcNow() - Kept).UtcDateTime) : [])
        {
            old.Delete(recursive: true);
        }
    }
}
