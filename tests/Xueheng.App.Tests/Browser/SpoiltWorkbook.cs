using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Xueheng.App.Tests.Browser;

/// <summary>A census workbook in which some identity numbers have been spoilt, as typing by hand spoils them.</summary>
internal static partial class SpoiltWorkbook
{
    private const int Spoilt = 5;

    public static string Make(string good, string path)
    {
        File.Copy(good, path, overwrite: true);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var left = Spoilt;
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
        {
            string text;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8))
            {
                text = reader.ReadToEnd();
            }

            if (!text.Contains("学籍号", StringComparison.Ordinal))
            {
                continue;
            }

            text = PupilNumber().Replace(text, match => left-- > 0 ? ">G990101201001019999<" : match.Value);
            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(text);
        }

        return left < Spoilt ? path : throw new InvalidOperationException("No pupil number was found to spoil.");
    }

    [GeneratedRegex(">G[0-9]{17}[0-9X]<")]
    private static partial Regex PupilNumber();
}
