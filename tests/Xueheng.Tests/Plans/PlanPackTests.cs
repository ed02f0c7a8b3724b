using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Packs;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans;

public sealed class PlanPackTests
{
    private const string Pack = """
        title: 办好人民满意教育
        source: 某市教育局：办好人民满意教育
        address: https://edu.example.org/2021/1105.html
        date: 2021-11-05
        until: 2024-12-31
        items:
        - kind: goal
          title: 聚焦均衡发展
          lead: 学前教育科
          commitments:
          - text: 3年内普惠性幼儿园在园幼儿覆盖率提高到90%以上。
            subject: 普惠性幼儿园在园幼儿覆盖率
            kind: promised
            comparison: at_least
            value: 90
            unit: "%"
            deadline: "2024"
            stage: preschool
            metric: indicator:preschool-universal-2020/1.2
            target:
              title: 普惠性幼儿园在园幼儿覆盖率
              metric: indicator:preschool-universal-2020/1.2
              comparison: at_least
              value: 90
              unit: "%"
              due: 2024-12-31
              path:
              - period: 2023
                value: 88.5
              - period: 2024
                value: 90
          items:
          - kind: action
            title: 扩大普惠资源
            items:
            - kind: task
              title: 核定普惠性民办园
              head: 李明
              due: 2023-06-30
              supporting:
              - 财务科
              - 督导室
        - kind: goal
          title: 聚焦队伍建设
          commitments:
          - text: 建立问题清单台账。
            subject: 建立问题清单台账
            kind: promised
        """;

    private readonly TimeProvider _clock = TimeProvider.System;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_that_is_loaded_and_exported_again_is_the_same_plan(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var first = await LoadAsync(database, Pack, "990101");
        var exported = await ExportAsync(database, "990101", first.Value.Id);
        Assert.True(exported.Succeeded, exported.Failure?.ToString());

        var second = await LoadAsync(database, exported.Value, "990102");
        var again = await ExportAsync(database, "990102", second.Value.Id);

        Assert.Equal(exported.Value, again.Value);
        Assert.Contains("source: 某市教育局：办好人民满意教育\naddress: \"https://edu.example.org/2021/1105.html\"\ndate: \"2021-11-05\"\n", exported.Value);
        Assert.Contains("value: 88.5", exported.Value);
        Assert.Contains("建立问题清单台账。", exported.Value);
        await using var db = database.Open();
        var items = await db.Set<PlanItem>().Where(i => i.County == "990102").OrderBy(i => i.Id).ToListAsync(Cancellation);
        Assert.Equal(["聚焦均衡发展", "扩大普惠资源", "核定普惠性民办园", "聚焦队伍建设"], items.Select(i => i.Title));
        Assert.Equal(["财务科", "督导室"], items[2].Supporting);
        Assert.Equal(items[1].Id, items[2].Parent);
        var target = await db.Set<Target>().SingleAsync(t => t.County == "990102", Cancellation);
        Assert.Equal([(2023, 88.5m), (2024, 90m)], target.Path.Select(s => (s.Period, s.Value)));
        Assert.Equal("1.2", target.Metric.Indicator);
        Assert.Equal(items[0].Id, target.Item);
    }

    [Fact]
    public async Task Every_shipped_plan_is_loaded_and_gives_itself_back()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var packs = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "packs", "plans"));
        Assert.Equal(5, packs.Length);
        foreach (var path in packs)
        {
            var text = await File.ReadAllTextAsync(path, Cancellation);
            var loaded = await LoadAsync(database, text, "990101");
            Assert.True(loaded.Succeeded, loaded.Failure?.ToString());
            var exported = await ExportAsync(database, "990101", loaded.Value.Id);
            Assert.Equal(text, exported.Value);
            Assert.Contains("\nsource: ", text);
            Assert.Contains("\ndate: ", text);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_plan_is_not_loaded_twice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Assert.True((await LoadAsync(database, Pack, "990101")).Succeeded);
        Assert.Equal("XH5304", (await LoadAsync(database, Pack, "990101")).Failure?.Code);
        await using var db = database.Open();
        Assert.Equal(1, await db.Set<Plan>().CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("kind: goal\n  title: 聚焦均衡发展", "kind: task\n  title: 聚焦均衡发展", "不能放在")]
    [InlineData("value: 90\n    unit: \"%\"\n    deadline", "unit: \"%\"\n    deadline", "value 和 comparison")]
    [InlineData("indicator:preschool-universal-2020/1.2\n    target", "preschool-universal-2020\n    target", "indicator:preschool-universal-2020/1.2")]
    [InlineData("due: 2023-06-30", "due: 2023年6月", "2024-12-31")]
    [InlineData("address: https://", "address: javascript://", "不是网址")]
    [InlineData("lead: 学前教育科", "laed: 学前教育科", "laed")]
    [InlineData("stage: preschool", "stage: 幼小", "没有学段")]
    public async Task A_pack_that_does_not_hold_is_refused_with_its_line(string was, string becomes, string says)
    {
        Assert.Contains(was, Pack);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var loaded = await LoadAsync(database, Pack.Replace(was, becomes, StringComparison.Ordinal), "990101");
        Assert.Equal("XH5303", loaded.Failure?.Code);
        Assert.Contains(says, loaded.Failure!.Message);
        await using var db = database.Open();
        Assert.False(await db.Set<PlanItem>().AnyAsync(Cancellation));
    }

    [Fact]
    public async Task A_plan_with_commitments_nobody_has_looked_at_is_not_exported()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var plan = (await LoadAsync(database, Pack, "990101")).Value;
        await using (var db = database.Open())
        {
            await db.Set<Commitment>().Where(c => c.Value == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CommitmentState.Found), Cancellation);
        }

        Assert.Equal("XH5302", (await ExportAsync(database, "990101", plan.Id)).Failure?.Code);
    }

    private async Task<Outcome<Plan>> LoadAsync(TestDatabase database, string yaml, string county)
    {
        var path = Path.Combine(database.Folder.FullName, "plan.yaml");
        await File.WriteAllTextAsync(path, yaml, Cancellation);
        await using var db = database.Open();
        return await new LoadPlan(db, _clock).RunAsync(new LoadPlanCommand(CountyCode.Parse(county)!.Value, path, "plan.yaml", "张华", Approve: false), Cancellation);
    }

    private static async Task<Outcome<string>> ExportAsync(TestDatabase database, string county, Guid plan)
    {
        await using var db = database.Open();
        return await new ExportPlan(db).RunAsync(county, plan, Cancellation);
    }
}
