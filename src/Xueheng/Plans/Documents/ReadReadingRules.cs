using Xueheng.Engines.Text;
using Xueheng.Packs;

namespace Xueheng.Plans.Documents;

/// <summary>Reads <c>packs/text</c>: what the reader knows of the language of bureaus. A file of the bureau's own replaces the shipped one of the same name.</summary>
public static class ReadReadingRules
{
    /// <exception cref="PackException">A file does not hold.</exception>
    public static ReadingRules From(string folder, string? userFolder)
    {
        var context = ReadContextWords.From(Root(folder, userFolder, "context.yaml"), out var falseVerbs);
        var promises = ReadPromiseWords.From(Root(folder, userFolder, "commitments.yaml"), out var times, out var places) with { FalseVerbs = falseVerbs };
        return new ReadingRules(
            Traditional(Root(folder, userFolder, "traditional.yaml")), Furniture(Root(folder, userFolder, "furniture.yaml")), Figures(Root(folder, userFolder, "figures.yaml")), promises, times, places, context);
    }

    private static PackNode Root(string folder, string? userFolder, string name)
    {
        var file = PackFile.Of(folder, userFolder, $"text/{name}");
        return PackNode.Read(file.Path, file.Shown).Root;
    }

    private static CharacterTable Traditional(PackNode root)
    {
        root.Text("source");
        var pairs = new Dictionary<char, char>();
        var characters = root.Required("characters");
        foreach (var pair in characters.AsText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Length != 2 || pair[0] == pair[1])
            {
                throw characters.Wrong($"“{pair}”应当是两个不同的字，繁体在前");
            }

            pairs[pair[0]] = pair[1];
        }

        if (pairs.Values.FirstOrDefault(pairs.ContainsKey) is var again and not '\0')
        {
            throw characters.Wrong($"“{again}”既是繁体又是简体，转换两次会不一样");
        }

        var phrases = new Dictionary<string, string>();
        foreach (var (from, to) in root.Required("phrases").Entries())
        {
            phrases[from] = to.AsText().Length == from.Length ? to.AsText() : throw to.Wrong($"“{from}”与“{to.AsText()}”字数不同");
        }

        root.Done();
        return new CharacterTable(pairs, phrases);
    }

    private static FurnitureWords Furniture(PackNode root)
    {
        var words = new FurnitureWords(
            Words(root, "anywhere"), Words(root, "line_starts"), root.Texts("alone").ToHashSet(), Words(root, "tail_starts"), Words(root, "abstracts"),
            Words(root, "dated"), Words(root, "undated"), root.Texts("file_endings"), Words(root, "questions"));
        root.Done();
        return words;
    }

    private static FigureWords Figures(PackNode root)
    {
        var words = new FigureWords(
            Words(root, "units"), Words(root, "multipliers"), root.Texts("counted_units").ToHashSet(), root.Texts("sure_units").ToHashSet(), Words(root, "counted"),
            Words(root, "not_units"), Words(root, "unit_names"), Words(root, "at_least"), Words(root, "at_least_early"), Words(root, "at_least_after"),
            Words(root, "at_most"), Words(root, "at_most_early"), Words(root, "at_most_after"), Words(root, "increase_by"), root.Texts("increase_of_shares").ToHashSet(),
            root.Texts("share_units").ToHashSet(), Words(root, "approximate"), Words(root, "ordinal"), Words(root, "frequency"), root.Texts("frequency_units").ToHashSet(),
            Words(root, "elsewhere"), Words(root, "here"), Words(root, "definitions"), Words(root, "unclaimed"), Words(root, "build"));
        root.Done();
        return words;
    }

    internal static WordList Words(PackNode root, string key)
    {
        var node = root.Required(key);
        return node.Items() is { Count: > 0 } items ? new WordList(items.Select(i => i.AsText())) : throw node.Wrong($"{key} 是空的");
    }
}
