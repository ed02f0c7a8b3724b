using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>A teacher of the invented county, followed over the periods.</summary>
internal sealed class DemoTeacher
{
    public required string Number { get; init; }

    public required string Name { get; init; }

    public required bool Male { get; init; }

    public required DateOnly Born { get; init; }

    public required string Identity { get; init; }

    /// <summary>Decides what chance decides about the person, the same in every period.</summary>
    public required ulong Fate { get; init; }

    public required DateOnly TeachingSince { get; init; }

    public required DateOnly AtSchoolSince { get; set; }

    public required string Subject { get; set; }

    public required string Degree { get; set; }

    public BackboneLevel Backbone { get; set; }

    public bool FullTime { get; init; } = true;

    public string StaffType { get; init; } = "1";

    public bool Certified { get; set; } = true;

    /// <summary>Came from another school this year by rotation.</summary>
    public bool Rotated { get; set; }

    public int Age(int period) => period - Born.Year - (Born.Month > 8 ? 1 : 0);

    /// <summary>职称: rises with age, sooner for some than for others.</summary>
    public string Title(Stage stage, int period)
    {
        var years = period - TeachingSince.Year + (Dice.Share(Dice.Mix(Fate ^ 7)) * 14) - 7 + (Backbone >= BackboneLevel.County ? 4 : 0);
        return stage == Stage.Vocational
            ? years switch { < 2 => "未定职级", < 10 => "助理讲师", < 22 => "讲师", _ => "高级讲师" }
            : years switch { < -1 => "未定职级", < 1 => "三级教师", < 11 => "二级教师", < 27 => "一级教师", < 41 => "高级教师", _ => "正高级教师" };
    }

    /// <summary>近五年培训学时: more of the county complete theirs from period to period.</summary>
    public int TrainingHours(int period)
    {
        var luck = Dice.Share(Dice.Mix(Fate ^ 11));
        var completing = 0.981 - (0.028 * (2024 - period));
        return luck < completing ? 360 + (int)(luck * 1000) % 120 : 220 + (int)(luck * 10_000) % 130;
    }
}
