using System.Text;

namespace Xueheng.Census;

/// <summary>How headings and sheet names are compared: width, case, spaces, hyphens, asterisks and what stands in brackets do not matter.</summary>
public static class SheetHeading
{
    public static string Normalise(string heading)
    {
        var kept = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var c in Tidy.Whole(heading).Normalize(NormalizationForm.FormKC))
        {
            if (c is '(' or '[' or '【')
            {
                depth++;
            }
            else if (c is ')' or ']' or '】')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0 && char.IsLetterOrDigit(c))
            {
                kept.Append(char.ToLowerInvariant(c));
            }
        }

        return kept.ToString();
    }

    /// <summary>What a heading says in brackets, usually its unit; empty when it has none.</summary>
    public static string Bracketed(string heading)
    {
        var text = Tidy.Whole(heading).Normalize(NormalizationForm.FormKC);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.IndexOf(')', Math.Max(0, open));
        return open >= 0 && close > open ? text[(open + 1)..close].Trim() : "";
    }
}
