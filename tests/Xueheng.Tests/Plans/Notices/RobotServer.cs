using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Xueheng.Tests.Plans.Notices;

/// <summary>A web-hook on a free loopback port that keeps what is posted to it and answers as a group robot does.</summary>
internal sealed class RobotServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public RobotServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    public List<(string Address, string? Type, string Body)> Posted { get; } = [];

    /// <summary>What it answers: status and JSON.</summary>
    public (int Status, string Json) Answer { get; set; } = (200, """{"errcode":0,"errmsg":"ok"}""");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                Posted.Add((context.Request.RawUrl!, context.Request.ContentType, await reader.ReadToEndAsync()));
                context.Response.StatusCode = Answer.Status;
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Answer.Json));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
