using System.Security.Cryptography.X509Certificates;
using Xueheng.Plans.Notices;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Plans.Carrying;

namespace Xueheng.Tests.Plans.Notices;

/// <summary>Mail over TLS with a login, to a real server on the loopback address.</summary>
public sealed class SecureMailTests
{
    private const string User = "xueheng@example.org";
    private const string Password = "口令 p@ss";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "starttls")]
    [InlineData(DatabaseKind.Sqlite, "tls")]
    [InlineData(DatabaseKind.Postgres, "starttls")]
    [InlineData(DatabaseKind.Postgres, "tls")]
    public async Task A_mail_goes_out_over_TLS_with_its_login_to_a_server_whose_own_certificate_was_named(DatabaseKind kind, string security)
    {
        using var certificate = MailCertificates.OfItself();
        await using var server = new SmtpServer { Certificate = certificate, Wrapped = security == "tls", Login = (User, Password) };
        await using var desk = await DeskAsync(kind);
        Configure(desk, server, security, certificate);

        Assert.Equal(new Delivered(1, 0), (await DeliverAsync(desk)).Value);
        Assert.Equal("renshi@example.org", Assert.Single(server.Taken).To);
        Assert.Equal([(User, true)], server.Tried);
    }

    [Theory]
    [InlineData("starttls")]
    [InlineData("tls")]
    public async Task A_certificate_nobody_named_is_refused_before_any_password_is_told(string security)
    {
        using var certificate = MailCertificates.OfItself("127.0.0.1");
        using var another = MailCertificates.OfItself("127.0.0.1");
        await using var server = new SmtpServer { Certificate = certificate, Wrapped = security == "tls", Login = (User, Password) };
        await using var desk = await DeskAsync(DatabaseKind.Sqlite);
        foreach (var named in (X509Certificate2?[])[null, another])
        {
            Configure(desk, server, security, named);
            Assert.Equal(new Delivered(0, 1), (await DeliverAsync(desk)).Value);
            var waiting = Assert.Single(await UnsentAsync(desk));
            Assert.Equal(DeliveryState.Waiting, waiting.State);
            Assert.Contains("证书不可信", waiting.Error, StringComparison.Ordinal);
            Assert.Contains("certificate", waiting.Error, StringComparison.Ordinal);
            desk.Clock.Pass(TimeSpan.FromHours(1));
        }

        Assert.Empty(server.Taken);
        Assert.Empty(server.Tried);
        Configure(desk, server, security, certificate);
        Assert.Equal(new Delivered(1, 0), (await DeliverAsync(desk)).Value);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_named_authority_vouches_for_the_name_it_signed_and_for_no_other()
    {
        var (authority, signed) = MailCertificates.OfTheHouse("127.0.0.1");
        var (_, other) = MailCertificates.OfTheHouse("127.0.0.1");
        var (elsewhere, misnamed) = MailCertificates.OfTheHouse("mail.example.org");
        foreach (var (shown, named, goes) in new[] { (signed, authority, true), (other, authority, false), (misnamed, elsewhere, false) })
        {
            await using var server = new SmtpServer { Certificate = shown, Login = (User, Password) };
            await using var desk = await DeskAsync(DatabaseKind.Sqlite);
            Configure(desk, server, "starttls", named);
            Assert.Equal(goes ? new Delivered(1, 0) : new Delivered(0, 1), (await DeliverAsync(desk)).Value);
            Assert.Equal(goes ? 1 : 0, server.Taken.Count);
        }
    }

    [Fact]
    public async Task A_certificate_whose_time_is_over_is_refused_though_it_was_named()
    {
        using var certificate = MailCertificates.OfItself(fromDays: -30, untilDays: -1);
        await using var server = new SmtpServer { Certificate = certificate, Login = (User, Password) };
        await using var desk = await DeskAsync(DatabaseKind.Sqlite);
        Configure(desk, server, "starttls", certificate);
        Assert.Equal(new Delivered(0, 1), (await DeliverAsync(desk)).Value);
        Assert.Contains("证书", Assert.Single(await UnsentAsync(desk)).Error, StringComparison.Ordinal);
        Assert.Empty(server.Tried);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_wrong_password_waits_with_its_sentence_and_goes_out_the_next_time_it_is_right(DatabaseKind kind)
    {
        using var certificate = MailCertificates.OfItself();
        await using var server = new SmtpServer { Certificate = certificate, Login = (User, "另一个") };
        await using var desk = await DeskAsync(kind);
        Configure(desk, server, "starttls", certificate);
        Assert.Equal(new Delivered(0, 1), (await DeliverAsync(desk)).Value);
        var waiting = Assert.Single(await UnsentAsync(desk));
        Assert.Contains("不接受用户名或密码，请核对 notices.yaml 里的 user 和 password_file", waiting.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, waiting.Error, StringComparison.Ordinal);
        Assert.Equal(1, await desk.WithAsync((FindDeliveries use) => use.FailedAsync(Stop)));

        server.Login = (User, Password);
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(new Delivered(1, 0), (await DeliverAsync(desk)).Value);
        desk.Clock.Pass(TimeSpan.FromHours(6));
        Assert.Equal(new Delivered(0, 0), (await DeliverAsync(desk)).Value);
        Assert.Single(server.Taken);
        Assert.Equal(0, await desk.WithAsync((FindDeliveries use) => use.FailedAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_got_it_never_gets_it_twice_though_another_address_was_refused(DatabaseKind kind)
    {
        using var certificate = MailCertificates.OfItself();
        await using var server = new SmtpServer { Certificate = certificate, Login = (User, Password) };
        server.Refused.Add("renshi@example.org");
        await using var desk = await DeskAsync(kind);
        Configure(desk, server, "starttls", certificate, "renshi@example.org", "second@example.org");

        Assert.Equal(new Delivered(1, 1), (await DeliverAsync(desk)).Value);
        Assert.Contains("不接受收件地址 renshi@example.org，请核对（No such user）", Assert.Single(await UnsentAsync(desk)).Error, StringComparison.Ordinal);
        server.Refused.Clear();
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await DigestTests.DigestAsync(desk);
        Assert.Equal(new Delivered(1, 0), (await DeliverAsync(desk)).Value);
        Assert.Equal(["second@example.org", "renshi@example.org"], server.Taken.Select(t => t.To));
    }

    [Fact]
    public async Task A_server_that_wants_a_login_that_is_not_there_or_nothing_secure_each_says_so()
    {
        using var certificate = MailCertificates.OfItself();
        await using var desk = await DeskAsync(DatabaseKind.Sqlite);
        await using (var strict = new SmtpServer { Certificate = certificate, Login = (User, Password) })
        {
            Configure(desk, strict, "starttls", certificate, login: false);
            Assert.Contains("要求登录，请在 notices.yaml 里写 user", await ErrorAsync(desk), StringComparison.Ordinal);
        }

        await using (var plain = new SmtpServer { Login = (User, Password) })
        {
            Configure(desk, plain, "starttls", null);
            Assert.Contains("不支持配置里要求的加密", await ErrorAsync(desk), StringComparison.Ordinal);
            Assert.Empty(plain.Tried);
            Configure(desk, plain, "tls", null);
            Assert.Contains("没有发送", await ErrorAsync(desk), StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(desk.Database.Folder.FullName, ReadNoticeSettings.FileName), Yaml(1, "starttls", "renshi@example.org"));
        Assert.Contains("连不上邮件服务器 127.0.0.1:1，请核对地址、端口和网络", await ErrorAsync(desk), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail: { server: s, from: a@example.org, certificate: nowhere.pem }\n", "读不了")]
    [InlineData("mail: { server: s, from: a@example.org, certificate: notices.yaml }\n", "没有证书")]
    [InlineData("mail: { server: s, from: a@example.org, security: none, certificate: smtp.pem }\n", "用不上 certificate")]
    public async Task A_certificate_that_is_none_stops_everything_with_its_reason(string yaml, string reason)
    {
        using var certificate = MailCertificates.OfItself();
        await using var desk = await DeskAsync(DatabaseKind.Sqlite);
        File.WriteAllText(Path.Combine(desk.Database.Folder.FullName, "smtp.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(desk.Database.Folder.FullName, ReadNoticeSettings.FileName), yaml);
        var failure = (await DeliverAsync(desk)).Failure!;
        Assert.Equal("XH5240", failure.Code);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ErrorAsync(PlanDesk desk)
    {
        desk.Clock.Pass(TimeSpan.FromHours(12));
        Assert.Equal(new Delivered(0, 1), (await DeliverAsync(desk)).Value);
        return Assert.Single(await UnsentAsync(desk)).Error!;
    }

    private static async Task<PlanDesk> DeskAsync(DatabaseKind kind)
    {
        var desk = await PlanDesk.OpenAsync(kind);
        await desk.AddAsync(Xueheng.Plans.PlanItemKind.Task, "超期的", due: new DateOnly(2026, 11, 20), lead: "人事科");
        await DigestTests.DigestAsync(desk);
        return desk;
    }

    private static void Configure(PlanDesk desk, SmtpServer server, string security, X509Certificate2? named, params string[] to) => Configure(desk, server, security, named, true, to);

    private static void Configure(PlanDesk desk, SmtpServer server, string security, X509Certificate2? named, bool login, params string[] to)
    {
        var folder = desk.Database.Folder.FullName;
        File.WriteAllText(Path.Combine(folder, "smtp-password"), Password + "\n");
        if (named is not null)
        {
            File.WriteAllText(Path.Combine(folder, "smtp.pem"), named.ExportCertificatePem());
        }

        File.WriteAllText(
            Path.Combine(folder, ReadNoticeSettings.FileName),
            Yaml(server.Port, security + (named is null ? "" : ", certificate: smtp.pem") + (login ? $", user: {User}, password_file: smtp-password" : ""), to is [] ? ["renshi@example.org"] : to));
    }

    private static string Yaml(int port, string security, params string[] to) =>
        $"mail: {{ server: 127.0.0.1, port: {port}, from: 学衡 <xueheng@example.org>, security: {security} }}\nrecipients:\n  - {{ name: 人事科, mail: [ {string.Join(", ", to)} ] }}\n";

    private static Task<Outcome<Delivered>> DeliverAsync(PlanDesk desk) => desk.WithAsync((DeliverNotices use) => use.RunAsync(null, Stop));

    private static Task<IReadOnlyList<DeliveryRow>> UnsentAsync(PlanDesk desk) => desk.WithAsync((FindDeliveries use) => use.NotSentAsync(PlanDesk.County, Stop));
}
