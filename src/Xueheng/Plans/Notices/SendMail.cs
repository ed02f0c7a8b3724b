using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Xueheng.Plans.Notices;

/// <summary>Sends a message by SMTP, over TLS and with a login where the configuration says so, and never without what it says.</summary>
internal static class SendMail
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<Sending> RunAsync(MailSettings settings, string to, string subject, string body, string id, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        client.ServerCertificateValidationCallback = (_, shown, sent, errors) => MailCertificate.IsTrusted(shown, sent, errors, settings.Certificate);
        var server = $"{settings.Server}:{settings.Port}";
        try
        {
            await client.ConnectAsync(settings.Server, settings.Port, Security(settings.Security), cancellation);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
            }
        }
        catch (SslHandshakeException e)
        {
            return Sending.Failed($"没有发送：邮件服务器 {server} 的证书不可信、不是它的或已过期。是本单位自己签发的，请把证书放进数据目录，在 notices.yaml 的 mail 下写 certificate（{First(e)}）");
        }
        catch (NotSupportedException e)
        {
            return Sending.Failed($"没有发送：邮件服务器 {server} 不支持配置里要求的加密或登录方式，请核对 security 和端口（{First(e)}）");
        }
        catch (AuthenticationException e)
        {
            return Sending.Failed($"邮件服务器 {server} 不接受用户名或密码，请核对 notices.yaml 里的 user 和 password_file（{First(e)}）");
        }
        catch (Exception e) when (e is SocketException or IOException or CommandException or MailKit.ProtocolException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return Sending.Failed($"连不上邮件服务器 {server}，请核对地址、端口和网络（{First(e)}）");
        }

        return await SendAsync(client, Message(settings.From, to, subject, body, id), to, server, cancellation);
    }

    private static async Task<Sending> SendAsync(SmtpClient client, MimeMessage message, string to, string server, CancellationToken cancellation)
    {
        try
        {
            await client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException e)
        {
            return Sending.Failed(e.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => $"邮件服务器不接受收件地址 {to}，请核对（{First(e)}）",
                SmtpErrorCode.SenderNotAccepted => $"邮件服务器不接受发件地址，请核对 notices.yaml 里的 from（{First(e)}）",
                _ => $"邮件服务器 {server} 没有收下邮件（{First(e)}）",
            });
        }
        catch (ServiceNotAuthenticatedException e)
        {
            return Sending.Failed($"邮件服务器 {server} 要求登录，请在 notices.yaml 里写 user 和 password_file（{First(e)}）");
        }
        catch (Exception e) when (e is SocketException or IOException or SmtpProtocolException or TimeoutException)
        {
            // The server may have taken it before the line broke.
            return Sending.Unsure($"交给邮件服务器 {server} 之后连接断了，不知道是否送达（{First(e)}）");
        }

        try
        {
            await client.DisconnectAsync(true, cancellation);
        }
        catch (Exception e) when (e is SocketException or IOException or SmtpProtocolException or TimeoutException)
        {
            // It has been taken; how the server says good-bye does not matter.
        }

        return Sending.Done;
    }

    private static MimeMessage Message(string from, string to, string subject, string body, string id)
    {
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = body }, MessageId = id };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(to));
        return message;
    }

    /// <summary>What libraries say at length begins with what matters.</summary>
    private static string First(Exception e) => e.Message.Split('\n')[0].Trim();

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
