using System.Globalization;

namespace Xueheng.Census;

/// <summary>Says what exactly is wrong with an identifier, where its type only says that something is.</summary>
internal static class IdentifierReading
{
    /// <summary>Longest 工号 and 班号.</summary>
    private const int LongestNumber = 20;

    /// <returns>False, with the issue, when the text is not a well-formed identifier of the kind; the text is put in its one spelling.</returns>
    public static bool Check(IdentifierKind kind, ref string text, out CellIssue issue)
    {
        issue = default;
        switch (kind)
        {
            case IdentifierKind.School:
                if (SchoolCode.Parse(text) is null)
                {
                    issue = new CellIssue(CheckKind.SchoolCode, $"10 位数字（现在 {text.Length} 位）");
                }

                break;
            case IdentifierKind.Identity:
                issue = Identity(CheckKind.IdentityNumber, ref text, "");
                break;
            case IdentifierKind.Pupil:
                issue = Pupil(ref text);
                break;
            case IdentifierKind.Teacher:
                if (text.Length > LongestNumber || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                {
                    issue = new CellIssue(CheckKind.TeacherNumber, $"不超过 {LongestNumber} 个字母、数字或短横");
                }

                break;
            case IdentifierKind.Class:
                if (text.Length > LongestNumber)
                {
                    issue = new CellIssue(CheckKind.ClassNumber, $"不超过 {LongestNumber} 个字符");
                }

                break;
        }

        return issue.Expected is null;
    }

    private static CellIssue Pupil(ref string text)
    {
        if (text.Length != 19)
        {
            return new CellIssue(CheckKind.PupilNumber, $"19 位（现在 {text.Length} 位）");
        }

        var first = char.ToUpperInvariant(text[0]);
        if (first is not ('G' or 'J' or 'L'))
        {
            return new CellIssue(CheckKind.PupilNumber, "以 G、J 或 L 开头");
        }

        var body = text[1..];
        if (first == 'L')
        {
            var valid = PupilNumber.Parse(text) is not null;
            text = valid ? text.ToUpperInvariant() : text;
            return valid ? default : new CellIssue(CheckKind.PupilNumber, "L 后面是 18 位数字，其中第 8 到 15 位是出生日期");
        }

        var issue = Identity(CheckKind.PupilNumber, ref body, $"{first} 后面的 18 位：");
        text = issue.Expected is null ? first + body : text;
        return issue;
    }

    private static CellIssue Identity(CheckKind kind, ref string text, string lead)
    {
        if (text.Length != 18)
        {
            return new CellIssue(kind, $"{lead}18 位（现在 {text.Length} 位）");
        }

        if (IdentityNumber.CheckCharacter(text.AsSpan(0, 17)) is not { } check)
        {
            return new CellIssue(kind, $"{lead}前 17 位都是数字");
        }

        if (!DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return new CellIssue(kind, $"{lead}第 7 到 14 位是真实的出生日期");
        }

        if (char.ToUpperInvariant(text[17]) != check)
        {
            return new CellIssue(kind, $"{lead}最后一位校验码是 {check}");
        }

        if (text[17] == 'x')
        {
            text = text.ToUpperInvariant();
        }

        return default;
    }
}
