namespace Xueheng.Census;

/// <summary>Checks rows of 学校, 学段, 资源 and 县域 against one another.</summary>
internal sealed class SchoolChecks(KnownSchools schools, FindingLog log, CodeTables codes, DateOnly today)
{
    private readonly CodeTable _types = codes["school-type"];
    private readonly Dictionary<string, Place> _items = [];

    private static string Code => SchoolSheets.School.Heading;

    public void Add(SchoolRow row, Place place)
    {
        if (schools.Add(row, place) is { } other)
        {
            log.Add(CheckKind.RepeatedSchool, place, Code, row.School, "", row.School, log.Describe(other.Place));
            return;
        }

        if (row is { Public: true, Inclusive: true })
        {
            log.Add(CheckKind.PublicInclusive, place, Heading(SheetKind.Schools, nameof(row.Inclusive)), "是", "否", row.School);
        }

        if (row.Founded > today.Year)
        {
            log.Add(CheckKind.FutureDate, place, Heading(SheetKind.Schools, nameof(row.Founded)), $"{row.Founded}", $"不晚于 {today.Year}", row.School);
        }
    }

    /// <summary>A school with a wrong cell is known all the same, so that its rows elsewhere are not called strays.</summary>
    public void AddBroken(SchoolRow row, Place place)
    {
        if (SchoolCode.Parse(row.School) is not null)
        {
            schools.Add(row, place);
        }
    }

    /// <summary>Once all schools are known: the main school of each must be one of them, and count itself.</summary>
    public void FinishSchools()
    {
        foreach (var school in schools.All)
        {
            if (school.Row.Main is not { } main)
            {
                continue;
            }

            var heading = Heading(SheetKind.Schools, nameof(SchoolRow.Main));
            if (schools.Find(main) is not { } found)
            {
                log.Add(CheckKind.UnknownMain, school.Place, heading, main, "学校表里的标识码", school.Row.School);
            }
            else if (found == school || found.Row.Main is not null)
            {
                log.Add(CheckKind.MainOfMain, school.Place, heading, main, "独立计算的学校", school.Row.School);
            }
        }
    }

    public void Add(StageRow row, Place place)
    {
        if (Find(row.School, place) is not { } school)
        {
            return;
        }

        if (school[row.Stage] is not null)
        {
            log.Add(CheckKind.RepeatedStage, place, "学段", row.Stage.Chinese(), "", row.School, log.Describe(school.PlaceOf(row.Stage)));
            return;
        }

        school.Take(row, place);
        CheckStage(school, row.Stage, place, "学段");
    }

    public void Add(ResourceRow row, Place place)
    {
        if (Find(row.School, place) is not { } school)
        {
            return;
        }

        if (school.Resources is not null)
        {
            log.Add(CheckKind.RepeatedResources, place, Code, row.School, "", row.School, log.Describe(school.ResourcesPlace));
            return;
        }

        school.Take(row, place);
    }

    public void Add(CountyItemRow row, Place place)
    {
        if (!_items.TryAdd(row.Item, place))
        {
            log.Add(CheckKind.RepeatedItem, place, "项目", row.Item, "", "", log.Describe(_items[row.Item]));
        }
    }

    /// <summary>The school a row names; a finding when there is none.</summary>
    public KnownSchool? Find(string code, Place place)
    {
        var school = schools.Find(code);
        if (school is null && schools.Given)
        {
            log.Add(CheckKind.UnknownSchool, place, Code, code, "学校表里的标识码", code);
        }

        return school;
    }

    /// <summary>Says, once a school, that it is not of a type that has the stage.</summary>
    public void CheckStage(KnownSchool school, Stage stage, Place place, string column)
    {
        var type = _types.Find(school.Row.Type);
        if (type is { Stages.Count: > 0 } && !type.Stages.Contains(stage) && school.Tell(stage, ofType: true))
        {
            log.Add(CheckKind.StageOfType, place, column, stage.Chinese(), string.Join("、", type.Stages.Select(s => s.Chinese())), school.Row.School, type.Name);
        }
    }

    private static string Heading(SheetKind sheet, string property) => SheetLayout.Of(sheet).Of(property).Heading;
}
