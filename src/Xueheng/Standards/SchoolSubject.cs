using Xueheng.Census;

namespace Xueheng.Standards;

/// <summary>What the filters of a standard's pack see of a school.</summary>
/// <param name="Pupils">Of all stages the standard judges, campuses included; null when a stage has no figure.</param>
/// <param name="Campuses">How many campuses and teaching points are counted with it.</param>
public sealed record SchoolSubject(SchoolRow School, decimal? Pupils, int Campuses)
{
    /// <summary>办学类型码.</summary>
    public string Type => School.Type;

    /// <summary>城乡类型码; empty when not given.</summary>
    public string UrbanRural => School.UrbanRural;

    public bool Public => School.Public;

    /// <summary>普惠性民办.</summary>
    public bool? Inclusive => School.Inclusive;

    public bool? Boarding => School.Boarding;

    /// <summary>建校年.</summary>
    public int? Founded => School.Founded;

    public string Town => School.Town;
}
