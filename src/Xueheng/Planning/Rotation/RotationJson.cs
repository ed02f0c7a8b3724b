using System.Text.Json;

namespace Xueheng.Planning.Rotation;

/// <summary>The JSON of a rotation: the records as <see cref="ContractJson"/> writes them.</summary>
public static class RotationJson
{
    public static string Write(RotationPlan plan) => JsonSerializer.Serialize(plan, ContractJson.Options);
}
