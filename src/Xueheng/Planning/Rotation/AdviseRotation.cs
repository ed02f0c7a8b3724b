using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Rotation;
using Xueheng.Engines.Solving;
using Xueheng.Packs;
using Xueheng.Planning.Staffing;
using Xueheng.Standards.Trying;
using Xueheng.Storage;

namespace Xueheng.Planning.Rotation;

/// <summary>A plan, and the engine's answer from which a changed question is answered quickly.</summary>
public sealed record AdvisedRotation(RotationPlan Plan, RotationAnswer Answer);

/// <summary>交流轮岗: from a published census, rules and a list of people to who moves where, measured anew by the standard.</summary>
public sealed class AdviseRotation(XuehengDb db, PackLibrary packs, OpenTrialCounty open, WorkOutStaffing staffing, ReadPeople reading)
{
    /// <param name="before">The answer to nearly the same question; null for none.</param>
    /// <exception cref="PackException">The file of <see cref="RotationCommand.Rules"/> does not hold.</exception>
    public async Task<Outcome<AdvisedRotation>> RunAsync(
        RotationCommand command, RotationAnswer? before, IProgress<LevelResult>? progress, CancellationToken cancellation, IReadOnlyList<RotationPerson>? people = null)
    {
        var revision = await new Revisions(db).FindPublishedAsync(command.County, command.Period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var rules = command.Rules is { } file ? ReadRotationRules.Read(file, file, packs.Standards) : packs.Rotation;
        return await RunAsync(revision.Value, rules, command, before, progress, cancellation, people);
    }

    /// <param name="rules">The rules asked.</param>
    public async Task<Outcome<AdvisedRotation>> RunAsync(
        Revision revision,
        RotationRulePack rules,
        RotationCommand command,
        RotationAnswer? before,
        IProgress<LevelResult>? progress,
        CancellationToken cancellation,
        IReadOnlyList<RotationPerson>? people = null)
    {
        var opened = await open.RunAsync(revision, rules.Standard, cancellation);
        var staffed = await staffing.RunAsync(revision, cancellation);
        if (!opened.Succeeded || !staffed.Succeeded)
        {
            return opened.Failure ?? staffed.Failure!;
        }

        var teachers = await db.Set<TeacherRow>().AsNoTracking()
            .Where(t => t.County == revision.County && t.Revision == revision.Number && (t.Stage == Stage.Primary || t.Stage == Stage.Junior)).OrderBy(t => t.No).ToListAsync(cancellation);
        var listed = people is not null ? (Outcome<IReadOnlyList<RotationPerson>>)people.ToList() : command.People is { } list
            ? reading.Run(list, Path.GetFileName(list), [.. opened.Value.Facts.Schools.Select(s => s.School)], teachers.Select(t => t.Teacher).ToHashSet())
            : new List<RotationPerson>();
        if (!listed.Succeeded)
        {
            return listed.Failure;
        }

        var built = new BuildRotation(opened.Value, staffed.Value, rules, packs.Facts, packs.Curriculum).Run(teachers, listed.Value, command.Decisions ?? new());
        return built.Succeeded
            ? Solve(built.Value, new ComposeRotation(opened.Value, staffed.Value, rules, packs.Facts, built.Value, command), command, before, progress, cancellation)
            : built.Failure;
    }

    private static AdvisedRotation Solve(
        RotationCounty county, ComposeRotation compose, RotationCommand command, RotationAnswer? before, IProgress<LevelResult>? progress, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = SolveRotation.Run(county.Problem, county.Rules, county.Pins, Budget(command, 1), before, progress, cancellation);
        var conflict = answer.Status == RotationStatus.Infeasible ? FindConflict.Run(county.Problem, county.Rules, county.Pins, Budget(command, 1), cancellation) : null;
        IReadOnlyList<RulePrice> prices = command.Price && answer.Status == RotationStatus.Solved
            ? PriceRules.Run(county.Problem, county.Rules, county.Pins, answer, () => Budget(command, 0.25), cancellation)
            : [];
        return new AdvisedRotation(compose.Run(answer, prices, conflict, Stopwatch.GetElapsedTime(began).TotalSeconds), answer);
    }

    private static Budget Budget(RotationCommand command, double share) =>
        new(command.Time * share, command.Work is { } work ? Math.Max(1, (long)(work * share)) : null, command.Seed, 2);
}
