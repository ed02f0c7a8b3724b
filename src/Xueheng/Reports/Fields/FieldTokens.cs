using System.Text;

namespace Xueheng.Reports.Fields;

/// <summary>Cuts the inside of a marker into words. Full-width spaces, bars and operators are taken as what they stand for.</summary>
internal static class FieldTokens
{
    private static readonly string[] Operators = ["!=", ">=", "<=", "=", ">", "<", "|"];

    /// <summary>Null when a quotation is not closed.</summary>
    public static IReadOnlyList<string>? Cut(string text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        var plain = Plain(text);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] is '"')
            {
                var close = plain.IndexOf('"', i + 1);
                if (close < 0)
                {
                    return null;
                }

                End();
                tokens.Add(plain[i..(close + 1)]);
                i = close;
            }
            else if (char.IsWhiteSpace(plain[i]))
            {
                End();
            }
            else if (Operators.FirstOrDefault(o => plain.AsSpan(i).StartsWith(o, StringComparison.Ordinal)) is { } op)
            {
                End();
                tokens.Add(op);
                i += op.Length - 1;
            }
            else
            {
                word.Append(plain[i]);
            }
        }

        End();
        return tokens;

        void End()
        {
            if (word.Length > 0)
            {
                tokens.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>What an input method may have typed instead of the ASCII character.</summary>
    private static string Plain(string text) => text
        .Replace('｜', '|').Replace('＝', '=').Replace('＞', '>').Replace('＜', '<').Replace('“', '"').Replace('”', '"').Replace('＂', '"')
        .Replace("≥", ">=", StringComparison.Ordinal).Replace("≤", "<=", StringComparison.Ordinal).Replace("≠", "!=", StringComparison.Ordinal)
        .Replace("！=", "!=", StringComparison.Ordinal);
}
