using Xueheng.Census;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;
using Xueheng.Workbooks;

namespace Xueheng.Tests.Workbooks;

/// <summary>The template and its examples, through the check that a school's workbook goes through.</summary>
public sealed class TemplateImportTests
{
    [Fact]
    public async Task The_empty_template_is_read_and_only_its_emptiness_is_found_wrong()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var path = Path.Combine(desk.Folder.FullName, "template.xlsx");
        await using (var file = File.Create(path))
        {
            CensusTemplate.Write(file, CensusDesk.Packs.Codes);
        }

        var checkedTemplate = await desk.ImportAsync([new CensusFile("template.xlsx", path)], dryRun: true);

        Assert.True(checkedTemplate.Succeeded, checkedTemplate.Failure?.ToString());
        Assert.Equal(["XH1109"], checkedTemplate.Value.Findings.Select(f => f.Rule));
        Assert.All(checkedTemplate.Value.RowsBySheet.Values, rows => Assert.Equal(0, rows));
    }

    [Fact]
    public async Task The_examples_of_the_instructions_make_a_workbook_without_errors()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var path = Path.Combine(desk.Folder.FullName, "examples.xlsx");
        await using (var file = File.Create(path))
        {
            using var workbook = new WorkbookWriter(file);
            foreach (var sheet in SheetLayout.All)
            {
                var writer = workbook.Begin(SheetAsWorkbook.Of(sheet));
                foreach (var row in TemplateExamples.Of(sheet.Kind))
                {
                    writer.Write([.. row.Select(Cell.Text)]);
                }
            }
        }

        var imported = await desk.ImportAsync([new CensusFile("examples.xlsx", path)]);

        Assert.True(imported.Succeeded, imported.Failure?.ToString());
        Assert.Empty(imported.Value.Findings.Select(f => $"{f.Rule} {f.Sheet} {f.Line} {f.Column} {f.Message}"));
        Assert.True(imported.Value.Published);
    }
}
