using System.Text;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.CensusImports;

/// <summary>
/// Sound files spoilt at random, from fixed seeds: each ends in a refusal, in findings, or in a clean import. Never in an
/// exception, and never with the revision before it touched.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 150;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Bytes_of_a_workbook_spoilt_at_random(int seed) => await RunAsync(seed, "a.xlsx", (random, folder) =>
        Spoil(random, File.ReadAllBytes(new SmallCensus().Write(folder).Path)));

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Bytes_of_an_old_workbook_spoilt_at_random(int seed) => await RunAsync(seed, "a.xls", (random, _) =>
        Spoil(random, File.ReadAllBytes(HostileFiles.Kept("small.xls").Path)));

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public async Task Xml_of_a_workbook_spoilt_at_random(int seed) => await RunAsync(seed, "a.xlsx", (random, folder) =>
    {
        var file = new SmallCensus().Write(folder);
        HostileFiles.Rewrite(file.Path, (_, xml) => random.Next(3) == 0 ? SpoilXml(random, xml) : xml);
        return File.ReadAllBytes(file.Path);
    });

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public async Task Text_of_csv_spoilt_at_random(int seed) => await RunAsync(seed, "学校.csv", (random, folder) =>
        Spoil(random, File.ReadAllBytes(new SmallCensus().WriteCsv(folder, new UTF8Encoding(false))[0].Path)));

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public async Task Cells_filled_with_anything(int seed)
    {
        object?[] anything = ["", " ", "是", -1, 1e300, double.Epsilon, 3.5, "３２", "2024-02-30", new DateOnly(9999, 12, 31), "=1+1", "'", "\"", "\0\u0001", "𠮷", new string('长', 4000), "E+", "1E+18", 20150901, "null", "一年级", "#N/A"];
        await RunAsync(seed, "a.xlsx", (random, folder) =>
        {
            var census = new SmallCensus();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var sheet = SheetLayout.All[random.Next(SheetLayout.All.Count)];
                census.Set(sheet.Kind, 0, sheet.Columns[random.Next(sheet.Columns.Count)].Heading, anything[random.Next(anything.Length)]);
            }

            return File.ReadAllBytes(census.Write(folder).Path);
        });
    }

    private static async Task RunAsync(int seed, string name, Func<Random, DirectoryInfo, byte[]> make)
    {
        await using var desk = await CensusDesk.OpenAsync(seed % 2 == 0 ? DatabaseKind.Postgres : DatabaseKind.Sqlite);
        await desk.StoreAsync(new SmallCensus());
        var random = new Random(seed);
        var stored = 1;
        for (var round = 0; round < Rounds; round++)
        {
            var before = await desk.EverythingAsync();
            var file = HostileFiles.Bytes(desk.Folder, name, make(random, desk.Folder));
            var outcome = await desk.ImportAsync([file], dryRun: round % 3 != 0, publish: false);
            if (!outcome.Succeeded)
            {
                Assert.StartsWith("XH10", outcome.Failure!.Code, StringComparison.Ordinal);
                Assert.Equal(before, await desk.EverythingAsync());
            }
            else if (outcome.Value.Revision is { } number)
            {
                Assert.Equal((++stored, 0L), (number, outcome.Value.Errors));
            }
            else
            {
                Assert.Equal(before, await desk.EverythingAsync());
            }
        }
    }

    private static byte[] Spoil(Random random, byte[] bytes)
    {
        var spoilt = bytes.ToList();
        for (var i = random.Next(1, 12); i > 0 && spoilt.Count > 20; i--)
        {
            var at = random.Next(spoilt.Count);
            switch (random.Next(5))
            {
                case 0:
                    spoilt[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    spoilt[at] = (byte)random.Next(256);
                    break;
                case 2:
                    spoilt.RemoveRange(at, Math.Min(random.Next(1, 200), spoilt.Count - at));
                    break;
                case 3:
                    spoilt.InsertRange(at, Enumerable.Range(0, random.Next(1, 50)).Select(_ => (byte)random.Next(256)));
                    break;
                default:
                    spoilt.InsertRange(at, spoilt.GetRange(at, Math.Min(100, spoilt.Count - at)));
                    break;
            }
        }

        return [.. spoilt];
    }

    private static string SpoilXml(Random random, string xml)
    {
        string[] pieces = ["<", ">", "\"", "&", "&#0;", "&#xD800;", "]]>", "<!--", "t=\"s\"", "t=\"e\"", "t=\"d\"", "r=\"A99999\"", "r=\"-1\"", "<v>NaN</v>", "<v>1e999</v>", "</row>", "<row r=\"0\">", "<sheetData/>", "s=\"99999\"", "\u0000"];
        var spoilt = new StringBuilder(xml);
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(spoilt.Length);
            switch (random.Next(4))
            {
                case 0:
                    spoilt.Insert(at, pieces[random.Next(pieces.Length)]);
                    break;
                case 1:
                    spoilt.Remove(at, Math.Min(random.Next(1, 60), spoilt.Length - at));
                    break;
                case 2:
                    spoilt[at] = (char)random.Next(1, 0x2000);
                    break;
                default:
                    var digit = random.Next(10);
                    spoilt.Replace($"\"{digit}\"", $"\"{random.Next()}\"", 0, spoilt.Length);
                    break;
            }
        }

        return spoilt.ToString();
    }
}
