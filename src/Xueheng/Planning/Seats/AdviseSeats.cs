using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Seats;
using Xueheng.Engines.Solving;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Planning.Seats;

/// <param name="Births">Path of a file with births; null when there is none.</param>
/// <param name="Rules">Path of a file in place of the pack; null for the pack.</param>
/// <param name="Time">Null where work is the limit.</param>
/// <param name="Work">About a thousand is a second; null where the clock is the limit.</param>
public sealed record AdviseSeatsCommand(string County, int Period, Stage Stage, TimeSpan? Time, long? Work, int Seed = 1, string? Births = null, string? Rules = null);

/// <summary>学位布局: expand, convert, build, close and send areas to other schools, at the least cost for which seats suffice in every year.</summary>
public sealed class AdviseSeats(XuehengDb db, PackLibrary packs)
{
    public async Task<Outcome<SeatPlan>> RunAsync(AdviseSeatsCommand command, CancellationToken cancellation)
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

        if (!rules.Planning.Walk.ContainsKey(command.Stage))
        {
            return new Failure("XH6210", $"学位规则没有写{command.Stage.Chinese()}的最远距离，请在 planning.walk 里补上");
        }

        var births = command.Births is { } path ? ReadBirths.From(path, packs.Checks.Limits) : (Outcome<BirthFile>?)null;
        if (births is { Succeeded: false } refused)
        {
            return refused.Failure;
        }

        var history = await new CountChildren(db, rules).RunAsync(revision.Value, cancellation);
        var seats = WorkOutSeats.Of(revision.Value, rules, history, births?.Value);
        if (!seats.Succeeded)
        {
            return seats.Failure;
        }

        var homes = await db.Set<PupilRow>().AsNoTracking()
            .Where(p => p.County == command.County && p.Revision == revision.Value.Number && p.Stage == command.Stage)
            .GroupBy(p => new { p.School, p.HomeTown })
            .Select(g => new HomeOfSchool(g.Key.School, g.Key.HomeTown, g.Count()))
            .ToListAsync(cancellation);
        var laid = LayOutSeats.Of(rules, command.Stage, seats.Value, history[^1].Schools, homes);
        if (!laid.Succeeded)
        {
            return laid.Failure;
        }

        var answer = SolveSeatPlan.Run(laid.Value.Problem, new Budget(command.Time, command.Work, command.Seed), cancellation);
        return answer.Starts.Count == 0 && laid.Value.Problem.Options.Count + laid.Value.Problem.Areas > 0 && answer.School.Count == 0
            ? new Failure("XH6211", "限定的时间里没有找到布局方案，请加长 --time 再试")
            : DescribeSeatPlan.Of(command, seats.Value, laid.Value, answer);
    }
}

/// <summary>How many pupils of a school come from a town.</summary>
internal sealed record HomeOfSchool(string School, string Town, int Children);
