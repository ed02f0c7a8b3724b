using System.Net;

namespace Xueheng.App.Operations;

/// <summary>
/// The site has no accounts yet, so it listens on this machine alone unless told otherwise, and then answers only to this
/// machine's names: a page elsewhere that points its own name at 127.0.0.1 is refused.
/// </summary>
internal static class LoopbackHosts
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>True when no address can be reached from another machine.</summary>
    public static bool Only(string? urls) => Parts(urls).All(IsLoopback);

    /// <summary>Host names that are answered: <c>AllowedHosts</c> where it is set, else this machine's unless others were invited.</summary>
    public static string[] Allowed(IConfiguration configuration)
    {
        var named = Parts(configuration["AllowedHosts"]);
        return named.Length > 0 ? named : Only(configuration[WebHostDefaults.ServerUrlsKey]) ? Names : ["*"];
    }

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
