namespace Xueheng.Demo;

/// <summary>A town or township of the invented county, or the world outside it, which sends children too.</summary>
/// <param name="Index">Place in <see cref="CountyPlan.Towns"/>.</param>
/// <param name="Part">The part of a city the town belongs to; 0 in a county.</param>
/// <param name="Seat">True for the county town of its part.</param>
/// <param name="Share">Its share of the births of its part.</param>
internal sealed record Town(int Index, int Part, string Name, bool Seat, bool Outside, double Share, double Longitude, double Latitude);
