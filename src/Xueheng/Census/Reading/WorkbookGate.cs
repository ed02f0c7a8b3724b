using System.IO.Compression;

namespace Xueheng.Census;

/// <summary>
/// Decides whether a file is worth opening at all, and as what. An upload may be anything: a bomb that unpacks to
/// terabytes, a document with entities, a renamed picture. Nothing is kept of what it looks through.
/// </summary>
internal static class WorkbookGate
{
    /// <summary>Parts smaller than this may be packed as tightly as they like.</summary>
    private const long SmallPart = 8 << 20;

    public static OpenBook Open(string file, string path, ReadLimits limits)
    {
        var head = BrokenFile.Guard(file, () => ReadHead(file, path, limits));
        return head switch
        {
            [(byte)'P', (byte)'K', ..] => OpenWorkbook(file, path, limits),
            [0xD0, 0xCF, 0x11, 0xE0, ..] when BrokenFile.Guard(file, () => IsEncrypted(path)) =>
                throw BrokenFile.Damaged(file, new ExcelDataReader.Exceptions.InvalidPasswordException("EncryptedPackage")),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => new ExcelBook(file, path, limits, BrokenFile.Guard(file, () => FaultCells.FindOld(path))),
            _ when file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) =>
                new CsvBook(file, path, limits),
            _ => throw new BrokenFile("XH1011", $"文件“{file}”不是电子表格（.xlsx、.xls 或 .csv），请用电子表格另存为 .xlsx 后再上传"),
        };
    }

    /// <summary>An .xlsx with a password is an old-style container with a stream of this name in it.</summary>
    private static bool IsEncrypted(string path)
    {
        var name = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage").AsSpan();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var buffer = new byte[(1 << 16) + name.Length];
        var kept = 0;
        int length;
        while ((length = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false)) > 0)
        {
            var span = buffer.AsSpan(0, kept + length);
            if (span.IndexOf(name) >= 0)
            {
                return true;
            }

            kept = Math.Min(span.Length, name.Length);
            span[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static byte[] ReadHead(string file, string path, ReadLimits limits)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > limits.FileBytes)
        {
            throw new BrokenFile("XH1014", $"文件“{file}”有 {stream.Length >> 20} MB，超过 {limits.FileBytes >> 20} MB 的上限，请拆成几个文件");
        }

        if (stream.Length == 0)
        {
            throw new BrokenFile("XH1011", $"文件“{file}”是空的，请重新导出后再上传");
        }

        var head = new byte[8];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private static ExcelBook OpenWorkbook(string file, string path, ReadLimits limits)
    {
        BrokenFile.Guard(file, () =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            CheckSizes(file, ZipDirectory.Read(stream, limits.Parts), limits);
            return true;
        });
        var faults = false;
        BrokenFile.Guard(file, () =>
        {
            using var zip = ZipFile.OpenRead(path);
            faults = CheckContents(file, zip, limits);
            return true;
        });
        return new ExcelBook(file, path, limits, faults ? BrokenFile.Guard(file, () => FaultCells.Find(path)) : null);
    }

    private static void CheckSizes(string file, List<(string Name, long Packed, long Unpacked)> parts, ReadLimits limits)
    {
        if (parts.Any(p => p.Name == "xl/workbook.bin"))
        {
            throw new BrokenFile("XH1011", $"文件“{file}”是二进制工作簿（.xlsb），请另存为 .xlsx 后再上传");
        }

        if (!parts.Any(p => p.Name is "[Content_Types].xml"))
        {
            throw new BrokenFile("XH1011", $"文件“{file}”不是电子表格（.xlsx），请用电子表格另存为 .xlsx 后再上传");
        }

        var bomb = parts.Count > limits.Parts
            || parts.Sum(p => p.Unpacked) > limits.UnpackedBytes
            || parts.Any(p => p.Unpacked > SmallPart && p.Unpacked > p.Packed * limits.Ratio);
        if (bomb)
        {
            throw Bomb(file);
        }
    }

    /// <returns>Whether any cell holds an error value.</returns>
    private static bool CheckContents(string file, ZipArchive zip, ReadLimits limits)
    {
        var any = false;
        var buffer = new byte[1 << 17];
        foreach (var part in zip.Entries)
        {
            using var stream = part.Open();
            var verdict = XmlScan.Check(stream, buffer, part.Length, out var faults, out var texts);
            any |= faults;
            if (verdict == XmlScan.Verdict.TooMuch || (texts && part.Length > limits.SharedTextBytes))
            {
                throw Bomb(file);
            }

            if (verdict != XmlScan.Verdict.Fine)
            {
                throw new BrokenFile("XH1015", verdict == XmlScan.Verdict.DocumentType
                    ? $"文件“{file}”里有 XML 文档类型声明，电子表格不会有，没有打开；请用电子表格另存为新的 .xlsx 后再上传"
                    : $"文件“{file}”里有长得或深得不正常的内容，没有打开；请用电子表格另存为新的 .xlsx 后再上传");
            }
        }

        return any;
    }

    private static BrokenFile Bomb(string file) =>
        new("XH1015", $"文件“{file}”解压后大得不正常，没有打开；请用电子表格另存为新的 .xlsx 后再上传，或拆成几个文件");
}
