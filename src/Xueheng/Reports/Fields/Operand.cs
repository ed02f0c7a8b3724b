using System.Globalization;

namespace Xueheng.Reports.Fields;

/// <summary>The right side of a comparison: a field where the words name one, else a number, else words.</summary>
internal sealed record Operand(IReadOnlyList<string> Words)
{
    public Reading Read(Scope scope, ReportPacks packs)
    {
        var path = new FieldPath(Words);
        if (!IsQuoted && path.Check(scope, packs) is (not null, null))
        {
            return path.Read(scope, packs);
        }

        return Number() is { } number
            ? new Reading.Amount(FigureSource.None, number, null, null)
            : new Reading.Words(string.Join(' ', Words).Trim('"'));
    }

    public bool IsNumber(Scope scope, ReportPacks packs) =>
        Number() is not null
        || (new FieldPath(Words).Check(scope, packs) is ({ Result: FieldResult.Amount or FieldResult.Ordinal }, null));

    private bool IsQuoted => Words is [['"', ..]];

    private decimal? Number()
    {
        if (Words is not [var word])
        {
            return null;
        }

        var share = word.EndsWith('%');
        return decimal.TryParse(word.TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? share ? number / 100 : number
            : null;
    }
}
