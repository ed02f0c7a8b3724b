using System.Data;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Backups;

/// <param name="Folder">The data folder.</param>
/// <param name="Path">The zip to write; it must not exist.</param>
/// <param name="Version">Of the program.</param>
public sealed record MakeBackupCommand(DirectoryInfo Folder, string Path, string Version);

/// <summary>
/// 备份: the whole database, as it stands at one moment, and the files of the data folder, in one zip. The site may go on
/// running. The zip appears under its name only when it is whole.
/// </summary>
public sealed class MakeBackup(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<BackupManifest>> RunAsync(MakeBackupCommand command, CancellationToken cancellation)
    {
        if (File.Exists(command.Path))
        {
            return new Failure("XH9010", $"{command.Path} 已经存在，请换一个文件名。");
        }

        var unfinished = $"{command.Path}.{Guid.CreateVersion7():N}.part";
        try
        {
            BackupManifest manifest;
            await using (var file = BackupFiles.Create(unfinished))
            await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
            {
                manifest = new BackupManifest(
                    BackupManifest.CurrentFormat,
                    command.Version,
                    clock.GetUtcNow(),
                    Schema.Names(db),
                    await TablesAsync(zip, cancellation),
                    await FilesAsync(zip, command.Folder, cancellation));
                await manifest.WriteAsync(zip, cancellation);
            }

            File.Move(unfinished, command.Path);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<List<BackupPart>> TablesAsync(ZipArchive zip, CancellationToken cancellation)
    {
        // Both levels read one snapshot here: on SQLite this one begins a transaction that does not keep writers out.
        await using var snapshot = await db.Database.BeginTransactionAsync(
            db.Database.IsSqlite() ? IsolationLevel.ReadUncommitted : IsolationLevel.RepeatableRead, cancellation);
        var parts = new List<BackupPart>();
        foreach (var table in BackupTable.All(db))
        {
            var path = $"tables/{table.Name}.jsonl";
            await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellation);
            await using var hashed = new HashingStream(entry);
            var rows = await table.WriteAsync(db, hashed, cancellation);
            parts.Add(new BackupPart(path, hashed.Bytes, hashed.Sha256(), rows));
        }

        return parts;
    }

    private static async Task<List<BackupPart>> FilesAsync(ZipArchive zip, DirectoryInfo folder, CancellationToken cancellation)
    {
        var parts = new List<BackupPart>();
        foreach (var path in BackupFiles.Of(folder))
        {
            await using var source = File.OpenRead(Path.Combine(folder.FullName, path));
            await using var entry = await zip.CreateEntry("files/" + path, CompressionLevel.Fastest).OpenAsync(cancellation);
            await using var hashed = new HashingStream(entry);
            await source.CopyToAsync(hashed, cancellation);
            parts.Add(new BackupPart("files/" + path, hashed.Bytes, hashed.Sha256()));
        }

        return parts;
    }
}
