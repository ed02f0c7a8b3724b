using System.Buffers.Binary;
using System.Text;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.CensusImports;

/// <summary>A formula that ended in an error is not "not filled in", in a workbook of the old format either.</summary>
public sealed class OldFaultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xueheng-faults-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Error_cells_of_an_old_workbook_are_errors_that_say_so()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);

        var findings = (await desk.ImportAsync([HostileFiles.Kept("faults.xls")], dryRun: true)).Value.Findings;

        Assert.Equal(
            [("XH1215", "资源", 2, "室内体育用房面积", "#N/A"), ("XH1215", "资源", 2, "图书册数", "#DIV/0!"), ("XH1215", "学生", 3, "姓名", "#N/A")],
            findings.Where(f => f.Rule == "XH1215").Select(f => (f.Rule, f.Sheet, f.Line, f.Column, f.Value)));
    }

    /// <summary>Short streams lie in pieces inside another; names of the older format are in the code page of the workbook; charts have cells of their own.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public void Constants_are_found_in_streams_short_and_long_and_those_of_a_chart_are_not(int padding)
    {
        var name = CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes("学生");
        byte[] globals = [.. Record(0x809, [0, 5, 5, 0]), .. Record(0x42, [0xA8, 0x03])];
        var begin = globals.Length + 4 + 7 + name.Length + 4;
        byte[] workbook =
        [
            .. globals,
            .. Record(0x85, [(byte)begin, 0, 0, 0, 0, 0, (byte)name.Length, .. name]),
            .. Record(0x0A, []),
            .. Record(0x809, [0, 5, 16, 0]),
            .. Record(0x205, [4, 0, 2, 0, 0, 0, 0x24, 1]),
            .. Record(0x205, [5, 0, 2, 0, 0, 0, 1, 0]),
            .. Record(0x809, [0, 5, 32, 0]),
            .. Record(0x205, [9, 0, 9, 0, 0, 0, 0x2A, 1]),
            .. Record(0x0A, []),
            .. Record(0x3C, new byte[padding]),
            .. Record(0x006, [6, 0, 0, 0, 0, 0, 2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]),
            .. Record(0x0A, []),
        ];
        var path = Path.Combine(_folder.FullName, "old.xls");
        File.WriteAllBytes(path, Compound("Book", workbook));

        var found = new List<(string, int, int, string)>();
        OldFaultCells.Find(path, (tab, line, field, error) => found.Add((tab, line, field, error)));

        Assert.Equal([("学生", 5, 2, "#NUM!"), ("学生", 7, 0, "#REF!")], found);
    }

    private static byte[] Record(int kind, byte[] body)
    {
        var head = new byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)kind);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(2), (ushort)body.Length);
        return [.. head, .. body];
    }

    /// <summary>A compound file of one stream: sector 0 the table, 1 the directory, 2 the table of small pieces, the rest the stream or the pieces.</summary>
    private static byte[] Compound(string name, byte[] content)
    {
        var small = content.Length < 4096;
        var sectors = (content.Length + 511) / 512;
        var file = new byte[512 * (4 + sectors)];
        Span<byte> header = file.AsSpan(0, 512), table = file.AsSpan(512, 512), directory = file.AsSpan(1024, 512), pieces = file.AsSpan(1536, 512);
        table.Fill(0xFF);
        pieces.Fill(0xFF);
        header[76..].Fill(0xFF);
        Put(header, (0, unchecked((int)0xE011CFD0)), (30, 9 | (6 << 16)), (44, 1), (48, 1), (56, 4096), (60, 2), (64, 1), (68, -2), (76, 0));
        Chain(table, 0, 1, -3);
        Chain(table, 1, 1, -2);
        Chain(table, 2, 1, -2);
        Chain(table, 3, sectors, -2);
        Chain(pieces, 0, (content.Length + 63) / 64, -2);
        Entry(directory[..128], "Root Entry", 5, small ? 3 : -2, small ? sectors * 512 : 0);
        Entry(directory[128..256], name, 2, small ? 0 : 3, content.Length);
        content.CopyTo(file.AsSpan(2048));
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte kind, int start, int length)
    {
        var bytes = Encoding.Unicode.GetBytes(name);
        bytes.CopyTo(entry);
        Put(entry, (64, bytes.Length + 2), (116, start), (120, length));
        entry[66] = kind;
    }

    private static void Chain(Span<byte> table, int start, int count, int end)
    {
        for (var i = 0; i < count; i++)
        {
            Put(table, ((start + i) * 4, i == count - 1 ? end : start + i + 1));
        }
    }

    private static void Put(Span<byte> bytes, params ReadOnlySpan<(int At, int Value)> values)
    {
        foreach (var (at, value) in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes[at..], value);
        }
    }
}
