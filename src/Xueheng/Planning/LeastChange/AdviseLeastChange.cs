using Xueheng.Census;
using Xueheng.Engines.LeastChange;
using Xueheng.Engines.Solving;
using Xueheng.Packs;
using Xueheng.Planning.Levers;
using Xueheng.Standards.Trying;
using Xueheng.Storage;

namespace Xueheng.Planning.LeastChange;

/// <summary>
/// Finds the least set of changes: builds the requirements of a standard from a published census, has the engine solve them, and measures the county
/// anew with the answer, so that what is promised is what the next census would be told.
/// </summary>
public sealed class AdviseLeastChange(XuehengDb db, PackLibrary packs, OpenTrialCounty open)
{
    /// <exception cref="PackException">The file of <see cref="LeastChangeCommand.Rules"/> does not hold.</exception>
    public async Task<Outcome<LeastChangePlan>> RunAsync(LeastChangeCommand command, IProgress<LeastChangeProgress>? progress, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindPublishedAsync(command.County, command.Period, cancellation);
        return revision.Succeeded ? await RunAsync(revision.Value, command, progress, cancellation) : revision.Failure;
    }

    public Task<Outcome<LeastChangePlan>> RunAsync(
        Revision revision, LeastChangeCommand command, IProgress<LeastChangeProgress>? progress, CancellationToken cancellation) =>
        RunAsync(revision, command.Rules is { } rules ? ReadLevers.Over(packs.Levers, rules, rules, packs.Facts) : packs.Levers, command, progress, cancellation);

    /// <param name="levers">In place of those of the packs.</param>
    public async Task<Outcome<LeastChangePlan>> RunAsync(
        Revision revision, LeverPack levers, LeastChangeCommand command, IProgress<LeastChangeProgress>? progress, CancellationToken cancellation)
    {
        var standard = command.Standard ?? packs.Standards.OrderBy(s => s.SchoolRule is null).First().Id;
        var opened = await open.RunAsync(revision, standard, cancellation);
        return opened.Succeeded ? Solve(opened.Value, levers, command, progress, cancellation) : opened.Failure;
    }

    /// <summary>By the levers of the packs, of a county opened before.</summary>
    public LeastChangePlan Run(TrialCounty county, LeastChangeCommand command, IProgress<LeastChangeProgress>? progress, CancellationToken cancellation) =>
        Solve(county, packs.Levers, command, progress, cancellation);

    /// <summary>A pure function of the county, the levers and, with a limit of work, of the command.</summary>
    internal static LeastChangePlan Solve(
        TrialCounty county, LeverPack levers, LeastChangeCommand command, IProgress<LeastChangeProgress>? progress, CancellationToken cancellation)
    {
        var steps = LeverSteps.Of(county, levers);
        var asked = county.Ask([.. steps.Select(s => s.Step)]);
        var budget = new Budget(command.Time, command.Work, command.Seed);
        var answer = SolveLeastChange.Run(asked.Problem, budget, progress, cancellation);
        RelaxedLimits? relaxed = null;
        if (answer.Status == LeastChangeStatus.Infeasible)
        {
            relaxed = RelaxLimits.Run(asked.Problem, budget, progress, cancellation);
        }

        var counts = (relaxed?.Answer ?? answer).Steps;
        var after = counts is null ? county.Before : county.Whole(LeverSteps.Changes(steps, counts, county.Facts.Pack));
        return new CompareBeforeAfter(county, levers, command).Plan(asked, steps, answer, relaxed, counts, after);
    }
}
