using System.Globalization;

namespace Xueheng.Census;

/// <summary>Reads one kind of value off a cell. Each returns what it made of the cell, or says what is wrong with it.</summary>
internal static class CellReading
{
    /// <summary>Digits a spreadsheet's number keeps; an identifier with more has lost some.</summary>
    private const double FifteenDigits = 1e15;

    public static bool Text(in RawCell cell, int longest, out string text, out CellIssue issue)
    {
        issue = default;
        text = cell.Kind == RawKind.Text ? cell.Text : cell.Shown;
        if (text.Length <= longest)
        {
            return true;
        }

        issue = new CellIssue(CheckKind.TooLong, $"不超过 {longest} 个字");
        return false;
    }

    public static bool Identifier(in RawCell cell, out string text, out CellIssue issue)
    {
        issue = default;
        switch (cell.Kind)
        {
            case RawKind.Text:
                text = Tidy.Compact(cell.Text);
                if (!LooksScientific(text))
                {
                    return true;
                }

                break;
            case RawKind.Number when Math.Abs(cell.Number) < FifteenDigits:
                text = cell.Number == Math.Floor(cell.Number) ? ((long)cell.Number).ToString(CultureInfo.InvariantCulture) : cell.Shown;
                return true;
            case RawKind.Moment:
                text = cell.Moment.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
                return true;
            default:
                text = cell.Shown;
                break;
        }

        issue = new CellIssue(CheckKind.DigitsLost, "文本格式的完整号码");
        return false;
    }

    public static bool YesNo(in RawCell cell, out bool yes, out CellIssue issue)
    {
        issue = default;
        yes = false;
        switch (cell.Kind)
        {
            case RawKind.Boolean:
                yes = cell.Flag;
                return true;
            case RawKind.Number when cell.Number is 0 or 1:
                yes = cell.Number == 1;
                return true;
            case RawKind.Text:
                switch (cell.Text)
                {
                    case "是" or "有" or "1" or "√" or "Y" or "y" or "yes" or "Yes" or "YES" or "true" or "TRUE" or "True":
                        yes = true;
                        return true;
                    case "否" or "无" or "0" or "×" or "N" or "n" or "no" or "No" or "NO" or "false" or "FALSE" or "False":
                        return true;
                }

                break;
        }

        issue = new CellIssue(CheckKind.YesNo, "是 或 否");
        return false;
    }

    public static bool Number(in RawCell cell, SheetColumn column, out double number, out CellIssue issue)
    {
        issue = default;
        number = cell.Number;
        if (cell.Kind == RawKind.Text)
        {
            var text = Tidy.Compact(cell.Text);
            if (!double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number))
            {
                issue = new CellIssue(CheckKind.NotANumber, "数字");
                return false;
            }
        }
        else if (cell.Kind != RawKind.Number)
        {
            issue = new CellIssue(CheckKind.NotANumber, "数字");
            return false;
        }

        if (!double.IsFinite(number))
        {
            issue = new CellIssue(CheckKind.NotANumber, "数字");
        }
        else if (number < 0 && column.Minimum >= 0)
        {
            issue = new CellIssue(CheckKind.Negative, "不小于 0 的数");
        }
        else if (number < column.Minimum || number > (column.Maximum ?? 1e12))
        {
            issue = new CellIssue(CheckKind.OutOfRange, Range(column));
        }
        else if (column.Kind == ColumnKind.WholeNumber && number != Math.Floor(number))
        {
            issue = new CellIssue(CheckKind.NotWhole, "整数");
        }

        return issue.Expected is null;
    }

    /// <summary>A day, or with <paramref name="month"/> a month, which is kept as its first day.</summary>
    public static bool Day(in RawCell cell, bool month, out DateOnly day, out CellIssue issue)
    {
        issue = default;
        switch (cell.Kind)
        {
            case RawKind.Moment:
                day = DateOnly.FromDateTime(cell.Moment);
                day = month ? new DateOnly(day.Year, day.Month, 1) : day;
                return true;
            case RawKind.Number when cell.Number is > 0 and < 1e9 && cell.Number == Math.Floor(cell.Number):
                if (DayText.TryRead(((int)cell.Number).ToString(CultureInfo.InvariantCulture), month, out day))
                {
                    return true;
                }

                break;
            case RawKind.Text when DayText.TryRead(Tidy.Compact(cell.Text), month, out day):
                return true;
        }

        day = default;
        issue = new CellIssue(CheckKind.NotADate, month ? "年月，如 201809" : "日期，如 2015-09-01 或 20150901");
        return false;
    }

    /// <summary>3.20381E+17 is what a spreadsheet writes to a .csv for a long number it has already cut short.</summary>
    private static bool LooksScientific(string text)
    {
        var e = text.IndexOf('E', StringComparison.OrdinalIgnoreCase);
        return e > 0 && e + 2 < text.Length && text[e + 1] == '+'
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    private static string Range(SheetColumn column) => (column.Minimum, column.Maximum) switch
    {
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"{least} 到 {most}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"不小于 {least} 且不大得离谱"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"不大于 {most}"),
        _ => "不大得离谱的数",
    };
}
