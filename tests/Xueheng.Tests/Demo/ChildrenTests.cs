using CsCheck;
using Xueheng.Demo;

namespace Xueheng.Tests.Demo;

public sealed class ChildrenTests
{
    private static readonly Gen<Children> Group = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 500], Gen.Int[0, 300], (town, from, count) => new Children(town, from, from + count, Children.None));

    [Fact]
    public void Dealt_children_are_all_dealt_in_order_and_in_proportion() =>
        Gen.Select(Group.List[0, 6], Gen.Int[1, 20].List[1, 5]).Sample((groups, weights) =>
        {
            var schools = weights.Select((w, i) => (School: i, Weight: (double)w)).ToList();
            var dealt = Children.Deal(groups, schools).ToList();
            var total = groups.Sum(g => g.Count);

            Assert.Equal(groups.SelectMany(Each), dealt.SelectMany(Each));
            Assert.All(schools, s => Assert.InRange(
                dealt.Where(d => d.School == s.School).Sum(d => d.Count), Math.Floor(total * s.Weight / weights.Sum()) - 1, Math.Ceiling(total * s.Weight / weights.Sum()) + 1));
        });

    [Fact]
    public void Every_child_is_in_exactly_one_class() =>
        Gen.Select(Group, Gen.Int[1, 12]).Sample((group, classes) =>
        {
            for (var number = 0; number < classes; number++)
            {
                var members = Enumerable.Range(group.From, group.Count).Where(child => child % classes == number).ToList();
                Assert.Equal(members.Count, group.InClass(number, classes));
                if (members.Count > 0)
                {
                    Assert.Equal(members[0], group.FirstInClass(number, classes));
                }
            }
        });

    [Fact]
    public void Children_without_a_school_to_choose_go_nowhere()
    {
        var dealt = Assert.Single(Children.Deal([new Children(1, 0, 10, 5)], []));

        Assert.Equal(Children.None, dealt.School);
    }

    private static IEnumerable<(int Town, int Child)> Each(Children group) =>
        Enumerable.Range(group.From, group.Count).Select(child => (group.Town, child));
}
