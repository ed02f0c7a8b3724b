using Microsoft.AspNetCore.Localization;

namespace Xueheng.App.Pages;

/// <summary><c>/language?to=en&amp;back=…</c>: the reader's language, kept in a cookie because it belongs to the reader, not to the link.</summary>
internal static class LanguageSwitch
{
    public const string Cookie = "xueheng.language";

    public static void MapLanguageSwitch(this WebApplication app) => app.MapGet("/language", (HttpContext context, string? to, string? back) =>
    {
        var language = PagesModule.Languages.Contains(to) ? to! : PagesModule.Languages[0];
        context.Response.Cookies.Append(
            Cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return TypedResults.LocalRedirect(back is ['/', not '/' and not '\\', ..] ? back : "/");
    }).ExcludeFromDescription();
}
