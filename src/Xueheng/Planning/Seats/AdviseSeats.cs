using Xueheng.Census;
using Xueheng.Engines.Seats;
using Xueheng.Engines.Solving;
using Xueheng.Packs;
using Xueheng.Planning.SeatMaps;
using Xueheng.Storage;

namespace Xueheng.Planning.Seats;

/// <param name="Births">Path of a file with births; null when there is none.</param>
/// <param name="Rules">Path of a file in place of the pack; null for the pack.</param>
/// <param name="Time">Null where work is the limit.</param>
/// <param name="Work">About a thousand is a second; null where the clock is the limit.</param>
/// <param name="Connected">Whether the areas of a school have to hang together; asks for boundaries.</param>
/// <param name="Areas">Path of a .geojson file with shapes or places of areas; null when there is none.</param>
public sealed record AdviseSeatsCommand(
    string County, int Period, Stage Stage, TimeSpan? Time, long? Work, int Seed = 1, string? Births = null, string? Rules = null, string? Areas = null, bool Connected = false);

/// <summary>A plan, and where everything in it is.</summary>
public sealed record AdvisedSeats(SeatPlan Plan, SeatLayout Layout);

/// <summary>学位布局: expand, convert, build, close and send areas to other schools, at the least cost for which seats suffice in every year.</summary>
public sealed class AdviseSeats(XuehengDb db, PackLibrary packs, FindHomes homes, ReadAreas reading)
{
    public async Task<Outcome<AdvisedSeats>> RunAsync(AdviseSeatsCommand command, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindPublishedAsync(command.County, command.Period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        SeatRules rules;
        try
        {
            rules = command.Rules is null ? packs.Seats : ReadSeatRules.Read(command.Rules, command.Rules, packs.Codes);
        }
        catch (PackException broken)
        {
            return new Failure("XH9003", broken.Message);
        }

        var births = command.Births is { } path ? ReadBirths.From(path, Path.GetFileName(path), packs.Checks.Limits) : (Outcome<BirthFile>?)null;
        if (births is { Succeeded: false } refused)
        {
            return refused.Failure;
        }

        var areas = command.Areas is { } file ? await reading.RunAsync(revision.Value, command.Stage, file, Path.GetFileName(file), cancellation) : (Outcome<AreaFile>?)null;
        return areas is { Succeeded: false } wrong
            ? wrong.Failure
            : await RunAsync(revision.Value, rules, command.Stage, births?.Value, areas?.Value, command.Connected, new Budget(command.Time, command.Work, command.Seed), null, cancellation);
    }

    /// <param name="progress">Hears when the search begins.</param>
    internal async Task<Outcome<AdvisedSeats>> RunAsync(
        Revision revision, SeatRules rules, Stage stage, BirthFile? births, AreaFile? areas, bool connected, Budget budget, IProgress<LaidOutSeats>? progress, CancellationToken cancellation)
    {
        if (!rules.Planning.Walk.ContainsKey(stage))
        {
            return new Failure("XH6210", $"学位规则没有写{stage.Chinese()}的最远距离，请在 planning.walk 里补上");
        }

        var history = await new CountChildren(db, rules).RunAsync(revision, cancellation);
        var seats = WorkOutSeats.Of(revision, rules, history, births);
        if (!seats.Succeeded)
        {
            return seats.Failure;
        }

        var laid = LayOutSeats.Of(rules, stage, seats.Value, history[^1].Schools, await homes.RunAsync(revision, stage, cancellation), areas, connected);
        if (!laid.Succeeded)
        {
            return laid.Failure;
        }

        progress?.Report(laid.Value);
        var problem = laid.Value.Layout.Problem();
        var answer = SolveSeatPlan.Run(problem, budget, cancellation);
        return answer.School.Count == 0 && problem.Options.Count + problem.Areas > 0
            ? new Failure("XH6211", "限定的时间里没有找到布局方案，请加长计算时间再试")
            : new AdvisedSeats(DescribeSeatPlan.Of(seats.Value, laid.Value, answer, budget.Seed), laid.Value.Layout with { Starts = answer.Starts, School = answer.School });
    }
}
