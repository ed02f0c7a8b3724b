using Xueheng.Engines.Text;
using Xueheng.Packs;

namespace Xueheng.Plans.Documents;

/// <summary>Reads <c>packs/text/context.yaml</c>: words of tables, scenes, plans, accounts and parts about problems.</summary>
internal static class ReadContextWords
{
    public static ContextWords From(PackNode root, out WordList falseVerbs)
    {
        falseVerbs = Words(root, "false_verbs");
        var words = new ContextWords(
            new TableWords(Words(root, "table_heads"), Words(root, "deadline_heads"), Words(root, "duty_brackets")),
            new SceneWords(root.Texts("scene_units").ToHashSet(), Words(root, "scene_times"), Words(root, "scene_events"), Words(root, "scene_words"), Words(root, "scene_nouns")),
            Words(root, "lacking"), Words(root, "composed"), Words(root, "sized"), Words(root, "elsewhere_names"), Words(root, "requests"), Words(root, "problems"),
            Words(root, "compared"), Words(root, "false_achieved"), Words(root, "false_promised"),
            new PlanProseWords(Words(root, "obliges"), Words(root, "actors"), Words(root, "adverbs"), Words(root, "not_obliged"), Words(root, "for_whom")),
            Words(root, "plan_titles"), Words(root, "plan_headings"), Words(root, "account_titles"), Words(root, "issuing"), Words(root, "leads"), Words(root, "year_counts"),
            root.Texts("bounded_units").ToHashSet(), Words(root, "ads"), Words(root, "remaining"), Words(root, "false_narrative"),
            Words(root, "problem_cures"), Words(root, "not_governing"), Words(root, "exam_words"), Words(root, "report_words"), Words(root, "voices"), Words(root, "document_names"), Words(root, "respectively"));
        root.Done();
        return words;
    }

    private static WordList Words(PackNode root, string key) => ReadReadingRules.Words(root, key);
}
