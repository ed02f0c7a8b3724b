using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Xueheng.Tests.CensusImports;

/// <summary>Workbooks no spreadsheet would write.</summary>
internal static class HostileFiles
{
    /// <summary>Replaces the cell that holds a text; $1 of the replacement is the cell's reference.</summary>
    public static void SpoilCell(string path, string text, string cell) =>
        Rewrite(path, xml => Regex.Replace(xml, $"<c r=\"([A-Z]+[0-9]+)\"[^>]*><is><t>{Regex.Escape(text)}</t></is></c>", cell));

    /// <summary>Rewrites the text of every sheet.</summary>
    public static void Rewrite(string path, Func<string, string> change)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
        {
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            var changed = change(text);
            if (changed != text)
            {
                var name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(changed);
            }
        }
    }
}
