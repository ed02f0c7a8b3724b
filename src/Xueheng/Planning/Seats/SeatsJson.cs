using System.Text.Json;

namespace Xueheng.Planning.Seats;

/// <summary>The JSON of 学位: the records as <see cref="ContractJson"/> writes them.</summary>
public static class SeatsJson
{
    public static string Write(CountySeats seats) => JsonSerializer.Serialize(seats, ContractJson.Options);

    public static SeatPlan ReadPlan(string text) => JsonSerializer.Deserialize<SeatPlan>(text, ContractJson.Options)!;

    public static string Write(SeatPlan plan) => JsonSerializer.Serialize(plan, ContractJson.Options);
}
