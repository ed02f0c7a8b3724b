using Xueheng.Standards;

namespace Xueheng.App.Pages.Charts;

/// <summary>One school on the map.</summary>
/// <param name="Title">Name and verdict in words, shown when the pin is pointed at.</param>
public sealed record MapPin(string School, string Name, string Title, string Town, double Longitude, double Latitude, Verdict Verdict);
