using System.Net;

namespace Xueheng.App.Pages.People;

/// <summary>
/// Who changes something. Each form that does asks for the name with <see cref="ActingPersonField"/> and calls <see cref="Remember"/>
/// when it was done, so that the next form has it filled in.
/// </summary>
internal sealed class ActingPerson(IHttpContextAccessor http)
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "By";

    public const int MaxLength = 60;

    private const string Cookie = "xueheng.person";

    private HttpContext Context => http.HttpContext!;

    /// <summary>What the form that was sent says, else who acted last on this browser; empty when nobody has.</summary>
    public string Name => Typed ?? WebUtility.UrlDecode(Context.Request.Cookies[Cookie]) ?? "";

    /// <summary>What the form that was sent says; null when it says nothing.</summary>
    public string? Typed => Context.Request.HasFormContentType && Context.Request.Form[Field].ToString().Trim() is { Length: > 0 and <= MaxLength } typed
        ? typed
        : null;

    public void Remember()
    {
        if (Typed is { } typed && !Context.Response.HasStarted)
        {
            Context.Response.Cookies.Append(Cookie, WebUtility.UrlEncode(typed), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        }
    }
}
