using System.Text.Encodings.Web;
using Xueheng.App.Pages.Places;

namespace Xueheng.App.Pages.Lists;

/// <summary>Where a list is opened: the place, and what it is a list of (this school, that indicator).</summary>
/// <param name="Arguments">Stand in the export's address as <c>at.name=value</c>, apart from the view's own keys.</param>
public sealed record ListAt(Place Place, params IReadOnlyList<(string Name, string Value)> Arguments)
{
    private const string Prefix = "at.";

    public string? this[string name] => Arguments.FirstOrDefault(a => a.Name == name).Value;

    public static ListAt Read(Place place, IQueryCollection query) =>
        new(place, [.. query.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(p => (p.Key[Prefix.Length..], p.Value.ToString()))]);

    public string Query(string list) =>
        $"{Place.Address.Home}/export/{list}" + string.Concat(Arguments.Select((a, i) =>
            $"{(i == 0 ? '?' : '&')}{Prefix}{a.Name}={UrlEncoder.Default.Encode(a.Value)}"));
}
