using System.IO.Compression;
using System.Text;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.CensusImports;

/// <summary>Files made to do harm, or merely not workbooks: always a sentence that says what to do, and nothing changed.</summary>
public sealed class HostileTests
{
    public static TheoryData<string, string> Refused() => new()
    {
        { "a picture", "XH1011" },
        { "nothing", "XH1011" },
        { "another zip", "XH1011" },
        { "a binary workbook", "XH1011" },
        { "binary text", "XH1011" },
        { "encrypted.xls", "XH1013" },
        { "encrypted.xlsx", "XH1013" },
        { "cut short", "XH1012" },
        { "cut shorter", "XH1012" },
        { "sheet cut short", "XH1012" },
        { "bomb", "XH1015" },
        { "lying bomb", "XH1012" },
        { "many parts", "XH1015" },
        { "entities", "XH1015" },
        { "one endless text", "XH1015" },
        { "endless depth", "XH1015" },
        { "row two thousand million", "XH1014" },
        { "column ZZZZZZ", "XH1014" },
        { "no such file", "XH1010" },
        { "quote without end", "XH1012" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task It_is_refused_with_a_sentence(string what, string code)
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        await desk.StoreAsync(new SmallCensus());
        var before = await desk.EverythingAsync();
        var outcome = await desk.ImportAsync([Make(what, desk.Folder)]);
        Assert.Equal(code, outcome.Failure?.Code);
        Assert.Matches(@"[\p{IsCJKUnifiedIdeographs}]{4}", outcome.Failure!.Message);
        Assert.Equal(before, await desk.EverythingAsync());
    }

    [Fact]
    public async Task An_old_workbook_is_read_like_a_new_one()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var outcome = await desk.ImportAsync([HostileFiles.Kept("small.xls")]);
        Assert.Equal([], outcome.Value.Findings.Select(f => f.Message));
        Assert.Equal("李二", (await desk.RowsAsync<PupilRow>(1))[1].Name);
    }

    [Fact]
    public async Task A_sheet_of_16384_columns_is_read_and_the_strange_ones_are_told_in_one_line()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var census = new SmallCensus();
        for (var i = 9; i <= 16_384; i++)
        {
            census.Set(SheetKind.Schools, 0, "列" + i, "x");
        }

        var outcome = await desk.ImportAsync(census);
        Assert.Equal("XH1104", Assert.Single(outcome.Value.Findings).Rule);
        Assert.NotNull(outcome.Value.Revision);
    }

    [Fact]
    public async Task Wrong_tab_names_are_named()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var file = new SmallCensus().Write(desk.Folder);
        HostileFiles.Rewrite(file.Path, (name, xml) => name == "xl/workbook.xml" ? xml.Replace("\"学校\"", "\"学校信息\"", StringComparison.Ordinal) : xml);
        var outcome = await desk.ImportAsync([file]);
        Assert.Equal(["XH1101", "XH1103"], outcome.Value.Findings.Select(f => f.Rule).Order());
    }

    private static CensusFile Make(string what, DirectoryInfo folder)
    {
        var sound = new Lazy<byte[]>(() => File.ReadAllBytes(new SmallCensus().Write(folder, "sound.xlsx").Path));
        return what switch
        {
            "a picture" => HostileFiles.Bytes(folder, "a.xlsx", [0x89, .. "PNG\r\n"u8, .. new byte[5000]]),
            "nothing" => HostileFiles.Bytes(folder, "a.xlsx", []),
            "another zip" => Zip(folder, zip => Entry(zip, "readme.txt", "hello")),
            "a binary workbook" => Zip(folder, zip =>
            {
                Entry(zip, "[Content_Types].xml", "<Types/>");
                Entry(zip, "xl/workbook.bin", "x");
            }),
            "binary text" => HostileFiles.Bytes(folder, "学校.csv", [1, 2, 0, 3, 0, 0, 7]),
            "encrypted.xls" => HostileFiles.Kept("encrypted.xls"),
            "encrypted.xlsx" => HostileFiles.Bytes(folder, "a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]),
            "cut short" => HostileFiles.Bytes(folder, "a.xlsx", sound.Value[..^40]),
            "cut shorter" => HostileFiles.Bytes(folder, "a.xlsx", sound.Value[..(sound.Value.Length / 2)]),
            "sheet cut short" => HostileFiles.WithSheet(folder, "a.xlsx", w => w.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>")),
            "bomb" => HostileFiles.WithSheet(folder, "a.xlsx", w => Rows(w, 30_000_000)),
            "lying bomb" => Lying(HostileFiles.WithSheet(folder, "a.xlsx", w => Rows(w, 3_000_000))),
            "many parts" => Zip(folder, zip =>
            {
                Entry(zip, "[Content_Types].xml", "<Types/>");
                for (var i = 0; i < 10_001; i++)
                {
                    Entry(zip, $"{i}", "");
                }
            }),
            "entities" => HostileFiles.WithSheet(folder, "a.xlsx", w => w.Write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>")),
            "one endless text" => HostileFiles.WithSheet(folder, "a.xlsx", w =>
            {
                var random = new Random(1);
                w.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>");
                for (var i = 0; i < 2_000_000; i++)
                {
                    w.Write((char)('a' + random.Next(26)));
                }

                w.Write("</t></is></c></row></sheetData></worksheet>");
            }),
            "endless depth" => HostileFiles.WithSheet(folder, "a.xlsx", w => Repeat(w, "<a>", 200_000)),
            "row two thousand million" => HostileFiles.WithRows(folder, "a.xlsx", "<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>"),
            "column ZZZZZZ" => HostileFiles.WithRows(folder, "a.xlsx", "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"),
            "no such file" => new CensusFile("a.xlsx", Path.Combine(folder.FullName, "gone.xlsx")),
            _ => HostileFiles.Bytes(folder, "学校.csv", [.. "学校标识码,学校名称,办学类型码,办别\n\""u8, .. Enumerable.Repeat((byte)'x', 9_000_000)]),
        };
    }

    private static void Rows(StreamWriter writer, int count)
    {
        writer.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        Repeat(writer, "<row r=\"1\"/>", count);
        writer.Write("</sheetData></worksheet>");
    }

    private static void Repeat(StreamWriter writer, string text, int times)
    {
        for (var i = 0; i < times; i++)
        {
            writer.Write(text);
        }
    }

    /// <summary>Says of its largest part that it is a hundred bytes.</summary>
    private static CensusFile Lying(CensusFile file)
    {
        var bytes = File.ReadAllBytes(file.Path);
        for (var at = bytes.Length - 46; at >= 0; at--)
        {
            if (BitConverter.ToUInt32(bytes, at) == 0x02014b50 && BitConverter.ToUInt32(bytes, at + 24) > 1_000_000)
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 100u);
            }
        }

        File.WriteAllBytes(file.Path, bytes);
        return file;
    }

    private static CensusFile Zip(DirectoryInfo folder, Action<ZipArchive> fill)
    {
        var path = Path.Combine(folder.FullName, "a.xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            fill(zip);
        }

        return new CensusFile("a.xlsx", path);
    }

    private static void Entry(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
