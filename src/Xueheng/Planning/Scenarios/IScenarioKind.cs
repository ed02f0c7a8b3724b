using Xueheng.Census;

namespace Xueheng.Planning.Scenarios;

/// <summary>One kind of question that is put to an engine, kept with its answer, and may be approved: 交流轮岗, 学位布局, 集团化办学, 达标最少要做什么.</summary>
public interface IScenarioKind
{
    /// <summary>As <see cref="Scenario.Kind"/> has it; also its part of an address.</summary>
    string Id { get; }

    /// <summary>Works a question out.</summary>
    /// <param name="scenario">Its answer is how far it was when it was cut off; null for nowhere.</param>
    /// <param name="revision">The census it was asked of.</param>
    /// <param name="from">The scenario it was changed from, where that was asked of the same census; null for none.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <exception cref="OperationCanceledException">It was stopped, or the program ends.</exception>
    Task<Outcome<WorkedScenario>> WorkAsync(Scenario scenario, Revision revision, Scenario? from, IProgress<ScenarioProgress>? progress, CancellationToken cancellation);

    /// <summary>What is to be done when it is approved.</summary>
    ScenarioTasks TasksOf(Scenario scenario);

    /// <summary>What approving it sets beside the tasks, in the same transaction; null when it went well.</summary>
    /// <param name="by">Who approves.</param>
    Task<Failure?> ApproveAsync(Scenario scenario, string by, DateTimeOffset at, CancellationToken cancellation) => Task.FromResult<Failure?>(null);
}

/// <summary>How far a scenario is; each kind has its own.</summary>
public abstract record ScenarioProgress;

/// <param name="Plan">What it comes to, JSON.</param>
/// <param name="Answer">The engine's own answer, JSON, from which a changed question, or this one when it was cut off, is answered quickly; null without one.</param>
/// <param name="Message">Why there is no answer; null when there is.</param>
public sealed record WorkedScenario(ScenarioState State, string? Plan, string? Answer = null, string? Message = null);

/// <summary>举措 and the tasks under it.</summary>
public sealed record ScenarioTasks(string Title, string Detail, IReadOnlyList<ScenarioTask> Tasks);

/// <param name="Detail">Cut off where a plan takes no more.</param>
/// <param name="Serves">What it changes; targets of the plan that are measured by it are named in the task. Null for nothing that is measured.</param>
public sealed record ScenarioTask(string Title, string Detail, IReadOnlyList<ServedIndicator>? Serves = null);

/// <summary>An indicator of a school that a task changes.</summary>
public sealed record ServedIndicator(string Standard, string Indicator, Stage Stage, string School);

/// <summary>What an engine tells of how far it is, handed on as a scenario's progress at once and in order.</summary>
internal sealed class TellAs<T>(IProgress<ScenarioProgress> to, Func<T, ScenarioProgress> how) : IProgress<T>
{
    public void Report(T value) => to.Report(how(value));
}
