using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Who goes to which school in each year: the children of every year of birth followed from kindergarten on.</summary>
internal sealed class Enrolment
{
    private readonly Dictionary<(int School, int Birth, int Year), List<Children>> _children = [];

    public Enrolment(CountyPlan plan, int lastYear)
    {
        for (var part = 0; part < plan.Parts; part++)
        {
            for (var birth = CountyPlan.FirstBirth; birth <= CountyPlan.LastBirth; birth++)
            {
                var cohort = new Cohort(plan, part, birth);
                for (var year = birth + SchoolYear.Preschool; year <= Math.Min(lastYear, birth + SchoolYear.Last); year++)
                {
                    foreach (var group in cohort.Enter(year))
                    {
                        Add(group, birth, year);
                    }
                }
            }
        }
    }

    /// <summary>The children of one year of birth at a school.</summary>
    public IReadOnlyList<Children> At(int school, int birth, int year) =>
        _children.TryGetValue((school, birth, year), out var found) ? found : [];

    public int Count(int school, int birth, int year) => At(school, birth, year).Sum(c => c.Count);

    /// <summary>All children of a stage at a school.</summary>
    public int Count(int school, Stage stage, int year)
    {
        var count = 0;
        for (var age = SchoolYear.Begins(stage); age <= SchoolYear.Ends(stage); age++)
        {
            count += Count(school, year - age, year);
        }

        return count;
    }

    /// <summary>How many of the children there in one year are there in another.</summary>
    public int Stayed(int school, int birth, int from, int to)
    {
        var later = At(school, birth, to);
        return At(school, birth, from).Sum(a => later.Where(b => b.Town == a.Town).Sum(b => Math.Max(0, Math.Min(a.To, b.To) - Math.Max(a.From, b.From))));
    }

    private void Add(Children group, int birth, int year)
    {
        if (group.School == Children.None || group.Count == 0)
        {
            return;
        }

        var key = (group.School, birth, year);
        if (!_children.TryGetValue(key, out var list))
        {
            _children[key] = list = [];
        }

        if (list.Count > 0 && list[^1] is var last && last.Town == group.Town && last.To == group.From)
        {
            list[^1] = last with { To = group.To };
        }
        else
        {
            list.Add(group);
        }
    }
}
