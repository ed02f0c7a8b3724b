using System.Text;
using ExcelDataReader;
using Xueheng.Census;
using Xueheng.Demo;

namespace Xueheng.Tests.Demo;

/// <summary>The small county's workbooks, written once for all tests, and their rows by heading.</summary>
internal static class DemoFiles
{
    public static CodeTables Codes { get; } = CodeTables.Load(Path.Combine(Repository.Root, "packs"), null);

    public static IReadOnlyList<DemoWorkbook> Small { get; } = Write(1);

    /// <summary>Written beside the tests, over those of the last run.</summary>
    public static IReadOnlyList<DemoWorkbook> Write(int seed, string folder = "small") =>
        DemoCounty.Write(new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "demo", folder)), DemoSize.Small, seed, Codes);

    public static List<Dictionary<string, string>> Rows(int period, SheetKind kind)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(Small.Single(w => w.Period.Year == period).Path);
        using var reader = ExcelReaderFactory.CreateReader(file);
        while (reader.Name != SheetLayout.Of(kind).Name)
        {
            Assert.True(reader.NextResult());
        }

        Assert.True(reader.Read());
        var headings = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, headings.Count).ToDictionary(i => headings[i], i => reader.GetValue(i)?.ToString() ?? ""));
        }

        return rows;
    }
}
