namespace Xueheng.Engines.Text;

/// <summary>Reads what follows a number: 余 or 多, a range, a multiplier and the unit.</summary>
internal static class FigureUnit
{
    public static Figure? Complete(ReadOnlySpan<char> text, int start, NumberAt number, ReadingRules rules)
    {
        var words = rules.Figures;
        if (number.Percent)
        {
            return new Figure(start, number.End, number.Value, "%");
        }

        var at = SkipVague(text, number.End);
        if (number.Spoken is false && RangeEnd(text, at) is { } second)
        {
            at = SkipVague(text, second.End);
        }

        var multiplier = words.Multipliers.At(text, at) ?? "";
        var unitAt = SkipVague(text, at + multiplier.Length);
        if (Unit(text, unitAt, words) is not { } unit)
        {
            (multiplier, unitAt) = ("", at);
            unit = Unit(text, unitAt, words) ?? Years(text, start, unitAt, number, rules.Context);
            if (unit is null)
            {
                return null;
            }
        }

        if (number.Spoken && !IsCounted(text, start, unitAt, multiplier + unit, number.Value, words))
        {
            return null;
        }

        return new Figure(start, unitAt + unit.Length, number.Value, multiplier + unit);
    }

    private static string? Unit(ReadOnlySpan<char> text, int at, FigureWords words)
    {
        var unit = words.Units.At(text, at);
        return unit is not null && words.NotUnits.At(text, at) is { } other && other.Length > unit.Length ? null : unit;
    }

    /// <summary>「平均受教育年限11.8年」: a number of years that is no date.</summary>
    private static string? Years(ReadOnlySpan<char> text, int start, int at, NumberAt number, ContextWords context) =>
        at < text.Length && text[at] == '年' && number.Value < 100 && (number.Value != decimal.Truncate(number.Value) || context.YearCounts.In(text[FigureDoubts.ClauseStart(text, start)..start])) ? "年" : null;

    private static int SkipVague(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is '余' or '多' or ' ' && at + 1 < text.Length)
        {
            at++;
        }

        return at;
    }

    private static NumberAt? RangeEnd(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] is '-' or '—' or '~' or '～' or '至' or '到' && at + 1 < text.Length && Characters.IsDigit(text[at + 1]) ? NumberAt.Read(text, at + 1) : null;

    /// <summary>Whether a numeral in characters counts something: 「两个校区」 does, 「三个方面」 does not.</summary>
    private static bool IsCounted(ReadOnlySpan<char> text, int start, int unitAt, string unit, decimal value, FigureWords words)
    {
        if (value < 1 || (value < 2 && words.Build.Before(text, start) is null && words.Counted.Before(text, start) is null))
        {
            return false;
        }

        if (words.SureUnits.Contains(unit) && value >= 2)
        {
            return true;
        }

        if (!words.SureUnits.Contains(unit) && (value < 2 || !words.CountedUnits.Contains(unit)))
        {
            return false;
        }

        if (words.Counted.Before(text, start) is not null)
        {
            return true;
        }

        var after = text[(unitAt + unit.Length)..];
        var end = after.IndexOfAny(Characters.PhraseSigns);
        var noun = after[..Math.Min(end < 0 ? after.Length : end, 14)];
        return words.Counted.In(noun);
    }
}
