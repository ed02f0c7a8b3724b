using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Xueheng.Tests.Plans.Notices;

/// <summary>
/// A small mail server that speaks real SMTP (RFC 5321), STARTTLS or TLS (RFC 3207, 8314) and AUTH PLAIN and LOGIN (RFC 4954) on a free
/// loopback port and keeps what it is given.
/// </summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Messages taken, as they came: envelope and text.</summary>
    public List<(string From, string To, string Data)> Taken { get; } = [];

    /// <summary>Recipients it refuses with 550.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>Takes the message and hangs up before it says so.</summary>
    public bool HangsUpAfterData { get; set; }

    /// <summary>With one it offers STARTTLS, or speaks TLS from the first byte when <see cref="Wrapped"/>.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool Wrapped { get; init; }

    /// <summary>Takes nothing from who has not logged in so, over TLS only.</summary>
    public (string User, string Password)? Login { get; set; }

    /// <summary>Names and passwords it was told, whether over TLS or not.</summary>
    public List<(string User, bool Encrypted)> Tried { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                try
                {
                    await using var plain = client.GetStream();
                    await using var stream = Wrapped ? await EncryptedAsync(plain) : plain;
                    await new Talk(this, stream).RunAsync();
                }
                catch (Exception e) when (e is IOException or AuthenticationException)
                {
                    // The other side hung up, or would not trust the certificate.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task<Stream> EncryptedAsync(Stream plain)
    {
        var encrypted = new SslStream(plain);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
        return encrypted;
    }

    /// <summary>One client.</summary>
    private sealed class Talk(SmtpServer server, Stream stream)
    {
        private Stream _stream = stream;
        private bool _known;
        private string _from = "";
        private string _to = "";

        private CancellationToken Stop => server._stop.Token;

        public async Task RunAsync()
        {
            await SayAsync("220 localhost ESMTP");
            while (await LineAsync() is { } line && await AnswerAsync(line))
            {
            }
        }

        private async Task<bool> AnswerAsync(string line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    await SayAsync(["250-localhost", "250-8BITMIME", .. Offers(), "250 SMTPUTF8"]);
                    return true;
                case "STARTTLS":
                    await SayAsync("220 Go ahead");
                    _stream = await server.EncryptedAsync(_stream);
                    return true;
                case "AUTH":
                    await LogInAsync(line.Split(' '));
                    return true;
                case "MAIL" when server.Login is not null && !_known:
                    await SayAsync("530 5.7.0 Authentication required");
                    return true;
                case "MAIL":
                    _from = Address(line);
                    await SayAsync("250 OK");
                    return true;
                case "RCPT":
                    _to = Address(line);
                    await SayAsync(server.Refused.Contains(_to) ? "550 No such user" : "250 OK");
                    return true;
                case "DATA":
                    await SayAsync("354 Go ahead");
                    server.Taken.Add((_from, _to, await DataAsync()));
                    if (server.HangsUpAfterData)
                    {
                        return false;
                    }

                    await SayAsync("250 Taken");
                    return true;
                case "QUIT":
                    await SayAsync("221 Bye");
                    return false;
                default:
                    await SayAsync("250 OK");
                    return true;
            }
        }

        private IEnumerable<string> Offers()
        {
            if (server.Certificate is not null && _stream is not SslStream)
            {
                yield return "250-STARTTLS";
            }
            else if (server.Login is not null)
            {
                yield return "250-AUTH PLAIN LOGIN";
            }
        }

        private async Task LogInAsync(string[] words)
        {
            string[] said;
            if (words[1] == "PLAIN")
            {
                said = Decoded(words.Length > 2 ? words[2] : await AskAsync("")).Split('\0')[1..];
            }
            else
            {
                said = [Decoded(words.Length > 2 ? words[2] : await AskAsync("VXNlcm5hbWU6")), Decoded(await AskAsync("UGFzc3dvcmQ6"))];
            }

            server.Tried.Add((said[0], _stream is SslStream));
            _known = server.Login == (said[0], said[1]);
            await SayAsync(_known ? "235 Welcome" : "535 5.7.8 Bad credentials");
        }

        private async Task<string> AskAsync(string prompt)
        {
            await SayAsync("334 " + prompt);
            return await LineAsync() ?? "";
        }

        private async Task SayAsync(params string[] lines) =>
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\r\n"))), Stop);

        /// <summary>Byte by byte: what comes behind STARTTLS is for another stream.</summary>
        private async Task<string?> LineAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, Stop) > 0)
            {
                if (one[0] == '\n')
                {
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(one[0]);
            }

            return null;
        }

        private async Task<string> DataAsync()
        {
            var data = new StringBuilder();
            while (await LineAsync() is { } line && line != ".")
            {
                data.AppendLine(line.StartsWith('.') ? line[1..] : line);
            }

            return data.ToString();
        }

        private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

        private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
    }
}
