namespace Xueheng.Census;

/// <summary>
/// The one description of the census workbook. The reader, the template, the demo county, the error workbook and the
/// exports all follow it, so a column added here is a column everywhere.
/// </summary>
public static class SheetLayout
{
    /// <summary>In order of dependency, which is also the order of the tabs in the template.</summary>
    public static IReadOnlyList<Sheet> All { get; } =
    [
        SchoolSheets.Schools, SchoolSheets.Stages, SchoolSheets.Resources,
        PeopleSheets.Classes, PeopleSheets.Teachers, PeopleSheets.Pupils,
        CountySheet.Items,
    ];

    public static Sheet Of(SheetKind kind) => All[(int)kind - 1];

    /// <summary>The sheet a tab or a .csv file is named after, in either language; null when none.</summary>
    public static Sheet? Find(string name)
    {
        var wanted = SheetHeading.Normalise(name);
        return All.FirstOrDefault(s => SheetHeading.Normalise(s.Name) == wanted || SheetHeading.Normalise(s.English) == wanted);
    }
}
