using System.Buffers;

namespace Xueheng.Engines.Text;

/// <summary>Kinds of characters, alike for full and half width.</summary>
internal static class Characters
{
    /// <summary>Signs of prose.</summary>
    public static readonly SearchValues<char> ProseSigns = SearchValues.Create("。!?！？;；,，");

    /// <summary>Signs behind which another phrase begins.</summary>
    public static readonly SearchValues<char> PhraseSigns = SearchValues.Create(",，、。;；:：\t");

    /// <summary>Signs that a short heading does not have inside.</summary>
    public static readonly SearchValues<char> InnerSigns = SearchValues.Create(";；:：!?");

    /// <summary>Part the two numbers of a range.</summary>
    public static readonly SearchValues<char> RangeSigns = SearchValues.Create("-—~～至到");

    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '\u3007' or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uDFFF');

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool IsComma(char c) => c is ',' or '，';

    public static bool IsColon(char c) => c is ':' or '：';

    public static bool IsSemicolon(char c) => c is ';' or '；';

    public static bool IsQuestion(char c) => c is '?' or '？';

    /// <summary>What ends a sentence wherever it stands.</summary>
    public static bool IsFullStop(char c) => c is '。' or '!' or '！' or '？' or '?';

    /// <summary>What parts clauses: comma, semicolon, colon, full stop.</summary>
    public static bool PartsClauses(char c) => IsComma(c) || IsSemicolon(c) || IsColon(c) || IsFullStop(c) || c is '\n' or '—' or '…' or '\t';

    public static bool IsOpenBracket(char c) => c is '(' or '（' or '[' or '【' or '〔';

    public static bool IsCloseBracket(char c) => c is ')' or '）' or ']' or '】' or '〕';

    public static bool IsOpenQuote(char c) => c is '“' or '‘' or '「' or '『' or '《';

    public static bool IsCloseQuote(char c) => c is '”' or '’' or '」' or '』' or '》';
}
