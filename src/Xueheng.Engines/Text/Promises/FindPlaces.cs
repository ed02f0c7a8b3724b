namespace Xueheng.Engines.Text;

/// <summary>The stage and the town a phrase names.</summary>
internal static class FindPlaces
{
    private const int LongestTown = 4;
    private const int BareSubject = 2;

    /// <summary>The stage when exactly one is named; names in quotation marks and words for several stages (中小学) name none.</summary>
    public static SpokenStage? Stage(ReadOnlySpan<char> text, PlaceWords words)
    {
        SpokenStage? only = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '“' or '‘' or '《')
            {
                var close = text[i..].IndexOfAny('”', '’', '》');
                if (close is > 0 and <= 16)
                {
                    i += close;
                    continue;
                }
            }

            if (words.Several.At(text, i) is { } several)
            {
                i += several.Length - 1;
            }
            else if (words.Words.At(text, i) is { } word)
            {
                if (only is { } other && other != words.Stages[word])
                {
                    return null;
                }

                only = words.Stages[word];
                i += word.Length - 1;
            }
        }

        return only;
    }

    /// <summary>
    /// The stage of each figure: its own phrase decides; of one alone else the sentence, of the first else what stands before it. One joined to another (公办幼儿园4所、改扩建6所), or with
    /// a phrase too short to be understood alone (班额), is of the same.
    /// </summary>
    public static SpokenStage?[] Stages(string text, List<Figure> figures, string[] subjects, PlaceWords words)
    {
        var stages = new SpokenStage?[figures.Count];
        for (var i = 0; i < figures.Count; i++)
        {
            if (words.Words.In(subjects[i]) || words.Several.In(subjects[i]))
            {
                stages[i] = Stage(subjects[i], words);
            }
            else if (i == 0)
            {
                stages[i] = Stage(figures.Count == 1 ? text : text[..figures[0].Start], words);
            }
            else if (subjects[i].Length <= BareSubject + (text[figures[i - 1].End] == '、' ? 1 : 0))
            {
                stages[i] = stages[i - 1];
            }
        }

        return stages;
    }

    /// <summary>A name that ends in 镇, 乡 or 街道: 城关镇; null for 城镇 and 乡镇.</summary>
    public static string? Town(ReadOnlySpan<char> text, PlaceWords words)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (words.Towns.At(text, i) is not { } kind || words.NotTowns.Before(text, i + kind.Length) is not null || words.NotTowns.At(text, i) is not null || words.NotTowns.At(text, i - 1) is not null)
            {
                continue;
            }

            var start = i;
            while (start > 0 && i - start < LongestTown && Characters.IsHan(text[start - 1]) && words.TownStarts.Before(text, start) is null)
            {
                start--;
            }

            if (i - start is >= 1 and <= 3 || (i - start == LongestTown && start > 0 && !Characters.IsHan(text[start - 1])))
            {
                return text[start..(i + kind.Length)].ToString();
            }
        }

        return null;
    }
}
