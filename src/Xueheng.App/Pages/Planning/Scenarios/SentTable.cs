namespace Xueheng.App.Pages.Planning.Scenarios;

/// <summary>A small table sent with a form, for as long as it is read: it is not kept.</summary>
internal sealed class SentTable : IAsyncDisposable
{
    public const int MostMegabytes = 8;

    private readonly DirectoryInfo? _folder;

    private SentTable(string name, DirectoryInfo? folder) => (Name, _folder) = (name, folder);

    /// <summary>As it was called.</summary>
    public string Name { get; }

    public bool TooLarge => _folder is null;

    public string Path => System.IO.Path.Combine(_folder!.FullName, "table" + System.IO.Path.GetExtension(Name));

    /// <returns>Null when none was sent.</returns>
    public static async Task<SentTable?> OfAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 })
        {
            return null;
        }

        if (file.Length > MostMegabytes << 20)
        {
            return new SentTable(file.FileName, null);
        }

        var sent = new SentTable(file.FileName, Directory.CreateTempSubdirectory("table"));
        await using var kept = File.Create(sent.Path);
        await file.CopyToAsync(kept, cancellation);
        return sent;
    }

    public ValueTask DisposeAsync()
    {
        _folder?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
