namespace Xueheng.Engines.Text;

/// <summary>
/// What each figure of a sentence counts, in the words of the text: the phrase before it (改扩建幼儿园12所), else the one behind (28所学校); of nested figures the
/// head noun joined to each (健康灯学校, 健康灯教室); of shared ones the common end joined to each (普惠性幼儿园在园幼儿覆盖率).
/// </summary>
internal sealed class FindSubjects(ReadingRules rules)
{
    private const int LongestBehind = 16;
    private const int Longest = 40;

    public string[] Run(string text, List<Figure> figures)
    {
        var subjects = new string[figures.Count];
        for (var i = 0; i < figures.Count; i++)
        {
            subjects[i] = Ahead(text, i == 0 ? 0 : figures[i - 1].End, figures[i].Start);
        }

        var own = (string[])subjects.Clone();
        ShareBehind(text, figures, subjects);
        Distribute(text, figures, own, subjects);
        for (var i = 1; i < figures.Count; i++)
        {
            // 19金(其中国家级4金)、35银: what has no phrase of its own goes on with the last one that had.
            var bracket = text.LastIndexOf('(', figures[i].Start) is var open && open >= figures[i - 1].End;
            if ((subjects[i].Length == 0 && Behind(text, figures[i].End).Length == 0) || (bracket && subjects[i].Length <= 6))
            {
                var chain = i - 1;
                while (chain > 0 && (own[chain].Length == 0 || InBracket(text, figures, chain)))
                {
                    chain--;
                }

                subjects[i] = subjects[chain] + subjects[i];
            }
        }

        return [.. subjects.Select((s, i) => NeedsNoun(s) && Behind(text, figures[i].End) is { Length: > 0 } noun ? s + noun : s)];
    }

    /// <summary>A phrase that ends in a verb lacks what is counted: 「组建8个教育集团」.</summary>
    private bool NeedsNoun(string subject) => subject.Length == 0 || subject[^1] is '与' or '和' or '对' or '向' or '为' || subject.EndsWith("剩余", StringComparison.Ordinal)
        || (rules.Promises.Verbs.Before(subject, subject.Length) is { Length: > 1 } verb && (verb.Length == subject.Length || rules.Figures.Build.Before(subject, subject.Length) is not null));

    private static bool InBracket(string text, List<Figure> figures, int at) =>
        text.LastIndexOf('(', figures[at].Start) > text.LastIndexOf(')', figures[at].Start);

    /// <summary>The phrase before a number, from the last sign that parts clauses or figures.</summary>
    private string Ahead(string text, int previous, int number)
    {
        var start = number;
        var depth = 0;
        while (start > previous)
        {
            var c = text[start - 1];
            depth += c is ')' or '）' or '”' ? 1 : c is '(' or '（' or '“' ? -1 : 0;
            if (depth < 0 || (depth == 0 && Characters.PartsClauses(c)))
            {
                break;
            }

            start--;
        }

        return Trimmed(text.AsSpan(start, number - start), start == previous && previous > 0);
    }

    private string Trimmed(ReadOnlySpan<char> phrase, bool behindFigure)
    {
        var (start, end) = (0, phrase.Length);
        while (end > start && (phrase[end - 1] is ' ' or '、' or '"' || Ends(phrase[start..end]) > 0))
        {
            end -= Math.Max(1, Ends(phrase[start..end]));
        }

        var words = rules.Promises;
        if (FindModal.In(phrase[..end], words) is >= 0 and var modal && words.Modals.At(phrase, modal)!.Length is var length && modal + length < end)
        {
            start = modal + length;
        }

        while (start < end)
        {
            if (phrase[start] is '、' or ' ' or '(' or ')' or '）' or '（' || (behindFigure && start == 0 && phrase[start] is '余' or '多'))
            {
                start++;
            }
            else if ((rules.Figures.AtLeastAfter.At(phrase, start) ?? rules.Figures.AtMostAfter.At(phrase, start)) is { } after && behindFigure && start == 0)
            {
                start += after.Length;
            }
            else if (phrase[start] is '比' or '较' or '近' && TimeAt(phrase[(start + 1)..end]) + Years(phrase[(start + 1)..end]) is > 0 and var since)
            {
                start += 1 + since;
            }
            else if (Years(phrase[start..end]) is > 0 and var years)
            {
                start += years;
            }
            else if (TimeAt(phrase[start..end]) is > 0 and var time)
            {
                start += time;
            }
            else if ((words.SubjectStarts.At(phrase, start) ?? (IsVerbFirst.VerbAt(phrase, start, words) && words.Verbs.At(phrase, start) is null ? words.Adverbs.At(phrase, start) : null)) is { } word && start + word.Length <= end)
            {
                start += word.Length;
            }
            else
            {
                break;
            }
        }

        end = CutComparison(phrase, start, end);

        // A bracket that says what is included is no part of the name.
        var subject = phrase[start..end];
        if (subject.Length > 0 && Characters.IsCloseBracket(subject[^1]) && subject.IndexOfAny('(', '（') is > 0 and var open && subject[open + 1] is '含' or '其')
        {
            subject = subject[..open];
        }

        return subject.Length > Longest ? subject[^Longest..].ToString() : subject.ToString();
    }

