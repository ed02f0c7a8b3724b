namespace Xueheng.App.Commands;

/// <summary>Packs of the bureau's own that are left out, on standard error: what is asked for stands on standard output.</summary>
internal static class Refusals
{
    public static void Say(IEnumerable<string> refused)
    {
        foreach (var reason in refused)
        {
            Console.Error.WriteLine($"没有启用：{reason}");
        }
    }
}
