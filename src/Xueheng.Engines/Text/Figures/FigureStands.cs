namespace Xueheng.Engines.Text;

/// <summary>Whether a figure somebody claims to have read stands in a sentence.</summary>
public static class FigureStands
{
    /// <param name="sentence">Clean, as <see cref="Sentence.Text"/> is.</param>
    /// <param name="value">In figures or in characters in the text: 10600, 10,600, 百分之九十, 三.</param>
    /// <param name="unit">As written right behind the number, its multiplier included: 万人; 余 and 多 may stand between. <c>%</c> for 百分之.</param>
    /// <returns>Number and unit where they stand first; null when they do not.</returns>
    public static TextSpan? In(string sentence, decimal value, string unit)
    {
        if (unit.Length == 0)
        {
            return null;
        }

        var text = sentence.AsSpan();
        for (var i = 0; i < text.Length; i++)
        {
            if (NumberAt.Read(text, i) is not { } number)
            {
                continue;
            }

            var end = number.Percent ? number.End : UnitEnd(text, number.End, unit);
            if (number.Value == value && (!number.Percent || unit == "%") && end is { } last)
            {
                return new TextSpan(i, last);
            }

            i = number.End - 1;
        }

        return null;
    }

    private static int? UnitEnd(ReadOnlySpan<char> text, int at, string unit)
    {
        while (at < text.Length && text[at] is '余' or '多' or ' ')
        {
            at++;
        }

        return text[at..].StartsWith(unit, StringComparison.Ordinal) ? at + unit.Length : null;
    }
}
