using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Planning.Scenarios;

public enum ScenarioState
{
    Waiting = 1,
    Running = 2,

    /// <summary>There is an answer.</summary>
    Solved = 3,

    /// <summary>No answer keeps every rule; it says which cannot be kept together.</summary>
    Infeasible = 4,

    /// <summary>It could not be worked out; <see cref="Scenario.Message"/> says why.</summary>
    Failed = 5,

    /// <summary>Stopped by a person; may be taken up again.</summary>
    Stopped = 6,
}

/// <summary>推演方案: a question put to an engine over one revision, and its answer with what it bounds and promises. An answer is never changed; another question is another scenario.</summary>
public sealed class Scenario
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>An <see cref="IScenarioKind.Id"/>.</summary>
    public required string Kind { get; init; }

    public required int Period { get; init; }

    public required int Revision { get; init; }

    public required string Name { get; init; }

    public required ScenarioState State { get; set; }

    /// <summary>What was asked, JSON of the engine's part.</summary>
    public required string Question { get; init; }

    /// <summary>What it comes to in the county's words, JSON; null until there is one.</summary>
    public string? Plan { get; set; }

    /// <summary>The engine's own answer, JSON, from which a changed question is answered quickly; null without one.</summary>
    public string? Answer { get; set; }

    /// <summary>Why it failed, in the language of the screens.</summary>
    public string? Message { get; set; }

    /// <summary>The scenario this one was changed from; null for a new one.</summary>
    public Guid? From { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public string? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>方案 that its tasks were put into.</summary>
    public Guid? Tasks { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Scenario>
    {
        public void Configure(EntityTypeBuilder<Scenario> builder)
        {
            builder.ToTable("planning_scenarios");
            builder.HasKey(s => new { s.County, s.Id });
            builder.Property(s => s.County).HasMaxLength(6);
            builder.Property(s => s.Kind).HasMaxLength(20);
            builder.HasIndex(s => new { s.County, s.Kind, s.Period });
        }
    }
}
