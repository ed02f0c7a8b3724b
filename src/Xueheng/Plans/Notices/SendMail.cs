using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Xueheng.Plans.Notices;

/// <summary>Sends a message by SMTP.</summary>
internal static class SendMail
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<Sending> RunAsync(MailSettings settings, string to, string subject, string body, string id, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Server, settings.Port, Security(settings.Security), cancellation);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or MailKit.CommandException or MailKit.ProtocolException or AuthenticationException
            or SslHandshakeException or TimeoutException or NotSupportedException)
        {
            return Sending.Failed(e.Message);
        }

        return await SendAsync(client, Message(settings.From, to, subject, body, id), cancellation);
    }

    private static async Task<Sending> SendAsync(SmtpClient client, MimeMessage message, CancellationToken cancellation)
    {
        try
        {
            await client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException e)
        {
            return Sending.Failed(e.Message);
        }
        catch (Exception e) when (e is SocketException or IOException or SmtpProtocolException or TimeoutException)
        {
            // The server may have taken it before the line broke.
            return Sending.Unsure(e.Message);
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

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
