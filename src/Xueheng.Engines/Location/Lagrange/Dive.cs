namespace Xueheng.Engines.Location.Lagrange;

/// <summary>
/// Rounds the relaxation to a set of open facilities: those it opens most often are opened for good, a few at a time and never two for the
/// same units, and the multipliers follow before the next are.
/// </summary>
internal static class Dive
{
    private const int StepsBetween = 40;
    private const double Overlap = 0.5;

    /// <param name="count">How many to open.</param>
    /// <param name="known">Cost of the best answer known; infinite when none is.</param>
    /// <param name="rounds">In how many rounds to open them; more is better and slower.</param>
    /// <param name="stop">Asked between steps; true gives up.</param>
    /// <returns>The open facilities; null when stopped.</returns>
    public static bool[]? Run(Arcs arcs, Relaxation relaxation, Ascent from, int count, double known, int rounds, Func<bool> stop)
    {
        var before = relaxation.Forced.ToArray();
        var (ascent, opened) = (from, before.Count(f => f > 0));
        try
        {
            while (opened < count)
            {
                opened += OpenSome(arcs, relaxation, ascent, Math.Min(count - opened, Math.Max(1, (count + rounds - 1) / rounds)));
                if (opened < count)
                {
                    ascent = new Ascent(arcs, relaxation, [.. ascent.Multipliers]);
                    for (var s = 0; s < StepsBetween; s++)
                    {
                        if (stop())
                        {
                            return null;
                        }

                        ascent.Step(Math.Max(known, ascent.Bound * 1.01));
                    }
                }
            }

            return [.. relaxation.Forced.Select(f => f > 0)];
        }
        finally
        {
            before.CopyTo(relaxation.Forced, 0);
        }
    }

    private static int OpenSome(Arcs arcs, Relaxation relaxation, Ascent ascent, int most)
    {
        var (covered, opened) = (new double[arcs.Instance.Units], 0);
        var order = Enumerable.Range(0, ascent.OpenShare.Length).Where(j => relaxation.Forced[j] == 0).OrderByDescending(j => ascent.OpenShare[j]);
        foreach (var j in order)
        {
            if (opened == most)
            {
                break;
            }

            var (all, shared) = (0.0, 0.0);
            foreach (var arc in Of(arcs, j))
            {
                all += ascent.Share[arc];
                shared += ascent.Share[arc] * Math.Min(1, covered[arcs.Unit[arc]]);
            }

            if (shared > Overlap * all && opened > 0)
            {
                continue;
            }

            relaxation.Forced[j] = 1;
            opened++;
            foreach (var arc in Of(arcs, j))
            {
                covered[arcs.Unit[arc]] += ascent.Share[arc] / Math.Max(1e-9, ascent.OpenShare[j]);
            }
        }

        return opened;
    }

    private static ReadOnlySpan<int> Of(Arcs arcs, int j) => arcs.OfFacility.AsSpan(arcs.FacilityStart[j], arcs.FacilityStart[j + 1] - arcs.FacilityStart[j]);
}
