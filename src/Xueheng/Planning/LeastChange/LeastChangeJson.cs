using System.Text.Json;

namespace Xueheng.Planning.LeastChange;

/// <summary>The JSON of a least set of changes: the records as <see cref="ContractJson"/> writes them.</summary>
public static class LeastChangeJson
{
    public static string Write(LeastChangePlan plan) => JsonSerializer.Serialize(plan, ContractJson.Options);
}
