using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Standards;

/// <summary>A worked case of a pack's <c>golden.yaml</c>: a county made of what the case gives, and what must come out.</summary>
internal sealed class GoldenCase
{
    private GoldenCase(Standard standard, PackNode node, bool ofCounty)
    {
        Indicator = node.Text("indicator");
        Place = $"{node.File} 第 {node.Line} 行 {Indicator}";
        Stage = StageNames.Parse(node.OptionalText("stage")) ?? standard.Stages[0];
        Value = node.OptionalNumber("value");
        Within = node.OptionalNumber("within") ?? 0.000000000001m;
        Verdict = node.Optional("verdict")?.AsEnum<Verdict>();
        Shortfall = node.OptionalNumber("shortfall");
        Missing = node.Optional("missing") is null ? null : node.Texts("missing");
        Judgement = node.Optional("judgement")?.AsEnum<Verdict>();
        Facts = FactsOf(standard, node, ofCounty);
        node.Done();
    }

    public string Indicator { get; }

    public string Place { get; }

    public Stage Stage { get; }

    public decimal? Value { get; }

    public decimal Within { get; }

    public Verdict? Verdict { get; }

    public decimal? Shortfall { get; }

    public IReadOnlyList<string>? Missing { get; }

    public Verdict? Judgement { get; }

    public CountyFacts Facts { get; }

    public static (IReadOnlyList<GoldenCase> Schools, IReadOnlyList<GoldenCase> County) Read(Standard standard)
    {
        var (root, _) = PackNode.Read(Path.Combine(AppContext.BaseDirectory, "packs", "standards", standard.Id, "golden.yaml"), $"{standard.Id}/golden.yaml");
        var cases = (
            root.List("indicators").Select(n => new GoldenCase(standard, n, ofCounty: false)).ToList(),
            root.List("county_indicators").Select(n => new GoldenCase(standard, n, ofCounty: true)).ToList());
        root.Done();
        return cases;
    }

    private CountyFacts FactsOf(Standard standard, PackNode node, bool ofCounty)
    {
        var revision = new Revision
        {
            County = "990101", Number = 1, Period = (int)(node.OptionalNumber("period") ?? 2024), State = RevisionState.Published,
            ImportedAt = DateTimeOffset.UnixEpoch, Files = [],
        };
        List<SchoolFacts> schools = ofCounty
            ? node.Optional("schools") is { } given
                ? [.. given.Items().Select(SchoolOf)]
                : [School("2100000000", new SchoolRow { Type = "211", Public = true }, new() { [(StageFacts.PupilsFact, standard.Stages[0])] = 100 })]
            : [School("2100000000", new SchoolRow { Type = "211", Public = true }, node.Required("facts").Entries().ToDictionary(f => Key(f.Key, Stage), f => f.Value.AsNumber()))];
        var items = (node.Optional("items")?.Entries() ?? []).ToDictionary(i => i.Key, i => i.Value.AsNumber());
        return new CountyFacts(revision, CountyBuilder.Packs.Facts, schools, items);
    }

    private static SchoolFacts SchoolOf(PackNode node, int place)
    {
        var row = new SchoolRow
        {
            Type = node.OptionalText("type") ?? "211",
            Public = node.Flag("public", otherwise: true),
            Inclusive = node.Optional("inclusive")?.AsFlag(),
            Boarding = node.Optional("boarding")?.AsFlag(),
            UrbanRural = node.OptionalText("urban_rural") ?? "",
            Founded = (int?)node.OptionalNumber("founded"),
        };
        var values = new Dictionary<(string, Stage?), decimal>();
        foreach (var (stage, facts) in node.Required("facts").Entries())
        {
            // A school needs pupils to be judged at all; cases that do not speak of them get some.
            values[(StageFacts.PupilsFact, StageNames.Parse(stage)!.Value)] = 100;
            foreach (var (fact, value) in facts.Entries())
            {
                values[Key(fact, StageNames.Parse(stage))] = value.AsNumber();
            }
        }

        foreach (var (fact, value) in node.Optional("school")?.Entries() ?? [])
        {
            values[(fact, null)] = value.AsNumber();
        }

        node.Done();
        return School($"210000000{place}", row, values);
    }

    private static (string, Stage?) Key(string fact, Stage? stage) => (fact, CountyBuilder.Packs.Facts.Find(fact)!.OfSchool ? null : stage);

    private static SchoolFacts School(string code, SchoolRow row, Dictionary<(string Fact, Stage? Stage), decimal> values)
    {
        row.School = code;
        row.Name = $"学校{code[^1]}";
        return new SchoolFacts(
            row,
            [.. values.Keys.Select(k => k.Stage).OfType<Stage>().Distinct().Order()],
            values.ToDictionary(v => v.Key, v => new FactValue(null, v.Value, null)));
    }
}
