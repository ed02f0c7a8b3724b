using System.Collections.Frozen;

namespace Xueheng.Census;

/// <summary>The seven sheets, numbered in the order they depend on one another: a row may only name rows of sheets before its own.</summary>
public enum SheetKind
{
    Schools = 1,
    Stages = 2,
    Resources = 3,
    Classes = 4,
    Teachers = 5,
    Pupils = 6,
    CountyItems = 7,
}

/// <summary>One sheet of the census workbook.</summary>
public sealed class Sheet
{
    private readonly FrozenDictionary<string, SheetColumn> _byHeading;

    internal Sheet(SheetKind kind, string name, string english, Type row, string note, IReadOnlyList<SheetColumn> columns)
    {
        (Kind, Name, English, Row, Note, Columns) = (kind, name, english, row, note, columns);
        var byHeading = new Dictionary<string, SheetColumn>();
        foreach (var column in columns)
        {
            foreach (var spelling in (string[])[column.Heading, column.English, column.Property, .. column.Also])
            {
                byHeading.TryAdd(SheetHeading.Normalise(spelling), column);
            }
        }

        _byHeading = byHeading.ToFrozenDictionary();
    }

    public SheetKind Kind { get; }

    /// <summary>Chinese name, as on the tab.</summary>
    public string Name { get; }

    public string English { get; }

    /// <summary>Type of the rows it is stored as, for example <see cref="SchoolRow"/>.</summary>
    public Type Row { get; }

    /// <summary>What the sheet is for, in Chinese.</summary>
    public string Note { get; }

    /// <summary>In the order the template writes them.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>The column a heading means, in either language, whatever its unit, spaces, asterisk or width; null when none.</summary>
    public SheetColumn? Find(string heading) => _byHeading.GetValueOrDefault(SheetHeading.Normalise(heading));

    /// <summary>The column that fills a property.</summary>
    public SheetColumn Of(string property) => Columns.First(c => c.Property == property);
}
