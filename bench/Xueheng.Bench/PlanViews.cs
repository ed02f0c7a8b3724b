using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Storage;

namespace Xueheng.Bench;

/// <summary>A plan of many tasks, seeded, and how long each of its views takes to open over HTTP.</summary>
internal static class PlanViews
{
    private const string County = "990101";

    private static readonly string[] Divisions = ["基教科", "学前科", "人事科", "计财科", "督导室", "项目办", "安全科", "职成科"];

    /// <param name="rounds">How often each view is opened, after one time that does not count.</param>
    public static async Task<int> RunAsync(DataLocation location, int tasks, int rounds)
    {
        await using (var provider = await Product.OpenAsync(location))
        {
        }

        await using var site = Site.Build(location, ["--Logging:LogLevel:Default=Warning"]);
        site.Urls.Add("http://127.0.0.1:0");
        await site.StartAsync();
        var (plan, action, task) = await SeedAsync(site.Services, tasks);
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var home = $"/c/{County}/2026/plans/{plan}";
        foreach (var (name, address) in new[]
        {
            ("overview", home), ("tree", home + "/tree"), ("tree, an action opened", $"{home}/tree?open={action}"), ("table", home + "/table"),
            ("table, overdue of one division by name", $"{home}/table?when=overdue&division={Uri.EscapeDataString(Divisions[2])}&sort=title"),
            ("chart", home + "/gantt"), ("chart, an action opened", $"{home}/gantt?open={action}"), ("board", home + "/board"),
            ("one task", $"/c/{County}/2026/tasks/{task}"), ("supervision", $"/c/{County}/2026/supervision"),
        })
        {
            var (taken, bytes) = await OpenAsync(client, address, rounds);
            Console.WriteLine($"| {name} | p50 {At(taken, 0.50):F1} ms | p95 {At(taken, 0.95):F1} ms | max {taken[^1]:F1} ms | {bytes / 1024} KB |");
        }

        await site.StopAsync();
        return 0;
    }

    private static async Task<(double[] Sorted, int Bytes)> OpenAsync(HttpClient client, string address, int rounds)
    {
        var taken = new double[rounds];
        var bytes = (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
        for (var i = 0; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            bytes = (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
            taken[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return ([.. taken.Order()], bytes);
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];

    private static async Task<(Guid Plan, Guid Action, Guid Task)> SeedAsync(IServiceProvider services, int tasks)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<XuehengDb>();
        var random = new Random(1);
        var plan = new Plan
        {
            County = County, Id = Guid.CreateVersion7(), Title = "教育高质量发展三年行动方案", State = PlanState.Approved,
            From = new DateOnly(2025, 1, 1), Until = new DateOnly(2027, 12, 31), EditedBy = "bench", EditedAt = DateTimeOffset.UnixEpoch,
        };
        db.Add(plan);
        PlanItem Item(PlanItemKind kind, Guid? parent, int order, string title) => new()
        {
            County = County, Id = Guid.CreateVersion7(), Plan = plan.Id, Parent = parent, Kind = kind, Order = order, Title = title,
            Lead = Divisions[random.Next(Divisions.Length)], EditedBy = "bench", EditedAt = DateTimeOffset.UnixEpoch,
        };
        var goals = Enumerable.Range(0, 10).Select(i => Item(PlanItemKind.Goal, null, i, $"目标{i + 1}")).ToList();
        var actions = Enumerable.Range(0, 200).Select(i => Item(PlanItemKind.Action, goals[i % 10].Id, i, $"举措{i + 1}：实施某项建设工程")).ToList();
        db.AddRange(goals);
        db.AddRange(actions);
        var last = Guid.Empty;
        for (var i = 0; i < tasks; i++)
        {
            var task = Item(PlanItemKind.Task, actions[i % actions.Count].Id, i, $"任务{i + 1}：完成第 {i + 1} 项工作并形成报告");
            task.Start = new DateOnly(2025, 1, 1).AddDays(random.Next(900));
            task.Due = task.Start.Value.AddDays(random.Next(10, 180));
            task.State = (TaskState)random.Next(1, 5);
            task.Done = task.State == TaskState.Accepted ? task.Due : null;
            task.Supporting = [Divisions[random.Next(Divisions.Length)]];
            db.Add(task);
            last = task.Id;
        }

        // Figures of a demo county in the same folder; without one they are unknown.
        string[] metrics = ["indicator:preschool-universal-2020/1.2", "fact:teachers.backbone", "disparity:quality-balance-2017/L2@primary", "fact:pupils@junior"];
        for (var i = 0; i < 40; i++)
        {
            db.Add(new Target
            {
                County = County, Id = Guid.CreateVersion7(), Plan = plan.Id, Item = actions[i * 5].Id, Title = $"指标{i + 1}", Metric = Metric.Parse(metrics[i % metrics.Length])!,
                Comparison = Comparison.AtLeast, Value = 90 + i, Unit = "", Due = new DateOnly(2027, 12, 31), EditedBy = "bench", EditedAt = DateTimeOffset.UnixEpoch,
                Path = [.. Enumerable.Range(2022, 6).Select(p => new PathStep { Period = p, Value = 80 + p - 2022 + i })],
            });
        }

        await db.SaveChangesAsync();
        return (plan.Id, actions[3].Id, last);
    }
}
