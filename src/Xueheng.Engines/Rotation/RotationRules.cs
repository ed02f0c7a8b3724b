namespace Xueheng.Engines.Rotation;

/// <summary>A rule of the rotation. Its name is the one the officer knows it by; everything in an answer that speaks of the rule uses it.</summary>
public abstract record RotationRule(string Name)
{
    /// <summary>The number the rule sets; null where it sets none.</summary>
    public virtual long? Number => null;

    /// <summary>The number at which the rule asks nothing any more.</summary>
    internal virtual long Loosest(RotationProblem problem) => 0;

    internal virtual RotationRule With(long number) => this;

    private protected static int Longest(RotationProblem problem) => problem.Metres.Cast<int>().DefaultIfEmpty().Max();
}

/// <summary>同校任教满 N 年方可交流: a teacher may be sent only after so many years at one school. Volunteers may go sooner where <paramref name="VolunteersToo"/> is false.</summary>
public sealed record YearsAtSchool(string Name, double Years, bool VolunteersToo = false) : RotationRule(Name)
{
    public override long? Number => (long)Years;

    internal override long Loosest(RotationProblem problem) => 0;

    internal override RotationRule With(long number) => this with { Years = number };
}

/// <summary>免交流: who is exempt is not sent; one who volunteers may go.</summary>
public sealed record Exemptions(string Name) : RotationRule(Name);

/// <summary>不连年交流: nobody who moved the year before moves again.</summary>
public sealed record NotTwoYearsRunning(string Name) : RotationRule(Name);

/// <summary>交流比例: at least so many teachers move (10 % of the eligible, counted by the caller).</summary>
public sealed record LeastMovers(string Name, int Teachers) : RotationRule(Name)
{
    public override long? Number => Teachers;

    internal override long Loosest(RotationProblem problem) => 0;

    internal override RotationRule With(long number) => this with { Teachers = (int)number };
}

/// <summary>交流规模: at most so many teachers move.</summary>
public sealed record MostMovers(string Name, int Teachers) : RotationRule(Name)
{
    public override long? Number => Teachers;

    internal override long Loosest(RotationProblem problem) => problem.Teachers.Count;

    internal override RotationRule With(long number) => this with { Teachers = (int)number };
}

/// <summary>骨干比例: at least so many in a hundred of those who move are backbone teachers.</summary>
public sealed record LeastBackbone(string Name, int Percent) : RotationRule(Name)
{
    public override long? Number => Percent;

    internal override long Loosest(RotationProblem problem) => 0;

    internal override RotationRule With(long number) => this with { Percent = (int)number };
}

/// <summary>通勤距离: nobody is sent farther than this from the present school; where a volunteer wants to go is the volunteer's own choice.</summary>
public sealed record FarthestMove(string Name, int Metres) : RotationRule(Name)
{
    public override long? Number => Metres;

    internal override long Loosest(RotationProblem problem) => Longest(problem);

    internal override RotationRule With(long number) => this with { Metres = (int)number };
}

/// <summary>通勤总量: all moves together are not longer than this.</summary>
public sealed record FarthestTogether(string Name, long Metres) : RotationRule(Name)
{
    public override long? Number => Metres;

    internal override long Loosest(RotationProblem problem) => (long)Longest(problem) * problem.Teachers.Count;

    internal override RotationRule With(long number) => this with { Metres = number };
}

/// <summary>夫妻同校或就近: when one of a couple moves, both are then at most this far apart; otherwise neither moves.</summary>
public sealed record CouplesWithin(string Name, int Metres) : RotationRule(Name)
{
    public override long? Number => Metres;

    internal override long Loosest(RotationProblem problem) => Longest(problem);

    internal override RotationRule With(long number) => this with { Metres = (int)number };
}

/// <summary>自愿优先: of two answers alike in staffing and balance, the one that sends fewer people who did not ask.</summary>
public sealed record VolunteersFirst(string Name) : RotationRule(Name);

/// <summary>新建学校骨干: every newly built school has at least so many backbone teachers afterwards.</summary>
public sealed record CoreOfNewSchool(string Name, int Backbone) : RotationRule(Name)
{
    public override long? Number => Backbone;

    internal override long Loosest(RotationProblem problem) => 0;

    internal override RotationRule With(long number) => this with { Backbone = (int)number };
}

/// <summary>派出学校不缺科: no school falls under its need in a subject by giving; where it is short already it does not get shorter.</summary>
public sealed record KeepNeed(string Name) : RotationRule(Name);

/// <summary>人随编走，不超编: posts move with people, and no school takes more than it gives once it is at its posts.</summary>
public sealed record WithinPosts(string Name) : RotationRule(Name);

/// <summary>单校派出上限: no school gives more than this share of its teachers in one year; at least one.</summary>
public sealed record MostGivers(string Name, int Percent) : RotationRule(Name)
{
    public override long? Number => Percent;

    internal override long Loosest(RotationProblem problem) => 100;

    internal override RotationRule With(long number) => this with { Percent = (int)number };
}
