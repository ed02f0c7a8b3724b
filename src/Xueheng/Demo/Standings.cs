using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>The standing of every school in every stage it has.</summary>
internal sealed class Standings
{
    private readonly Dictionary<(int School, Stage Stage), Standing> _standings = [];

    public Standings(CountyPlan plan)
    {
        var dice = plan.Dice.Branch(5);
        foreach (var stage in (Stage[])[Stage.Preschool, Stage.Primary, Stage.Junior, Stage.Senior, Stage.Vocational])
        {
            var schools = plan.Schools.Where(s => s.Weights.ContainsKey(stage)).ToList();
            var shortages = Shortage.Deal(stage, schools.Count, dice);
            for (var i = 0; i < schools.Count; i++)
            {
                _standings[(schools[i].Index, stage)] = Standing.Draw(schools[i], stage, shortages[i], dice);
            }
        }
    }

    public Standing Of(DemoSchool school, Stage stage) => _standings[(school.Index, stage)];
}
