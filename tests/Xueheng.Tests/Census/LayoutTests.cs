using Xueheng.Census;

namespace Xueheng.Tests.CensusImports;

public sealed class LayoutTests
{
    private static CodeTables Codes => CensusDesk.Packs.Codes;

    [Fact]
    public void Every_column_fills_a_property_of_the_kind_it_is()
    {
        foreach (var sheet in SheetLayout.All)
        {
            Assert.All(sheet.Columns, column =>
            {
                var type = sheet.Row.GetProperty(column.Property)!.PropertyType;
                Type[] fitting = column.Kind switch
                {
                    ColumnKind.Identifier or ColumnKind.Text => [typeof(string)],
                    ColumnKind.YesNo => [typeof(bool), typeof(bool?)],
                    ColumnKind.WholeNumber => [typeof(int?), typeof(double?)],
                    ColumnKind.Number => [typeof(double), typeof(double?)],
                    ColumnKind.Date or ColumnKind.Month => [typeof(DateOnly?)],
                    _ => [typeof(string), typeof(bool), typeof(Stage), typeof(BackboneLevel?)],
                };
                Assert.Contains(type, fitting);
                Assert.Equal(column.Kind == ColumnKind.Code, column.Table is not null);
                Assert.Equal(column.Kind == ColumnKind.Identifier, column.Identifier != IdentifierKind.None);
            });
        }
    }

    [Fact]
    public void Every_property_of_a_row_but_its_place_has_a_column() => Assert.All(SheetLayout.All, sheet =>
    {
        string[] counted = [nameof(CensusRow.County), nameof(CensusRow.Revision), nameof(CensusRow.No), nameof(CensusRow.File), nameof(CensusRow.Line), nameof(ClassRow.Counted)];
        var properties = sheet.Row.GetProperties().Select(p => p.Name).Except(counted);
        var missing = properties.Except(sheet.Columns.Select(c => c.Property)).ToList();
        Assert.Equal(sheet.Kind switch { SheetKind.Classes => ["Pupils"], SheetKind.Pupils => ["Stage"], _ => [] }, missing);
    });

    [Fact]
    public void No_two_columns_of_a_sheet_answer_to_one_heading() => Assert.All(SheetLayout.All, sheet =>
    {
        var spellings = sheet.Columns.SelectMany(c => ((string[])[c.Heading, c.English, .. c.Also]).Select(SheetHeading.Normalise).Distinct()).ToList();
        Assert.Equal(spellings.Distinct(), spellings);
    });

    [Theory]
    [InlineData("教学仪器设备值(万元)")]
    [InlineData("教学仪器设备值（万元）")]
    [InlineData("* 教学仪器设备值 ")]
    [InlineData("Equipment value")]
    [InlineData("equipment_value")]
    [InlineData("EquipmentValue")]
    public void A_heading_is_known_by_any_of_its_spellings(string heading) =>
        Assert.Equal(nameof(ResourceRow.EquipmentValue), SheetLayout.Of(SheetKind.Resources).Find(heading)?.Property);

    [Fact]
    public void A_spelling_two_codes_share_is_told_apart_by_stage() => Assert.All(Codes.All, table =>
    {
        foreach (var entry in table.Entries)
        {
            Assert.Equal(entry, table.Read(entry.Code));
            foreach (var spelling in (string[])[entry.Name, .. entry.Also])
            {
                var shared = table.Read(spelling)!;
                Assert.True(shared == entry || (entry.Stages.Count == 1 && table.Read(spelling, entry.Stages[0]) == entry), $"{table.Id}: “{spelling}” means both {shared.Code} and {entry.Code}.");
            }
        }
    });

    [Theory]
    [InlineData("一年级", Stage.Primary, "11")]
    [InlineData("一年级", Stage.Junior, "21")]
    [InlineData("初一", Stage.Junior, "21")]
    [InlineData("七年级", Stage.Junior, "21")]
    [InlineData("７ 年级", Stage.Junior, "21")]
    [InlineData("六年级", Stage.Junior, "20")]
    [InlineData("高三", Stage.Senior, "33")]
    [InlineData("大班", Stage.Preschool, "03")]
    [InlineData("11", Stage.Primary, "11")]
    public void Grades_are_read_as_people_write_them(string text, Stage stage, string code) =>
        Assert.Equal(code, Codes["grade"].Read(text, stage)?.Code);

    [Fact]
    public void A_county_is_named_by_its_code()
    {
        Assert.Equal("新沂市", CensusDesk.Packs.Divisions.NameOf(CountyCode.Parse("320381")!.Value));
        Assert.Null(CensusDesk.Packs.Divisions.NameOf(CountyCode.Parse("990101")!.Value));
    }
}
