using System.Text;

namespace Xueheng.Census;

/// <summary>
/// Which encoding a .csv file is in. What opens with a mark says so; what is valid UTF-8 to its last byte is UTF-8; the rest
/// is what Chinese spreadsheets save, GB18030, of which GBK and GB2312 are parts.
/// </summary>
internal static class CsvEncoding
{
    static CsvEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Detect(string file, string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var bytes = new byte[1 << 16];
        var chars = new char[1 << 16];
        var length = stream.Read(bytes);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        if (bytes.AsSpan(0, length).Contains((byte)0))
        {
            throw new BrokenFile("XH1011", $"文件“{file}”不是文本，请用电子表格另存为 CSV（逗号分隔）或 .xlsx 后再上传");
        }

        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        try
        {
            do
            {
                decoder.GetChars(bytes, 0, length, chars, 0, flush: length == 0);
            }
            while (length > 0 && (length = stream.Read(bytes)) >= 0);
            return new UTF8Encoding(false);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030");
        }
    }
}