    /// <summary>「交流教师比例不低于符合条件教师的」, 「覆盖率由去年的」: what it is compared with is no part of the name.</summary>
    private int CutComparison(ReadOnlySpan<char> phrase, int start, int end)
    {
        for (var i = start + 2; i < end; i++)
        {
            if (rules.Figures.AtLeast.At(phrase, i) is { Length: > 2 } || rules.Figures.AtMost.At(phrase, i) is { Length: > 2 } || (phrase[i] is '由' or '从' && phrase[i..end].IndexOfAnyInRange('0', '9') >= 0))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>「五年新建」, 「三年内培养」.</summary>
    private static int Years(ReadOnlySpan<char> phrase)
    {
        var at = 0;
        while (at < phrase.Length && (Characters.IsDigit(phrase[at]) || Numeral.IsPart(phrase[at])))
        {
            at++;
        }

        if (at is > 0 and <= 3 && at + 1 == phrase.Length && phrase[at] == '年')
        {
            return at + 1;
        }

        if (at is 0 or > 3 || at + 1 >= phrase.Length || phrase[at] != '年' || phrase[at + 1] is '级' or '义' or '一' or '制')
        {
            return 0;
        }

        return at + (at + 1 < phrase.Length && phrase[at + 1] == '内' ? 2 : 1);
    }

    private int Ends(ReadOnlySpan<char> phrase)
    {
        var longest = 0;
        foreach (var list in (WordList[])[rules.Promises.SubjectEnds, rules.Figures.AtLeast, rules.Figures.AtMost, rules.Figures.Approximate])
        {
            longest = Math.Max(longest, list.Before(phrase, phrase.Length)?.Length ?? 0);
        }

        return longest;
    }

    private static int TimeAt(ReadOnlySpan<char> phrase)
    {
        var at = phrase.StartsWith("到") || phrase.StartsWith("至") || phrase.StartsWith("在") || phrase.StartsWith("截至") ? 1 : 0;
        while (at < phrase.Length && !Characters.IsDigit(phrase[at]) && at < 2 && phrase[at] == '至')
        {
            at++;
        }

        var digits = at;
        while (digits < phrase.Length && Characters.IsDigit(phrase[digits]))
        {
            digits++;
        }

        if (digits == at || digits >= phrase.Length || phrase[digits] is not ('年' or '月' or '日'))
        {
            return 0;
        }

        var end = digits + 1;
        while (end < phrase.Length && phrase[end] is '底' or '末' or '前' or '内' or '之')
        {
            end++;
        }

        return end;
    }

    /// <summary>What stands behind the unit: 「28所学校」, 「623个教室的健康灯」.</summary>
    private string Behind(string text, int end)
    {
        var at = end;
        if ((rules.Figures.AtLeastAfter.At(text, at) ?? rules.Figures.AtMostAfter.At(text, at)) is { } word)
        {
            at += word.Length;
        }

        while (at < text.Length && (text[at] is '的' or ' ' || rules.Figures.Approximate.At(text, at) is not null))
        {
            at += rules.Figures.Approximate.At(text, at)?.Length ?? 1;
        }

        var stop = at;
        while (stop < text.Length && stop - at < LongestBehind && !Characters.PartsClauses(text[stop]) && text[stop] is not ('、' or '的' or '(' or '（' or '和') && !Characters.IsDigit(text[stop]))
        {
            stop++;
        }

        return text[at..stop];
    }

    /// <summary>「28所学校623个教室的健康灯」: the head noun behind the last of a run of figures belongs to each.</summary>
    private void ShareBehind(string text, List<Figure> figures, string[] subjects)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            if (i > 0 && subjects[i].Length > 0 && text[figures[i - 1].End] is not ('、' or ',' or ';') && IsBareNoun(text.AsSpan(figures[i - 1].End, figures[i].Start - figures[i - 1].End)))
            {
                var noun = text[figures[i - 1].End..figures[i].Start];
                var behind = Behind(text, figures[i].End);
                var head = text.AsSpan(figures[i].End + behind.Length).StartsWith("的") ? Behind(text, figures[i].End + behind.Length) : "";
                subjects[i - 1] = head + noun;
                subjects[i] = head + behind;
            }
        }
    }

    private bool IsBareNoun(ReadOnlySpan<char> between) => rules.Figures.Counted.At(between, 0) is { } noun && noun.Length == between.Length;

    /// <summary>「普惠性幼儿园、省市优质园在园幼儿覆盖率分别提高到90%、95%」: as many phrases as figures, the last with an end that all share.</summary>
    private void Distribute(string text, List<Figure> figures, string[] own, string[] subjects)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            var count = 1;
            while (i + count < figures.Count && own[i + count].Length == 0 && !InBracket(text, figures, i + count))
            {
                count++;
            }

            var parts = own[i].Split(['、', '和', '与', '及'], StringSplitOptions.RemoveEmptyEntries);
            if (count > 1 && parts.Length == count)
            {
                var shared = SharedEnd(parts);
                for (var k = 0; k < count; k++)
                {
                    subjects[i + k] = k == count - 1 ? parts[k] : parts[k] + shared;
                }
            }

            i += count - 1;
        }
    }

    private string SharedEnd(string[] parts)
    {
        var (first, last) = (parts[0], parts[^1]);
        if (rules.Places.Words.At(first, 0)?.Length == first.Length && rules.Places.Words.At(last, 0) is { } stage)
        {
            return last[stage.Length..];
        }

        var at = last.IndexOf(first[^1], StringComparison.Ordinal);
        return at >= 0 && at + 1 < last.Length ? last[(at + 1)..] : "";
    }
}
