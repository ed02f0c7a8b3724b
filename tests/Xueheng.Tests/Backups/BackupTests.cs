using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xueheng.Backups;
using Xueheng.Census;
using Xueheng.Reports;
using Xueheng.Standards;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Backups;

public sealed class BackupTests
{
    public static TheoryData<DatabaseKind, DatabaseKind> Pairs { get; } = new()
    {
        { DatabaseKind.Sqlite, DatabaseKind.Sqlite },
        { DatabaseKind.Postgres, DatabaseKind.Postgres },
        { DatabaseKind.Sqlite, DatabaseKind.Postgres },
        { DatabaseKind.Postgres, DatabaseKind.Sqlite },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Pairs))]
    public async Task A_backup_of_either_engine_restores_to_the_last_digit_on_either(DatabaseKind from, DatabaseKind to)
    {
        await using var desk = await FilledAsync(from);
        var zip = await BackupAsync(desk.Database);
        await using var empty = await TestDatabase.CreateAsync(to);

        var restored = await RestoreAsync(empty, zip);

        Assert.True(restored.Succeeded, restored.Failure?.ToString());
        Assert.Equal(await EverythingAsync(desk.Database), await EverythingAsync(empty));
        Assert.Equal("自己的包", await File.ReadAllTextAsync(Path.Combine(empty.Folder.FullName, "packs", "own.yaml"), Cancellation));
        Assert.False(Directory.Exists(Path.Combine(empty.Folder.FullName, "logs")));
        Assert.True(restored.Value.Rows >= 12, $"rows {restored.Value.Rows}");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(zip));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(empty.Folder.FullName, "packs", "own.yaml")));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_backup_is_of_one_moment_and_does_not_wait_for_a_writer(DatabaseKind kind)
    {
        await using var desk = await FilledAsync(kind);
        var before = await EverythingAsync(desk.Database);
        await using var writer = desk.Open();
        await using var open = await writer.Database.BeginTransactionAsync(Cancellation);
        writer.Add(new County { Code = "110101", Name = "未提交" });
        await writer.SaveChangesAsync(Cancellation);

        var zip = await BackupAsync(desk.Database);

        await open.RollbackAsync(Cancellation);
        await using var empty = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await RestoreAsync(empty, zip);
        Assert.Equal(before, await EverythingAsync(empty));
    }

    [Fact]
    public async Task A_backup_never_overwrites()
    {
        await using var desk = await FilledAsync(DatabaseKind.Sqlite);
        var zip = await BackupAsync(desk.Database);
        await using var db = desk.Open();
        var again = await new MakeBackup(db, TimeProvider.System).RunAsync(new(desk.Folder, zip, "0"), Cancellation);
        Assert.Equal("XH9010", again.Failure?.Code);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(zip)!));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_is_restored_over_data(DatabaseKind kind)
    {
        await using var desk = await FilledAsync(kind);
        var zip = await BackupAsync(desk.Database);
        await using var rows = await FilledAsync(kind, withFiles: false);
        var before = await EverythingAsync(rows.Database);
        Assert.Equal("XH9014", (await RestoreAsync(rows.Database, zip)).Failure?.Code);
        Assert.Equal(before, await EverythingAsync(rows.Database));

        await using var files = await TestDatabase.CreateAsync(kind);
        await File.WriteAllTextAsync(Path.Combine(files.Folder.FullName, "mine.txt"), "x", Cancellation);
        Assert.Equal("XH9014", (await RestoreAsync(files, zip)).Failure?.Code);
        Assert.Single(BackupFiles.Of(files.Folder));
    }

    [Fact]
    public async Task Every_damage_is_found_before_anything_is_restored()
    {
        await using var desk = await FilledAsync(DatabaseKind.Sqlite);
        var zip = await BackupAsync(desk.Database);
        Assert.True((await VerifyAsync(zip)).Succeeded);
        Assert.Equal("XH9011", (await VerifyAsync(zip + ".none")).Failure?.Code);

        await DamagedAsync("not a zip", "XH9012", copy => File.WriteAllText(copy, "hello"));
        await DamagedAsync("cut short", "XH9012", copy =>
        {
            using var file = File.OpenWrite(copy);
            file.SetLength(file.Length / 2);
        });
        await DamagedAsync("no manifest", "XH9012", copy => Change(copy, z => z.GetEntry(BackupManifest.Name)!.Delete()));
        await DamagedAsync("an entry gone", "XH9012", copy => Change(copy, z => z.GetEntry("tables/census_schools.jsonl")!.Delete()));
        await DamagedAsync("a row changed", "XH9012", copy => Change(copy, z => Rewrite(z, "tables/census_schools.jsonl", t => t.Replace("小学", "大学", StringComparison.Ordinal))));
        await DamagedAsync("a file changed", "XH9012", copy => Change(copy, z => Rewrite(z, "files/packs/own.yaml", _ => "别人的包")));
        await DamagedAsync("a newer format", "XH9013", copy => ChangeManifest(copy, m => m["format"] = 2));
        await DamagedAsync("a newer schema", "XH9013", copy => ChangeManifest(copy, m => m["schema"]!.AsArray().Add("Later")));

        async Task DamagedAsync(string what, string code, Action<string> damage)
        {
            var copy = zip + "." + what.Replace(' ', '-');
            File.Copy(zip, copy);
            damage(copy);
            Assert.True((await VerifyAsync(copy)).Failure?.Code == code, what);
            await using var empty = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
            Assert.True((await RestoreAsync(empty, copy)).Failure?.Code == code, what);
            Assert.Empty(BackupFiles.Of(empty.Folder));
        }
    }

    [Fact]
    public async Task A_file_cannot_be_restored_outside_the_data_folder()
    {
        await using var desk = await FilledAsync(DatabaseKind.Sqlite);
        var zip = await BackupAsync(desk.Database);
        Change(zip, z =>
        {
            Rewrite(z, "files/../outside.txt", _ => "x");
            Rewrite(z, BackupManifest.Name, text =>
            {
                var manifest = JsonNode.Parse(text)!;
                manifest["files"]!.AsArray().Add(JsonSerializer.SerializeToNode(new { path = "files/../outside.txt", bytes = 1, sha256 = Sha256("x") }));
                return manifest.ToJsonString();
            });
        });
        await using var empty = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal("XH9012", (await RestoreAsync(empty, zip)).Failure?.Code);
        Assert.False(File.Exists(Path.Combine(empty.Folder.Parent!.FullName, "outside.txt")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_backup_from_before_a_column_gives_it_what_a_new_row_begins_with(DatabaseKind kind)
    {
        await using var desk = await FilledAsync(kind);
        var zip = await BackupAsync(desk.Database);
        DropProperty(zip, "census_schools", "\"Town\":\"[^\"]*\",");
        DropProperty(zip, "report_prints", "\"Revision\":1,");
        await using var empty = await TestDatabase.CreateAsync(kind);
        Assert.True((await RestoreAsync(empty, zip)).Succeeded);
        await using var db = empty.Open();
        Assert.All(await db.Set<SchoolRow>().ToListAsync(Cancellation), s => Assert.Equal("", s.Town));
        Assert.Equal(0, (await db.Set<ReportPrint>().SingleAsync(Cancellation)).Revision);
    }

    /// <summary>A county with every kind of row, and files beside it.</summary>
    private static async Task<CensusDesk> FilledAsync(DatabaseKind kind, bool withFiles = true)
    {
        var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus().Set(SheetKind.Schools, 0, "乡镇", "东镇"));
        await using var db = desk.Open();
        db.Add(new Judgement
        {
            County = CensusDesk.County, Id = Guid.CreateVersion7(), Period = 2024, Standard = "quality-balance-2017", Indicator = "Q1", Verdict = Verdict.Meets,
            Evidence = "会议纪要“第3号”\n第二行", FileName = "a.pdf", FileContent = [0, 255, 10], JudgedBy = "甲", JudgedAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, 123, 456, TimeSpan.FromHours(8)),
        });
        db.Add(new ReportPrint
        {
            County = CensusDesk.County, Id = Guid.CreateVersion7(), Period = 2024, Revision = 1, Template = "self", PrintedAt = DateTimeOffset.UnixEpoch, Figures = "[]", Document = [1, 2, 3],
        });
        await db.SaveChangesAsync(Cancellation);
        foreach (var file in Directory.GetFiles(desk.Folder.FullName).Where(f => !Path.GetFileName(f).StartsWith("xueheng.db", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        if (withFiles)
        {
            await File.WriteAllTextAsync(Path.Combine(desk.Folder.CreateSubdirectory("packs").FullName, "own.yaml"), "自己的包", Cancellation);
            await File.WriteAllTextAsync(Path.Combine(desk.Folder.CreateSubdirectory("logs").FullName, "x.jsonl"), "{}", Cancellation);
        }

        return desk;
    }

    private static async Task<string> BackupAsync(TestDatabase database)
    {
        var zip = Path.Combine(database.Folder.CreateSubdirectory("backups").FullName, "backup.zip");
        await using var db = database.Open();
        var made = await new MakeBackup(db, TimeProvider.System).RunAsync(new(database.Folder, zip, "0.1.0"), Cancellation);
        Assert.True(made.Succeeded, made.Failure?.ToString());
        return zip;
    }

    private static async Task<Outcome<BackupManifest>> RestoreAsync(TestDatabase database, string zip)
    {
        await using var db = database.Open();
        return await new RestoreBackup(db, database.Bulk).RunAsync(new(database.Folder, zip), Cancellation);
    }

    private static async Task<Outcome<BackupManifest>> VerifyAsync(string zip)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        return await new VerifyBackup(db).RunAsync(zip, Cancellation);
    }

    /// <summary>Every row of every table, as text.</summary>
    private static async Task<string> EverythingAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var text = new StringBuilder();
        foreach (var table in BackupTable.All(db))
        {
            using var rows = new MemoryStream();
            await table.WriteAsync(db, rows, Cancellation);
            text.AppendLine(table.Name).AppendJoin('\n', Encoding.UTF8.GetString(rows.ToArray()).Split('\n').Order(StringComparer.Ordinal));
        }

        return text.ToString();
    }

    /// <summary>Makes a table what it was before it had a column.</summary>
    private static void DropProperty(string zip, string table, string pattern) => Change(zip, z =>
    {
        var path = $"tables/{table}.jsonl";
        var older = Rewrite(z, path, text => Regex.Replace(text, pattern, ""));
        Rewrite(z, BackupManifest.Name, text =>
        {
            var manifest = JsonNode.Parse(text)!;
            var part = manifest["tables"]!.AsArray().Single(p => (string)p!["path"]! == path)!;
            part["bytes"] = Encoding.UTF8.GetByteCount(older);
            part["sha256"] = Sha256(older);
            return manifest.ToJsonString();
        });
    });

    private static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Change(string zip, Action<ZipArchive> change)
    {
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
        change(archive);
    }

    private static void ChangeManifest(string zip, Action<JsonNode> change) => Change(zip, z => Rewrite(z, BackupManifest.Name, text =>
    {
        var manifest = JsonNode.Parse(text)!;
        change(manifest);
        return manifest.ToJsonString();
    }));

    private static string Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        var text = "";
        if (zip.GetEntry(name) is { } entry)
        {
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
        }

        var changed = change(text);
        Assert.NotEqual(text, changed);
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(changed);
        return changed;
    }
}
