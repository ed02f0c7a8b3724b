namespace Xueheng.App.Pages.Lists;

/// <summary>A file for as long as it is open: for its owner alone, and gone however the program ends.</summary>
internal static class ScratchFile
{
    public static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 81920,
            Options = FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
        }
        else
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"xueheng-{Guid.CreateVersion7():N}"), options);
        if (!OperatingSystem.IsWindows())
        {
            // An open file lives on without its name.
            File.Delete(file.Name);
        }

        return file;
    }
}
