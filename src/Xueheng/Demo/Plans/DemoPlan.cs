using Microsoft.EntityFrameworkCore;
using Xueheng.Engines.Text;
using Xueheng.Packs;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Packs;
using Xueheng.Storage;

namespace Xueheng.Demo.Plans;

/// <summary>
/// The invented bureau's plan, loaded from a shipped pack, with a year of tasks made of its promises: assigned, handed in,
/// returned, extended, accepted, by the use cases people use. The last tasks are due about today, so that there is something to do.
/// </summary>
public sealed class DemoPlan(XuehengDb db, PackLibrary packs, TimeProvider clock)
{
    private const string Pack = "xinyi-2021.yaml";

    /// <summary>The year the tasks were given out for.</summary>
    private static readonly DateOnly Begins = new(2024, 1, 8);

    private static readonly string[] Leads = ["基础教育科", "学前教育科", "人事科", "安全保卫科", "师资科", "组织宣传科", "督导室", "发展规划科"];

    private static readonly string[] Surnames = ["王", "李", "赵", "陈", "孙", "周", "吴", "郑"];

    private static readonly string[] Given = ["建国", "晓梅", "志强", "丽华", "海涛", "春燕", "立新", "文静"];

    private static readonly string[] Results =
    [
        "印发实施方案，召开推进会，13 个乡镇中心校全部报送落实清单。",
        "开展专项检查 26 校次，发现问题 41 个，已整改 41 个，清单和照片存档。",
        "完成方案、名单和经费安排，经局长办公会审定，公示 5 个工作日无异议。",
        "组织培训 3 期 186 人，考核合格率 98.4%，签到表和成绩单存档。",
        "完成年度任务，绩效自评 92 分，材料汇编一册。",
    ];

    private static readonly string[] Reasons = ["缺少佐证照片和签到表，请补齐", "只写了打算，没有写完成了什么", "数据和上月报表对不上，请核实"];

    /// <param name="packFolder">The shipped packs.</param>
    /// <returns>The plan; null when the county has a plan already.</returns>
    public async Task<Outcome<Plan?>> RunAsync(string packFolder, int seed, CancellationToken cancellation)
    {
        if (await db.Set<Plan>().AnyAsync(p => p.County == DemoCounty.Code.Value, cancellation))
        {
            return (Plan?)null;
        }

        var desk = new DemoDesk(db, cancellation);
        desk.Clock.Set(Begins);
        var loaded = await new LoadPlan(db, desk.Clock).RunAsync(
            new LoadPlanCommand(DemoCounty.Code, Path.Combine(packFolder, "plans", Pack), $"packs/plans/{Pack}", DemoDesk.Office, Approve: true), cancellation);
        if (!loaded.Succeeded)
        {
            return loaded.Failure;
        }

        var dice = new Dice((ulong)seed).Branch(77);
        var steps = new List<DemoStep>();
        foreach (var (order, promise) in (await PromisesAsync(loaded.Value.Id, cancellation)).Index())
        {
            if (await AddAsync(promise, order, dice, desk, steps, cancellation) is { } refused)
            {
                return refused;
            }
        }

        foreach (var step in steps.OrderBy(s => s.Day))
        {
            desk.Clock.Set(step.Day);
            if (await step.Do(desk) is { } failed)
            {
                return failed;
            }

            db.ChangeTracker.Clear();
        }

        return loaded.Value;
    }

    private Task<List<Commitment>> PromisesAsync(Guid plan, CancellationToken cancellation) => db.Set<Commitment>().AsNoTracking()
        .Where(c => c.County == DemoCounty.Code.Value && c.Plan == plan && c.Kind == CommitmentKind.Promised)
        .OrderBy(c => c.Order).ToListAsync(cancellation);

