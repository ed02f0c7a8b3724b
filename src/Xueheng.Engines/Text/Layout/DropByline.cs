namespace Xueheng.Engines.Text;

/// <summary>Takes the writer's name off the end of a text: 「…努力和贡献! 李超」, 「…办学水平。(记者 张龙)」.</summary>
internal static class DropByline
{
    private const int Prose = 20;
    private const int LongestName = 4;
    private const int LongestBracket = 24;

    public static MappedText Run(MappedText line)
    {
        var text = line.Span;
        var stop = text.LastIndexOfAny("。!！?？");
        if (stop < Prose || stop + 1 >= text.Length)
        {
            return line;
        }

        var rest = text[(stop + 1)..].Trim();
        var name = rest.Length is >= 2 and <= LongestName && LineShape.Han(rest) == rest.Length;
        var bracket = rest.Length <= LongestBracket && Characters.IsOpenBracket(rest[0]) && Characters.IsCloseBracket(rest[^1])
            && (rest.Contains("记者", StringComparison.Ordinal) || rest.Contains("通讯员", StringComparison.Ordinal) || rest.Contains("作者", StringComparison.Ordinal)
                || rest.Contains("供稿", StringComparison.Ordinal) || LineShape.Han(rest) is >= 2 and <= LongestName);
        return name || bracket ? line.Slice(0, stop + 1) : line;
    }
}
