using System.Globalization;
using Xueheng.App.Pages.Figures;
using Xueheng.Planning.Levers;

namespace Xueheng.App.Pages.Planning.OneStep;

/// <summary>How levers and their figures are written for people.</summary>
internal static class LeverText
{
    /// <summary>One step: 增建室外运动场地 200 ㎡.</summary>
    public static string OneStep(this Lever lever) => $"{FigureText.Named(lever.Name, lever.English)} {Number(lever.Step)} {lever.Unit}";

    public static string Number(decimal? number) => number?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>A change of a coefficient with its sign.</summary>
    public static string Change(double? change) => change?.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture) ?? "—";
}
