using Xueheng.Engines.Text;
using Xueheng.Packs;

namespace Xueheng.Plans.Documents;

/// <summary>Reads <c>packs/text/commitments.yaml</c>: words of promising and reporting, of time, stage and place.</summary>
internal static class ReadPromiseWords
{
    private const int FarthestYear = 10;

    public static PromiseWords From(PackNode root, out TimeWords times, out PlaceWords places)
    {
        var words = new PromiseWords(
            Words(root, "modals"), Words(root, "ba_complements"), Words(root, "false_modals"), Words(root, "verbs"), Words(root, "adverbs"), Words(root, "prepositions"), Words(root, "manner"),
            Words(root, "narrative"), Words(root, "speech"), Words(root, "guiding"), Words(root, "continues"), Words(root, "principles"), Words(root, "achieved"), Words(root, "promised"), Words(root, "accounts"),
            Words(root, "plans"), Words(root, "subject_starts"), Words(root, "subject_ends"), Words(root, "heading_starts"));
        times = Times(root);
        places = Places(root);
        root.Done();
        return words;
    }

    private static TimeWords Times(PackNode root)
    {
        var years = new Dictionary<string, int>();
        foreach (var (word, node) in root.Required("years").Entries().Concat(root.Required("past_years").Entries()))
        {
            years[word] = node.AsNumber() is var offset && offset == decimal.Truncate(offset) && Math.Abs(offset) <= FarthestYear
                ? (int)offset
                : throw node.Wrong($"“{node.AsText()}”应当是 -{FarthestYear} 到 {FarthestYear} 的整数");
        }

        var periods = new Dictionary<string, int>();
        foreach (var (word, node) in root.Required("periods").Entries())
        {
            periods[word] = node.AsNumber() is >= 1990 and <= 2099 and var year ? (int)year : throw node.Wrong($"“{node.AsText()}”不是年份");
        }

        return new TimeWords(new WordList(years.Keys.Concat(periods.Keys)), years, periods);
    }

    private static PlaceWords Places(PackNode root)
    {
        var stages = new Dictionary<string, SpokenStage>();
        foreach (var (key, node) in root.Required("stages").Entries())
        {
            var stage = Enum.TryParse<SpokenStage>(key, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : throw node.Wrong($"“{key}”应当是 {string.Join("、", Enum.GetNames<SpokenStage>()).ToLowerInvariant()} 之一");
            foreach (var word in node.Items())
            {
                stages[word.AsText()] = stage;
            }
        }

        return new PlaceWords(new WordList(stages.Keys), stages, Words(root, "stages_several"), Words(root, "towns"), Words(root, "towns_not"), Words(root, "town_starts"));
    }

    private static WordList Words(PackNode root, string key) => ReadReadingRules.Words(root, key);
}
