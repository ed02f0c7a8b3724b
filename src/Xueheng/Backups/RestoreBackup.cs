using System.IO.Compression;
using Xueheng.Storage;

namespace Xueheng.Backups;

/// <param name="Folder">The data folder to fill.</param>
/// <param name="Path">The zip.</param>
public sealed record RestoreBackupCommand(DirectoryInfo Folder, string Path);

/// <summary>恢复: puts a verified backup into a database without rows and a data folder without files. The database gets all of it or nothing.</summary>
public sealed class RestoreBackup(XuehengDb db, IBulkRows bulk)
{
    /// <returns>The manifest of what was restored; XH9014 when there is something already, else as <see cref="VerifyBackup"/>.</returns>
    public async Task<Outcome<BackupManifest>> RunAsync(RestoreBackupCommand command, CancellationToken cancellation)
    {
        var verified = await new VerifyBackup(db).RunAsync(command.Path, cancellation);
        if (!verified.Succeeded)
        {
            return verified;
        }

        var tables = BackupTable.All(db);
        if (await OccupiedAsync(tables, command.Folder, cancellation) is { } failure)
        {
            return failure;
        }

        await using var zip = await ZipFile.OpenReadAsync(command.Path, cancellation);
        foreach (var part in verified.Value.Files)
        {
            if (BackupFiles.Target(command.Folder, part.Path["files/".Length..]) is not { } target)
            {
                return new Failure("XH9012", $"备份里的文件名 {part.Path} 不能用。");
            }

            await ExtractAsync(zip.GetEntry(part.Path)!, target, cancellation);
        }

        return await RestoreAsync(zip, tables, verified.Value, cancellation);
    }

    private async Task<Failure?> OccupiedAsync(IReadOnlyList<BackupTable> tables, DirectoryInfo folder, CancellationToken cancellation)
    {
        if (BackupFiles.Of(folder) is [var file, ..])
        {
            return new Failure("XH9014", $"{folder.FullName} 里已有文件 {file}，只能恢复到空的数据文件夹，请换一个 --data。");
        }

        foreach (var table in tables)
        {
            if (await table.CountAsync(db, cancellation) > 0)
            {
                return new Failure("XH9014", $"数据库里已有数据（表 {table.Name}），只能恢复到空的数据库，请换一个 --data 或 --database。");
            }
        }

        return null;
    }

    private async Task<Outcome<BackupManifest>> RestoreAsync(
        ZipArchive zip, IReadOnlyList<BackupTable> tables, BackupManifest manifest, CancellationToken cancellation)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        await TableOrder.DeferReferencesAsync(db, cancellation);
        foreach (var table in tables)
        {
            if (manifest.Tables.FirstOrDefault(p => p.Path == $"tables/{table.Name}.jsonl") is not { } part)
            {
                continue;
            }

            await using var stream = await zip.GetEntry(part.Path)!.OpenAsync(cancellation);
            await table.RestoreAsync(db, bulk, stream, cancellation);
            var rows = await table.CountAsync(db, cancellation);
            if (rows != part.Rows)
            {
                return new Failure("XH9015", $"恢复后表 {table.Name} 有 {rows} 行，备份里有 {part.Rows} 行，已全部撤回。");
            }
        }

        await whole.CommitAsync(cancellation);
        return manifest;
    }

    private static async Task ExtractAsync(ZipArchiveEntry entry, string target, CancellationToken cancellation)
    {
        await using var source = await entry.OpenAsync(cancellation);
        await using var file = BackupFiles.Create(target);
        await source.CopyToAsync(file, cancellation);
    }
}
