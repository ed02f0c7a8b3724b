using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Xueheng.Tests.Packs;

/// <summary>The schemas that editors use say the same as the loader: shipped packs hold, and what the loader refuses they refuse.</summary>
public sealed class SchemaTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "packs");

    public static TheoryData<string, string> Shipped => new(
        Directory.EnumerateFiles(Path.Combine(Folder, "standards"), "pack.yaml", SearchOption.AllDirectories)
            .Select(f => ("standard", Path.GetRelativePath(Folder, f)))
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "facts"), "*.yaml").Select(f => ("facts", Path.GetRelativePath(Folder, f))))
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "codes"), "*.yaml").Select(f => ("codes", Path.GetRelativePath(Folder, f))))
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "reports"), "pack.yaml", SearchOption.AllDirectories).Select(f => ("report", Path.GetRelativePath(Folder, f))))
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "calendar"), "*.yaml").Select(f => ("calendar", Path.GetRelativePath(Folder, f))))
            .Append(("synonyms", Path.Combine("metrics", "synonyms.yaml")))
            .Append(("units", Path.Combine("metrics", "units.yaml")))
            .Append(("divisions", "divisions.yaml"))
            .Append(("levers", Path.Combine("planning", "levers.yaml")))
            .Append(("groups", Path.Combine("planning", "groups.yaml")))
            .Append(("curriculum", Path.Combine("planning", "curriculum.yaml")))
            .Append(("staffing", Path.Combine("planning", "staffing.yaml")))
            .Append(("seats", Path.Combine("planning", "seats.yaml")))
            .Append(("rotation", Path.Combine("planning", "rotation.yaml")))
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "text"), "*.yaml").Select(f => (Path.GetFileNameWithoutExtension(f), Path.GetRelativePath(Folder, f))))
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "plans"), "*.yaml").Select(f => ("plan", Path.GetRelativePath(Folder, f))))
            .Append(("census-rules", Path.Combine("census", "rules.yaml"))));

    [Theory, MemberData(nameof(Shipped))]
    public async Task Shipped_packs_hold_against_their_schema(string schema, string pack) =>
        Assert.Empty((await SchemaAsync(schema)).Validate(Json(File.ReadAllText(Path.Combine(Folder, pack)))));

    [Theory]
    [InlineData("facts", "facts/census.yaml", "    english: Pupils\n", "    englisch: Pupils\n")]
    [InlineData("facts", "facts/census.yaml", "else: 不是随迁子女", "other: 不是随迁子女")]
    [InlineData("standard", "standards/quality-balance-2017/pack.yaml", "meets_at_least: 6", "meets_at_least: six")]
    [InlineData("standard", "standards/quality-balance-2017/pack.yaml", "    at_most: 0\n", "    at_most: 0\n        at_least: 0\n")]
    [InlineData("standard", "standards/quality-balance-2017/pack.yaml", "kind: judged", "kind: judge")]
    [InlineData("standard", "standards/quality-balance-2017/pack.yaml", "    why: 教师学历", "    whi: 教师学历")]
    [InlineData("codes", "codes/sex.yaml", "source: ", "sauce: ")]
    [InlineData("codes", "codes/sex.yaml", "{ code: 女, ", "{ ")]
    [InlineData("calendar", "calendar/2026.yaml", "from: 2026-02-15", "from: 2026-2-15")]
    [InlineData("calendar", "calendar/2026.yaml", "working:", "worked:")]
    [InlineData("synonyms", "metrics/synonyms.yaml", "metric: fact:classes\n", "metric: facts:classes\n")]
    [InlineData("units", "metrics/units.yaml", "千元: 1000", "千元: 0")]
    [InlineData("levers", "planning/levers.yaml", "    cost: 12\n", "    cost: 0\n")]
    [InlineData("groups", "planning/groups.yaml", "{ share: 25, pupils: 300 }", "{ pupils: 300 }")]
    [InlineData("groups", "planning/groups.yaml", "alike: 0.02", "alike: -1")]
    [InlineData("curriculum", "planning/curriculum.yaml", "load: { primary: 15 }", "load: { senior: 15 }")]
    [InlineData("rotation", "planning/rotation.yaml", "km_each: 12", "km: 12")]
    [InlineData("seats", "planning/seats.yaml", "anew: true", "new: true")]
    [InlineData("seats", "planning/seats.yaml", "kind: close", "kind: burn")]
    [InlineData("staffing", "planning/staffing.yaml", "pupils: 13.5", "pupil: 13.5")]
    [InlineData("levers", "planning/levers.yaml", "most: { fact: classes.over_limit }", "most: { facts: classes.over_limit }")]
    [InlineData("levers", "planning/levers.yaml", "    moves: { pupils: 20, within: 5 }\n", "")]
    [InlineData("report", "reports/basic-balance-monitoring/pack.yaml", "english: ", "englisch: ")]
    [InlineData("plan", "plans/xinyi-2021.yaml", "kind: goal", "kind: gaol")]
    [InlineData("plan", "plans/xinyi-2021.yaml", "    kind: promised\n", "    kinds: promised\n")]
    [InlineData("census-rules", "census/rules.yaml", "kind: repeated_sheet", "kind: repeated_shet")]
    [InlineData("census-rules", "census/rules.yaml", "    op: \"<=\"\n", "    op: \"=<\"\n")]
    [InlineData("census-rules", "census/rules.yaml", "  ratio: 100\n", "")]
    [InlineData("context", "text/context.yaml", "table_heads: ", "table_head: ")]
    [InlineData("figures", "text/figures.yaml", "multipliers: ", "multiplier: ")]
    [InlineData("commitments", "text/commitments.yaml", "  明年: 1", "  明年: 100")]
    [InlineData("commitments", "text/commitments.yaml", "  primary: ", "  primery: ")]
    [InlineData("furniture", "text/furniture.yaml", "questions: [", "questions: []\nothers: [")]
    [InlineData("traditional", "text/traditional.yaml", "characters: >-\n", "characters: >-\n  國\n")]
    public async Task What_the_loader_refuses_the_schema_refuses(string schema, string pack, string was, string becomes)
    {
        var text = File.ReadAllText(Path.Combine(Folder, pack));
        Assert.Contains(was, text);

        Assert.NotEmpty((await SchemaAsync(schema)).Validate(Json(text.Replace(was, becomes))));
    }

    private static Task<JsonSchema> SchemaAsync(string name) =>
        JsonSchema.FromFileAsync(Path.Combine(Folder, "schema", $"{name}.schema.json"), TestContext.Current.CancellationToken);

    private static string Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Node(stream.Documents[0].RootNode)!.ToJsonString();
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Node(c.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when decimal.TryParse(plain.Value, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };
}
