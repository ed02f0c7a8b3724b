namespace Xueheng.App.Pages.Layout;

/// <summary>One step of the way from the home page to a page.</summary>
public sealed record Crumb(string Text, string Address);
