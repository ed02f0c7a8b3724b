namespace Xueheng.App.Pages.Planning.Scenarios;

/// <summary>A file sent with a form, for as long as it is read: it is not kept.</summary>
internal sealed class SentFile : IAsyncDisposable
{
    public const int MostMegabytes = 8;

    private readonly DirectoryInfo _folder;

    private SentFile(string name, DirectoryInfo folder) => (Name, _folder) = (name, folder);

    /// <summary>As it was called.</summary>
    public string Name { get; }

    public string Path => System.IO.Path.Combine(_folder.FullName, "sent" + System.IO.Path.GetExtension(Name));

    /// <param name="file">Not above <see cref="MostMegabytes"/>.</param>
    public static async Task<SentFile> OfAsync(IFormFile file, CancellationToken cancellation)
    {
        var sent = new SentFile(System.IO.Path.GetFileName(file.FileName), Directory.CreateTempSubdirectory("sent"));
        await using var kept = File.Create(sent.Path);
        await file.CopyToAsync(kept, cancellation);
        return sent;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
