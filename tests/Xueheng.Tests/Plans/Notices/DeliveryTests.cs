using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using MimeKit;
using Xueheng.Plans;
using Xueheng.Plans.Notices;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Plans.Carrying;

namespace Xueheng.Tests.Plans.Notices;

public sealed class DeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_mail_goes_out_once_with_all_that_is_new_and_whole_links(DatabaseKind kind)
    {
        await using var desk = await DeskAsync(kind);
        await using var server = new SmtpServer();
        Configure(desk, Mail(server.Port) + "recipients:\n  - { name: 人事科, mail: [ renshi@example.org ] }\n");
        await DigestTests.DigestAsync(desk);

        Assert.Equal(new Delivered(2, 0), (await DeliverAsync(desk)).Value);
        Assert.Equal(new Delivered(0, 0), (await DeliverAsync(desk)).Value);

        var (from, to, data) = Assert.Single(server.Taken);
        Assert.Equal(("xueheng@example.org", "renshi@example.org"), (from, to));
        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(data)), Stop);
        Assert.Equal("学衡提醒：2 件事待办", message.Subject);
        Assert.Contains("1 项任务已超期：超期的", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://edu.example.org/c/990101/2026/supervision?who=", message.TextBody, StringComparison.Ordinal);
        Assert.Empty(await UnsentAsync(desk));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_refused_waits_longer_and_longer_is_shown_and_goes_out_when_it_can(DatabaseKind kind)
    {
        await using var desk = await DeskAsync(kind);
        await using var server = new SmtpServer();
        server.Refused.Add("renshi@example.org");
        Configure(desk, Mail(server.Port) + "recipients:\n  - { name: 人事科, mail: [ renshi@example.org, second@example.org ] }\n");
        await DigestTests.DigestAsync(desk);

        Assert.Equal(new Delivered(2, 2), (await DeliverAsync(desk)).Value);
        Assert.All(await UnsentAsync(desk), d => Assert.Equal((DeliveryState.Waiting, 1, "renshi@example.org"), (d.State, d.Attempts, d.Target)));
        Assert.Contains("No such user", (await UnsentAsync(desk))[0].Error, StringComparison.Ordinal);

        Assert.Equal(new Delivered(0, 0), (await DeliverAsync(desk)).Value);
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(new Delivered(0, 2), (await DeliverAsync(desk)).Value);
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(new Delivered(0, 0), (await DeliverAsync(desk)).Value);
        server.Refused.Clear();
        desk.Clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(new Delivered(2, 0), (await DeliverAsync(desk)).Value);
        Assert.Equal(["renshi@example.org", "second@example.org"], server.Taken.Select(t => t.To).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_may_have_arrived_is_sent_again_only_when_a_person_says_so(DatabaseKind kind)
    {
        await using var desk = await DeskAsync(kind);
        await using var server = new SmtpServer { HangsUpAfterData = true };
        Configure(desk, Mail(server.Port) + "recipients:\n  - { name: 人事科, mail: [ renshi@example.org ] }\n");
        await DigestTests.DigestAsync(desk);
        Assert.Equal(new Delivered(0, 2), (await DeliverAsync(desk)).Value);
        Assert.All(await UnsentAsync(desk), d => Assert.Equal(DeliveryState.Unsure, d.State));

        server.HangsUpAfterData = false;
        desk.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(new Delivered(0, 0), (await DeliverAsync(desk)).Value);
        Assert.Single(server.Taken);

        Assert.Equal(2, await desk.WithAsync((FindDeliveries use) => use.AgainAsync(PlanDesk.County, Stop)));
        Assert.Equal(new Delivered(2, 0), (await DeliverAsync(desk)).Value);
        Assert.Equal(2, server.Taken.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Senders_at_once_send_each_notice_once(DatabaseKind kind)
    {
        await using var desk = await DeskAsync(kind);
        await using var server = new SmtpServer();
        Configure(desk, Mail(server.Port) + "recipients:\n  - { name: 人事科, mail: [ a@example.org, b@example.org, c@example.org ] }\n");
        await DigestTests.DigestAsync(desk);

        var delivered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DeliverAsync(desk))));

        Assert.Equal(6, delivered.Sum(d => d.Value.Sent));
        Assert.Equal(["a@example.org", "b@example.org", "c@example.org"], server.Taken.Select(t => t.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_offers_no_encryption_is_a_failure_that_waits()
    {
        await using var desk = await DeskAsync(DatabaseKind.Sqlite);
        await using var server = new SmtpServer();
        Configure(desk, Mail(server.Port).Replace("security: none", "security: starttls", StringComparison.Ordinal) + "recipients:\n  - { name: 人事科, mail: [ renshi@example.org ] }\n");
        await DigestTests.DigestAsync(desk);
        Assert.Equal(new Delivered(0, 2), (await DeliverAsync(desk)).Value);
        Assert.Empty(server.Taken);
        Configure(desk, Mail(1) + "recipients:\n  - { name: 人事科, mail: [ renshi@example.org ] }\n");
        desk.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(new Delivered(0, 2), (await DeliverAsync(desk)).Value);
        Assert.All(await UnsentAsync(desk), d => Assert.Equal((DeliveryState.Waiting, 2), (d.State, d.Attempts)));
        Configure(desk, "recipients: []\n");
        desk.Clock.Pass(TimeSpan.FromHours(1));
        await DeliverAsync(desk);
        Assert.All(await UnsentAsync(desk), d => Assert.Equal(DeliveryState.Dropped, d.State));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Robots_get_the_documented_text_and_DingTalk_a_signed_address(DatabaseKind kind)
    {
        await using var desk = await DeskAsync(kind);
        await using var robots = new RobotServer();
        Configure(desk, $"recipients:\n  - name: 人事科\n    wecom: [ {robots.Url}cgi-bin/webhook/send?key=k1 ]\n    dingtalk:\n      - {{ hook: '{robots.Url}robot/send?access_token=t1', secret: SECxyz }}\n");
        await DigestTests.DigestAsync(desk);

        Assert.Equal(new Delivered(4, 0), (await DeliverAsync(desk)).Value);

        Assert.Equal(2, robots.Posted.Count);
        Assert.All(robots.Posted, p =>
        {
            var body = JsonNode.Parse(p.Body)!;
            Assert.StartsWith("application/json", p.Type, StringComparison.Ordinal);
            Assert.Equal("text", (string?)body["msgtype"]);
            Assert.Contains("1 项任务已超期：超期的", (string?)body["text"]!["content"], StringComparison.Ordinal);
        });
        var wecom = Assert.Single(robots.Posted, p => p.Address.StartsWith("/cgi-bin", StringComparison.Ordinal));
        Assert.Equal("/cgi-bin/webhook/send?key=k1", wecom.Address);
        var query = HttpUtility.ParseQueryString(new Uri(new Uri(robots.Url), Assert.Single(robots.Posted, p => p != wecom).Address).Query);
        var timestamp = desk.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(("t1", $"{timestamp}"), (query["access_token"], query["timestamp"]));
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("SECxyz"), Encoding.UTF8.GetBytes($"{timestamp}\nSECxyz"))), query["sign"]);
        await using var db = desk.Database.Open();
        Assert.All(db.Set<NoticeDelivery>(), d => Assert.DoesNotContain("k1", d.Target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, """{"errcode":310000,"errmsg":"sign not match"}""", DeliveryState.Waiting, "310000 sign not match")]
    [InlineData(500, "oops", DeliveryState.Waiting, "HTTP 500")]
    [InlineData(302, "", DeliveryState.Waiting, "HTTP 302")]
    [InlineData(200, "no json", DeliveryState.Unsure, "")]
    public async Task What_a_robot_refuses_is_kept_with_its_reason(int status, string json, DeliveryState state, string error)
    {
        await using var desk = await DeskAsync(DatabaseKind.Sqlite);
        await using var robots = new RobotServer { Answer = (status, json) };
        Configure(desk, $"recipients:\n  - {{ name: 人事科, wecom: [ '{robots.Url}send?key=1' ] }}\n");
        await DigestTests.DigestAsync(desk);
        Assert.Equal(new Delivered(0, 2), (await DeliverAsync(desk)).Value);
        Assert.All(await UnsentAsync(desk), d => Assert.Equal(state, d.State));
        Assert.Contains(error, (await UnsentAsync(desk))[0].Error!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recipients:\n  - { name: 人事科, mail: [ a@example.org ] }\n", "没有写 mail 服务器")]
    [InlineData("mail: { server: s, from: a@example.org, security: ssl }\n", "tls、starttls 或 none")]
    [InlineData("mail: { server: s, from: nobody, security: none }\n", "不是邮箱地址")]
    [InlineData("mail: { server: s, from: a@example.org, user: u }\n", "password_file")]
    [InlineData("mail: { server: s, from: a@example.org, security: none, user: u, password_file: p }\n", "不加密")]
    [InlineData("recipients:\n  - { name: 人事科, wecom: [ ftp://x ] }\n", "不是网址")]
    [InlineData("at: 8点\n", "08:00")]
    [InlineData("recipient: []\n", "不认识 recipient")]
    [InlineData("mail: { server: s, from: a@example.org, user: u, password_file: nowhere }\n", "读不了")]
    public async Task A_configuration_that_does_not_hold_says_where_and_sends_nothing(string yaml, string reason)
    {
        await using var desk = await DeskAsync(DatabaseKind.Sqlite);
        Configure(desk, yaml);
        await DigestTests.DigestAsync(desk);
        var failure = (await DeliverAsync(desk)).Failure!;
        Assert.Equal("XH5240", failure.Code);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_too_long_for_a_robot_is_cut_between_characters()
    {
        var cut = SendToRobot.Cut(new string('衡', 1000));
        Assert.True(Encoding.UTF8.GetByteCount(cut) <= 2048);
        Assert.EndsWith("衡…", cut, StringComparison.Ordinal);
        Assert.Equal("短", SendToRobot.Cut("短"));
    }

    private static async Task<PlanDesk> DeskAsync(DatabaseKind kind)
    {
        var desk = await PlanDesk.OpenAsync(kind);
        await desk.AddAsync(PlanItemKind.Task, "超期的", due: new DateOnly(2026, 11, 20), lead: "人事科");
        await desk.AddAsync(PlanItemKind.Task, "快到的", due: new DateOnly(2026, 12, 1), lead: "人事科");
        return desk;
    }

    private static string Mail(int port) =>
        $"site: https://edu.example.org\nmail: {{ server: 127.0.0.1, port: {port}, security: none, from: 学衡 <xueheng@example.org> }}\n";

    private static void Configure(PlanDesk desk, string yaml) =>
        File.WriteAllText(Path.Combine(desk.Database.Folder.FullName, ReadNoticeSettings.FileName), yaml);

    private static Task<Outcome<Delivered>> DeliverAsync(PlanDesk desk) => desk.WithAsync((DeliverNotices use) => use.RunAsync(null, Stop));

    private static Task<IReadOnlyList<DeliveryRow>> UnsentAsync(PlanDesk desk) => desk.WithAsync((FindDeliveries use) => use.NotSentAsync(PlanDesk.County, Stop));
}
