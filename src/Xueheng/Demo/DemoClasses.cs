using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>The children of one grade of a school, divided into classes: a child's number modulo the classes is its class.</summary>
internal sealed record GradeGroup(DemoSchool School, Stage Stage, int Birth, int Age, int Classes, IReadOnlyList<Children> Children)
{
    public string Grade => SchoolYear.Grade(Stage, Age);

    public int Entered => Birth + SchoolYear.Begins(Stage);

    public string Class(int number) => $"{"KPJSV"[(int)Stage - 1]}{Entered}{number + 1:00}";

    public int Size(int number) => Children.Sum(c => c.InClass(number, Classes));
}

internal static class DemoClasses
{
    /// <summary>The grades of a school in a period, youngest first.</summary>
    public static IEnumerable<GradeGroup> Of(DemoSchool school, Stage stage, int period, Enrolment enrolment)
    {
        for (var age = SchoolYear.Begins(stage); age <= SchoolYear.Ends(stage); age++)
        {
            var birth = period - age;
            var children = enrolment.At(school.Index, birth, period);
            if (children.Count > 0)
            {
                var entered = birth + SchoolYear.Begins(stage);
                yield return new GradeGroup(
                    school, stage, birth, age, school.Classes(stage, entered, enrolment.Count(school.Index, birth, entered)), children);
            }
        }
    }

    public static int Count(DemoSchool school, Stage stage, int period, Enrolment enrolment) =>
        Of(school, stage, period, enrolment).Sum(g => Enumerable.Range(0, g.Classes).Count(c => g.Size(c) > 0));
}
