namespace Xueheng.App.Pages.Rosters;

/// <summary>How an address asks for numbers of persons in full, which are masked else.</summary>
internal static class NumbersShown
{
    public const string Key = "numbers";

    public const string InFull = "full";

    public static bool Full(string? asked) => asked == InFull;

    public static bool Full(HttpContext? request) => Full(request?.Request.Query[Key].ToString());
}
