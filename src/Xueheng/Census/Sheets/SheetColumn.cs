namespace Xueheng.Census;

/// <summary>What a cell of a column may hold.</summary>
public enum ColumnKind
{
    /// <summary>Text of digits and letters that must not lose one: always text, never a number.</summary>
    Identifier = 1,

    Text = 2,

    /// <summary>A code, or a name, of a table in <c>packs/codes</c>.</summary>
    Code = 3,

    /// <summary>是 / 否.</summary>
    YesNo = 4,

    WholeNumber = 5,

    Number = 6,

    /// <summary><c>YYYY-MM-DD</c>, <c>YYYYMMDD</c> or a date cell.</summary>
    Date = 7,

    /// <summary><c>YYYYMM</c>, <c>YYYY-MM</c> or a date cell; kept as the first day of the month.</summary>
    Month = 8,
}

/// <summary>Which identifier a column of <see cref="ColumnKind.Identifier"/> holds.</summary>
public enum IdentifierKind
{
    None = 0,

    /// <summary>学校标识码, ten digits.</summary>
    School = 1,

    /// <summary>身份证号, 18 characters.</summary>
    Identity = 2,

    /// <summary>学籍号, 19 characters.</summary>
    Pupil = 3,

    /// <summary>工号, up to 20 letters, digits and hyphens.</summary>
    Teacher = 4,

    /// <summary>班号, up to 20 characters, unique within the school.</summary>
    Class = 5,
}

/// <summary>One column of a sheet: how it is headed, what it holds, and the property of the row it fills.</summary>
/// <param name="Heading">In Chinese, as the template writes it, without the unit.</param>
/// <param name="English">In English; accepted in place of the Chinese one.</param>
/// <param name="Property">Name of the property of the sheet's row type.</param>
public sealed record SheetColumn(string Heading, string English, ColumnKind Kind, string Property)
{
    /// <summary>The column must be there and no cell of it blank.</summary>
    public bool Required { get; init; }

    public IdentifierKind Identifier { get; init; }

    /// <summary>Id of the code table, for <see cref="ColumnKind.Code"/>.</summary>
    public string? Table { get; init; }

    /// <summary>For example <c>㎡</c> or <c>万元</c>; null for counts and text.</summary>
    public string? Unit { get; init; }

    /// <summary>Least number allowed.</summary>
    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>What the template says about the column, in Chinese.</summary>
    public string Note { get; init; } = "";

    /// <summary>A cell as it might be filled in.</summary>
    public string Example { get; init; } = "";

    /// <summary>Other headings in use for the same thing.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The heading as the template writes it, with the unit of money and areas behind it.</summary>
    public string Title => Unit is "万元" or "㎡" ? $"{Heading}({Unit})" : Heading;
}
