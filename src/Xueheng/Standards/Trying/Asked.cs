using Xueheng.Census;
using Xueheng.Engines.LeastChange;

namespace Xueheng.Standards.Trying;

/// <summary>Gathers what a standard asks for and what no step can mend.</summary>
internal sealed class Asked
{
    private readonly List<Requirement> _requirements = [];
    private readonly List<RequirementName> _names = [];
    private readonly List<Obstacle> _obstacles = [];

    public void Require(Requirement requirement, RequirementName name)
    {
        _requirements.Add(requirement);
        _names.Add(name);
    }

    public void Bar(ObstacleKind kind, MeasuredSchool school, string? indicator, string words) =>
        _obstacles.Add(new Obstacle(kind, school.School.Code, school.School.Name, school.Facts.Stage, indicator, words));

    public void BarCounty(ObstacleKind kind, Stage? stage, string? indicator, string words) =>
        _obstacles.Add(new Obstacle(kind, null, null, stage, indicator, words));

    public StandardRequirements Done(IReadOnlyList<FactStep> steps) => new(
        new LeastChangeProblem([.. steps.Select(s => new ChangeStep(s.Cost, s.Most))], _requirements), _names, _obstacles);
}
