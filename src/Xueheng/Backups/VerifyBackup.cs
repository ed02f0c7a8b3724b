using System.IO.Compression;
using System.Text.Json;
using Xueheng.Storage;

namespace Xueheng.Backups;

/// <summary>Checks a backup without restoring it: every entry is there, hashes to what the manifest says, and every row can be read.</summary>
public sealed class VerifyBackup(XuehengDb db)
{
    /// <returns>The manifest of a whole backup; XH9011 for a file that is none, XH9012 for a damaged one, XH9013 for one of a newer version.</returns>
    public async Task<Outcome<BackupManifest>> RunAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return new Failure("XH9011", $"没有文件 {path}。");
        }

        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancellation);
            return await CheckAsync(zip, path, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or EndOfStreamException)
        {
            return new Failure("XH9012", $"{path} 不是备份，或已损坏：{e.Message}");
        }
    }

    private async Task<Outcome<BackupManifest>> CheckAsync(ZipArchive zip, string path, CancellationToken cancellation)
    {
        if (await BackupManifest.ReadAsync(zip, cancellation) is not { Tables: not null, Files: not null, Schema: not null } manifest)
        {
            return new Failure("XH9012", $"{path} 不是备份：缺少 {BackupManifest.Name}。");
        }

        if (manifest.Format > BackupManifest.CurrentFormat || manifest.Schema.Except(Schema.Names(db)).Any())
        {
            return new Failure("XH9013", $"{path} 由更新的版本（{manifest.Version}）备份，请换用那个版本或更新的程序。");
        }

        var tables = BackupTable.All(db).ToDictionary(t => $"tables/{t.Name}.jsonl");
        if (manifest.Tables.FirstOrDefault(p => !tables.ContainsKey(p.Path)) is { } unknown)
        {
            return new Failure("XH9012", $"{path} 里有不认识的表 {unknown.Path}。");
        }

        foreach (var part in manifest.Parts)
        {
            if (zip.GetEntry(part.Path) is not { } entry)
            {
                return new Failure("XH9012", $"{path} 已损坏：缺少 {part.Path}。");
            }

            await using var stream = await entry.OpenAsync(cancellation);
            await using var hashed = new HashingStream(stream);
            var rows = part.Rows is null ? (long?)null : await tables[part.Path].ReadAsync(hashed, cancellation);
            await hashed.CopyToAsync(Stream.Null, cancellation);
            if (hashed.Bytes != part.Bytes || hashed.Sha256() != part.Sha256 || rows != part.Rows)
            {
                return new Failure("XH9012", $"{path} 已损坏：{part.Path} 与清单记录的校验值不符。");
            }
        }

        return manifest;
    }
}
