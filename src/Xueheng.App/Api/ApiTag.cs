using System.Security.Cryptography;
using System.Text;
using Xueheng.Census;

namespace Xueheng.App.Api;

/// <summary>
/// Entity tags. An answer is a function of a revision, of packs, of judgements and of this build: their names make the tag,
/// so a reader that has the answer gets 304 before anything is computed.
/// </summary>
internal static class ApiTag
{
    private static readonly string Build = typeof(ApiTag).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Tags the answer; true when the reader has it already.</summary>
    public static bool Known(HttpContext context, params ReadOnlySpan<object?> parts)
    {
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Build + "|" + string.Join('|', parts))).AsSpan(0, 12))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.Headers.IfNoneMatch.SelectMany(v => v!.Split(',', StringSplitOptions.TrimEntries)).Any(v => v == tag || v == "*");
    }

    /// <summary>What a revision is told by; the time too, for a restored database may give a number out again.</summary>
    public static string Of(Revision revision) => $"{revision.County}/{revision.Number}/{revision.State}/{revision.PublishedAt?.Ticks}";
}
