using System.Text.Json;

namespace Xueheng.Planning.Staffing;

/// <summary>The JSON of 编制与学科: the records as <see cref="ContractJson"/> writes them.</summary>
public static class StaffingJson
{
    public static string Write(CountyStaffing staffing) => JsonSerializer.Serialize(staffing, ContractJson.Options);
}
