namespace Xueheng.Plans.Calendar;

/// <summary>The State Council's yearly notice: which days of a year are off and which Saturdays and Sundays are worked.</summary>
/// <param name="Year">The year it is for; its New Year's holiday may begin in December before.</param>
/// <param name="Number">Number of the notice, for example 国办发明电〔2025〕7号.</param>
/// <param name="Confirmed">False when it was not compared with the notice.</param>
public sealed record HolidayNotice(
    int Year, string Number, DateOnly Dated, string Source, bool Confirmed, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> Working);

/// <param name="Until">The last day off.</param>
public sealed record Holiday(string Name, DateOnly From, DateOnly Until);
