using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Xueheng.Census;

namespace Xueheng.Tests.CensusImports;

/// <summary>Workbooks no spreadsheet would write.</summary>
internal static class HostileFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A file that is kept with the tests.</summary>
    public static CensusFile Kept(string name) => new(name, Path.Combine(Repository.Root, "tests", "Xueheng.Tests", "Census", "Files", name));

    public static CensusFile Bytes(DirectoryInfo folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return new CensusFile(name, path);
    }

    /// <summary>A sound small workbook whose sheet 学校 has this XML in place of its own.</summary>
    public static CensusFile WithSheet(DirectoryInfo folder, string name, Action<StreamWriter> write)
    {
        var file = new SmallCensus().Write(folder, name);
        using var zip = ZipFile.Open(file.Path, ZipArchiveMode.Update);
        zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
        write(writer);
        return file;
    }

    /// <summary>The same with rows given as XML.</summary>
    public static CensusFile WithRows(DirectoryInfo folder, string name, string rows) =>
        WithSheet(folder, name, w => w.Write($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"));

    /// <summary>Replaces the cell that holds a text; $1 of the replacement is the cell's reference.</summary>
    public static void SpoilCell(string path, string text, string cell) =>
        Rewrite(path, (name, xml) => name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
            ? Regex.Replace(xml, $"<c r=\"([A-Z]+[0-9]+)\"[^>]*><is><t>{Regex.Escape(text)}</t></is></c>", cell)
            : xml);

    /// <summary>Rewrites the text of the parts of a workbook.</summary>
    public static void Rewrite(string path, Func<string, string, string> change)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in zip.Entries.ToList())
        {
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            var changed = change(entry.FullName, text);
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
