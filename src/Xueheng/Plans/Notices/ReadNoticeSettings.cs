using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Xueheng.Packs;

namespace Xueheng.Plans.Notices;

/// <summary>Reads <c>notices.yaml</c> each time it is needed, so that a change works without a restart.</summary>
/// <param name="folder">The data folder.</param>
public sealed class ReadNoticeSettings(DirectoryInfo folder)
{
    public const string FileName = "notices.yaml";

    /// <returns>Nothing configured where there is no file; XH5240 with line and reason where it does not hold.</returns>
    public Outcome<NoticeSettings> Run()
    {
        var path = Path.Combine(folder.FullName, FileName);
        if (!File.Exists(path))
        {
            return NoticeSettings.Nothing;
        }

        try
        {
            return Settings(PackNode.Read(path, FileName).Root);
        }
        catch (PackException e)
        {
            return new Failure("XH5240", $"消息配置有误，暂不对外发送：{e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH5240", $"读不了消息配置，暂不对外发送：{e.Message}");
        }
    }

    private NoticeSettings Settings(PackNode node)
    {
        var mail = node.Optional("mail") is { } m ? Mail(m) : null;
        var settings = new NoticeSettings(
            node.Optional("site") is { } site ? Address(site) : null,
            node.Optional("at") is { } at ? Hour(at) : NoticeSettings.UsualHour,
            mail,
            [.. node.List("recipients").Select(r => Recipient(r, mail is not null))]);
        node.Done();
        return settings;
    }

    private MailSettings Mail(PackNode node)
    {
        var security = node.Optional("security")?.AsText() switch
        {
            null or "tls" => MailSecurity.Tls,
            "starttls" => MailSecurity.StartTls,
            "none" => MailSecurity.None,
            var other => throw node.Wrong($"security“{other}”应当是 tls、starttls 或 none"),
        };
        var port = node.Optional("port") is { } p ? (int)p.AsNumber() : security == MailSecurity.Tls ? 465 : security == MailSecurity.StartTls ? 587 : 25;
        var user = node.OptionalText("user");
        var file = node.OptionalText("password_file");
        if ((user is null) != (file is null))
        {
            throw node.Wrong("user 和 password_file 要么都写，要么都不写");
        }

        if (user is not null && security == MailSecurity.None)
        {
            throw node.Wrong("不加密（security: none）时不能带用户名和密码");
        }

        var certificate = node.Optional("certificate") is { } named ? Certificate(named) : null;
        if (certificate is not null && security == MailSecurity.None)
        {
            throw node.Wrong("不加密（security: none）时用不上 certificate");
        }

        var from = node.Text("from");
        if (!IsAddress(from))
        {
            throw node.Wrong($"from“{from}”不是邮箱地址");
        }

        var mail = new MailSettings(node.Text("server"), port, security, from, user, file is null ? null : File.ReadAllText(Path.Combine(folder.FullName, file)).Trim(), certificate);
        node.Done();
        return mail;
    }

    private byte[] Certificate(PackNode file) =>
        MailCertificate.Read(Path.Combine(folder.FullName, file.AsText())) ?? throw file.Wrong($"“{file.AsText()}”里没有证书，应当是 PEM 或 DER 格式的证书文件");

    private static RecipientSettings Recipient(PackNode node, bool mail)
    {
        var addresses = new List<NoticeAddress>();
        foreach (var box in node.List("mail"))
        {
            addresses.Add(!mail ? throw box.Wrong("没有写 mail 服务器，不能发邮件")
                : IsAddress(box.AsText()) ? new NoticeAddress(NoticeChannel.Mail, MailboxAddress.Parse(box.AsText()).Address, null, null)
                : throw box.Wrong($"“{box.AsText()}”不是邮箱地址"));
        }

        addresses.AddRange(node.List("wecom").Select(hook => Robot(NoticeChannel.WeCom, Address(hook), null)));
        foreach (var robot in node.List("dingtalk"))
        {
            addresses.Add(Robot(NoticeChannel.DingTalk, Address(robot.Required("hook")), robot.OptionalText("secret")));
            robot.Done();
        }

        var recipient = new RecipientSettings(node.Text("name"), addresses);
        node.Done();
        return recipient;
    }

    private static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var address) && address.Address.Contains('@', StringComparison.Ordinal);

    private static NoticeAddress Robot(NoticeChannel channel, Uri hook, string? secret) =>
        new(channel, hook.Host + "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hook.ToString())))[..12], hook, secret);

    private static Uri Address(PackNode node) =>
        Uri.TryCreate(node.AsText(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw node.Wrong($"“{node.AsText()}”不是网址");

    private static TimeOnly Hour(PackNode node) =>
        TimeOnly.TryParseExact(node.AsText(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : throw node.Wrong("at 请写成 08:00 的样子");
}
