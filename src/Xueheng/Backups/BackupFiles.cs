namespace Xueheng.Backups;

/// <summary>Which files of the data folder a backup takes: all but the database's own, what can be made again and what only concerns this machine.</summary>
internal static class BackupFiles
{
    private static readonly string[] LeftFolders = ["logs", "backups", "demo"];

    private static readonly string[] LeftFiles = ["xueheng.db", "xueheng.db-wal", "xueheng.db-shm", "xueheng.db-journal", "upgrade.lock"];

    /// <summary>Paths relative to the folder, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Of(DirectoryInfo folder) =>
        !folder.Exists ? [] : [.. folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.FullName, f.FullName).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !LeftFiles.Contains(path) && !LeftFolders.Contains(path.Split('/')[0]))
            .Order(StringComparer.Ordinal)];

    /// <summary>Where a file of a backup goes; null when its name leads out of the folder.</summary>
    public static string? Target(DirectoryInfo folder, string path)
    {
        var root = Path.GetFullPath(folder.FullName) + Path.DirectorySeparatorChar;
        var target = Path.GetFullPath(Path.Combine(root, path));
        return target.StartsWith(root, StringComparison.Ordinal) && !LeftFiles.Contains(path) ? target : null;
    }

    /// <summary>A new file that its owner alone may read, with the folders it needs.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
