using Xueheng.Census;

namespace Xueheng.App.Api;

/// <summary>A stage in an address, spelt as in JSON.</summary>
internal static class ApiStage
{
    public const string Described = "学段：preschool、primary、junior、senior、vocational";

    /// <summary>Null when none is asked for.</summary>
    public static Outcome<Stage?> Read(string? text) => text is null ? (Stage?)null : StageNames.Parse(text) is { } stage
        ? stage
        : new Failure("XH4009", $"没有学段 {text}，可用：{string.Join("、", Enum.GetValues<Stage>().Select(s => s.Id()))}");
}
