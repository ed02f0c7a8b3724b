using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Storage;

namespace Xueheng.App.Tests.Plans;

/// <summary>A plan of the demo county with three promises and a reported figure, as a reader would leave it.</summary>
internal static class XinyiPlan
{
    public const string Universal = "普惠性幼儿园在园幼儿覆盖率";

    public const string Teachers = "各类名优教师";

    private const string Text = """
        首页 | 新闻 | 通知
        云溪县:办好人民满意教育
        聚焦均衡发展,优化教育发展资源配置
        3年内实现普惠性幼儿园在园幼儿覆盖率提高到99%以上。探索实施义务教育学段交流轮岗制度。
        3年内全县各类名优教师力争突破2800人。严肃查处在职教师有偿家教等师德师风失范行为。
        目前全县在校生已达99999人。
        """;

    public static async Task<Plan> KeepAsync(RunningSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<XuehengDb>();
        var document = new PlanDocument
        {
            County = DemoSite.County,
            Id = Guid.CreateVersion7(),
            FileName = "云溪.txt",
            Content = System.Text.Encoding.UTF8.GetBytes(Text),
            Text = Text,
            Title = "云溪县:办好人民满意教育",
            Date = new DateOnly(2022, 11, 5),
            ImportedBy = "王科长",
            ImportedAt = DateTimeOffset.UnixEpoch,
        };
        var plan = new Plan
        {
            County = DemoSite.County,
            Id = Guid.CreateVersion7(),
            Title = document.Title,
            Document = document.Id,
            From = document.Date,
            State = PlanState.Draft,
            EditedBy = "王科长",
            EditedAt = DateTimeOffset.UnixEpoch,
        };
        var goal = new PlanItem { County = DemoSite.County, Id = Guid.CreateVersion7(), Plan = plan.Id, Kind = PlanItemKind.Goal, Title = "聚焦均衡发展", EditedBy = "王科长", EditedAt = DateTimeOffset.UnixEpoch };
        db.AddRange(document, plan, goal);
        db.AddRange(
            Found(plan, goal, 0, "3年内实现普惠性幼儿园", "覆盖率提高到99%以上。", Universal, Comparison.AtLeast, 99, "%", "2025"),
            Found(plan, goal, 1, "探索实施", "轮岗制度。", "探索实施交流轮岗制度", null, null, null, null),
            Found(plan, goal, 2, "3年内全县各类", "2800人。", Teachers, Comparison.AtLeast, 2800, "人", "2025"),
            Found(plan, goal, 3, "目前全县在校生", "99999人。", "在校生", Comparison.AtLeast, 99999, "人", null, CommitmentKind.Achieved));
        await db.SaveChangesAsync();
        return plan;
    }

    private static Commitment Found(
        Plan plan, PlanItem goal, int order, string begins, string ends, string subject, Comparison? comparison, decimal? value, string? unit, string? deadline, CommitmentKind kind = CommitmentKind.Promised)
    {
        var start = Text.IndexOf(begins, StringComparison.Ordinal);
        var end = Text.IndexOf(ends, start, StringComparison.Ordinal) + ends.Length;
        return new Commitment
        {
            County = plan.County,
            Id = Guid.CreateVersion7(),
            Plan = plan.Id,
            Order = order,
            Item = goal.Id,
            Text = Text[start..end],
            Start = start,
            End = end,
            Subject = subject,
            Comparison = comparison,
            Value = value,
            Unit = unit,
            Deadline = deadline,
            Kind = kind,
            State = CommitmentState.Found,
            EditedBy = "王科长",
            EditedAt = DateTimeOffset.UnixEpoch,
        };
    }
}