    /// <summary>One task for each promise, under the goal it stands under.</summary>
    private async Task<Failure?> AddAsync(Commitment promise, int order, Dice dice, DemoDesk desk, List<DemoStep> steps, CancellationToken cancellation)
    {
        var (lead, head) = (Leads[order % Leads.Length], Surnames[dice.Below(Surnames.Length)] + Given[dice.Below(Given.Length)]);
        var course = Course(order);
        var open = course is DemoCourse.Waiting or DemoCourse.Returned or DemoCourse.Urged or DemoCourse.NotBegun;
        var start = packs.WorkingDays.OnOrAfter(Begins.AddDays(7 * (order % 8)));
        var due = packs.WorkingDays.OnOrAfter(open ? clock.Today().AddDays(-9 + (4 * (order % 7))) : start.AddDays(60 + dice.Below(210)));
        var fields = new ItemFields(Shortened(promise), promise.Text, lead, order % 3 == 0 ? [Leads[(order + 3) % Leads.Length]] : [], head, start, due);
        var added = await new AddItem(db, desk.Clock).RunAsync(
            new AddItemCommand(promise.County, promise.Plan, promise.Item, PlanItemKind.Task, fields, DemoDesk.Office), cancellation);
        if (added.Succeeded)
        {
            steps.AddRange(Steps(added.Value, course, start, due, dice, $"{lead} {head}"));
        }

        return added.Failure;
    }

    private static DemoCourse Course(int order) => (order % 10) switch
    {
        3 => DemoCourse.ReturnedThenAccepted,
        6 => DemoCourse.ExtendedThenAccepted,
        7 => DemoCourse.AcceptedByMistake,
        4 when order > 10 => DemoCourse.Waiting,
        8 => order > 10 ? DemoCourse.Returned : DemoCourse.Urged,
        9 => DemoCourse.NotBegun,
        _ => DemoCourse.Accepted,
    };

    private IEnumerable<DemoStep> Steps(PlanItem task, DemoCourse course, DateOnly start, DateOnly due, Dice dice, string by)
    {
        var (id, result, reason) = (task.Id, dice.Pick(Results), dice.Pick(Reasons));
        var handed = Work(due.AddDays(-5));
        var recently = Work(clock.Today().AddDays(-4));
        return course switch
        {
            DemoCourse.Accepted => [Hand(handed), Accept(due)],
            DemoCourse.ReturnedThenAccepted => [Hand(Work(due.AddDays(-20))), Return(Work(due.AddDays(-17))), Hand(handed), Accept(due)],
            DemoCourse.ExtendedThenAccepted => [Extend(Work(due.AddDays(-10)), Work(due.AddDays(30))), Hand(Work(due.AddDays(20))), Accept(Work(due.AddDays(24)))],
            DemoCourse.AcceptedByMistake => [Hand(handed), Accept(due), Withdraw(Work(due.AddDays(6))), Accept(Work(due.AddDays(13)))],
            DemoCourse.Waiting => [Hand(recently)],
            DemoCourse.Returned => [Hand(Work(start.AddDays(200))), Return(recently)],
            DemoCourse.Urged => [new(recently, d => d.UrgeAsync(id, "期限将到，请抓紧报送"))],
            _ => [],
        };

        DemoStep Hand(DateOnly day) => new(day, d => d.HandInAsync(id, result, by));
        DemoStep Accept(DateOnly day) => new(day, d => d.AcceptAsync(id));
        DemoStep Return(DateOnly day) => new(day, d => d.ReturnAsync(id, reason));
        DemoStep Withdraw(DateOnly day) => new(day, d => d.WithdrawAsync(id, "验收时没有核对签到表，撤回复核"));
        DemoStep Extend(DateOnly day, DateOnly later) => new(day, d => d.ExtendAsync(id, later, "施工受连续降雨影响，顺延一个月"));
        DateOnly Work(DateOnly day) => packs.WorkingDays.OnOrAfter(day);
    }

    /// <summary>What is counted is no task; to bring it there is.</summary>
    private static string Shortened(Commitment promise)
    {
        var title = promise.Value is null ? promise.Subject : $"落实“{promise.Subject}”的目标";
        return title.Length <= ItemFields.LongestTitle ? title : title[..ItemFields.LongestTitle];
    }
}
