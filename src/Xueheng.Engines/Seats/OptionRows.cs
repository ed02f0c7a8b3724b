using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Seats;

/// <summary>How often each option has been begun by each year: it only grows, which leaves a far tighter relaxation than a variable for each beginning.</summary>
internal sealed class OptionRows
{
    private readonly SeatPlanProblem _problem;
    private readonly SeatProgram _program;

    public OptionRows(SeatPlanProblem problem, SeatProgram program)
    {
        (_problem, _program) = (problem, program);
        Begun = [.. problem.Options.Select(o => Enumerable.Range(0, problem.Years).Select(_ => program.Whole(o.Most)).ToArray())];
        foreach (var (o, option) in problem.Options.Index())
        {
            for (var t = 0; t < problem.Years; t++)
            {
                var cost = option.Cost + (option.Yearly * Math.Max(0, problem.Years - t - option.Lead));
                program.Price(Begun[o][t], cost);
                if (t > 0)
                {
                    program.Price(Begun[o][t - 1], -cost);
                    program.Row(0, double.PositiveInfinity, (Begun[o][t], 1), (Begun[o][t - 1], -1));
                }
            }
        }

        foreach (var closing in Enumerable.Range(0, problem.Options.Count).Where(o => problem.Options[o].Closes).GroupBy(o => problem.Options[o].Site).Where(g => g.Count() > 1))
        {
            program.AtMost(1, [.. closing.Select(o => (Begun[o][^1], 1.0))]);
        }
    }

    /// <summary>By option and year.</summary>
    public Variable[][] Begun { get; }

    /// <summary>What of an option counts in a year; null when nothing can yet.</summary>
    public Variable? Counts(int option, int year) => year - _problem.Options[option].Lead is var since and >= 0 ? Begun[option][since] : null;

    /// <summary>The ways to close a school that can count in a year.</summary>
    public List<int> Closing(int site, int year) =>
        [.. Enumerable.Range(0, _problem.Options.Count).Where(o => _problem.Options[o].Closes && _problem.Options[o].Site == site && Counts(o, year) is not null)];

    /// <summary>Seats gained and given at a school in a year, as terms of a row.</summary>
    public IEnumerable<(Variable Counts, int Gain)> Gains(int site, int year)
    {
        var gains = new List<(Variable, int)>();
        foreach (var (o, option) in _problem.Options.Index())
        {
            if (Counts(o, year) is { } counts && (option.Site == site ? option.Seats : 0) - (option.Gives == site ? option.Given : 0) is var gain and not 0)
            {
                gains.Add((counts, gain));
            }
        }

        return gains;
    }

    /// <param name="penalty">For each unit of money beyond the budget; null where it holds.</param>
    public void Spend(int year, double? penalty)
    {
        if (double.IsPositiveInfinity(_problem.Budget[year]))
        {
            return;
        }

        var spent = new List<(Variable, double)>();
        foreach (var (o, option) in _problem.Options.Index())
        {
            spent.Add((Begun[o][year], option.Cost));
            if (year > 0)
            {
                spent.Add((Begun[o][year - 1], -option.Cost));
            }
        }

        if (penalty is { } price)
        {
            spent.Add((_program.Slack(price), -1));
        }

        _program.AtMost(_problem.Budget[year], [.. spent]);
    }
}
