using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Xueheng.Plans.Notices;

/// <summary>
/// Sends a text to a group robot of WeCom or DingTalk. Both take the same JSON and answer with <c>errcode</c> 0 when they took
/// it; DingTalk wants the address signed (加签) with a secret. Sources: developer.work.weixin.qq.com/document/path/91770,
/// open.dingtalk.com 自定义机器人安全设置.
/// </summary>
internal static class SendToRobot
{
    /// <summary>WeCom takes no longer text, in bytes of UTF-8; DingTalk takes longer ones.</summary>
    private const int MaxBytes = 2048;

    public static async Task<Sending> RunAsync(HttpClient http, NoticeAddress address, string text, DateTimeOffset now, CancellationToken cancellation)
    {
        var body = new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = Cut(text) } };
        try
        {
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(address.Secret is { } secret ? Signed(address.Hook!, secret, now) : address.Hook!, content, cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return Sending.Failed($"HTTP {(int)response.StatusCode}");
            }

            var answer = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
            return answer?["errcode"]?.GetValue<int>() == 0 ? Sending.Done : Sending.Failed($"{answer?["errcode"]} {answer?["errmsg"]}");
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is SocketException || e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                ? Sending.Failed(e.Message)
                : Sending.Unsure(e.Message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Sending.Unsure(e.Message);
        }
    }

    /// <summary>HMAC-SHA256 of "timestamp\nsecret" by the secret, base64, in the address; the time in milliseconds.</summary>
    internal static Uri Signed(Uri hook, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds();
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        return new Uri($"{hook}{(hook.Query.Length == 0 ? "?" : "&")}timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}");
    }

    /// <summary>No more bytes than are taken, and never half a character.</summary>
    internal static string Cut(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MaxBytes)
        {
            return text;
        }

        var left = MaxBytes - Encoding.UTF8.GetByteCount("…");
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }
}
