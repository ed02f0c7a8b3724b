using Xueheng.Census;
using Xueheng.Engines.Groups;
using Xueheng.Engines.Solving;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Planning.Groups;

/// <summary>
/// Forms groups of the schools of a stage, alike in strength and each within reach of a strong school, and says of each how far apart its schools have been
/// census by census.
/// </summary>
public sealed class AdviseGroups(XuehengDb db, PackLibrary packs, Measure measure, CountFacts facts)
{
    /// <exception cref="PackException">The file of <see cref="AdviseGroupsCommand.Rules"/> does not hold.</exception>
    public async Task<Outcome<GroupPlan>> RunAsync(AdviseGroupsCommand command, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindPublishedAsync(command.County, command.Period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var rules = command.Rules is { } file ? ReadGroupRules.FromFile(file, file, packs.Standards) : packs.Groups;
        var measured = await measure.RunAsync(revision.Value, rules.Standard, cancellation);
        if (!measured.Succeeded)
        {
            return measured.Failure;
        }

        var counted = await facts.RunAsync(command.County, revision.Value.Number, cancellation);
        var rows = counted.Schools.ToDictionary(s => s.School.School, s => s.School);
        var stage = GroupStage.Of(measured.Value, command.Stage, rules, rows);
        if (stage.Schools.Count == 0)
        {
            return new Failure("XH6301", $"{StageNames.Chinese(command.Stage)}没有可以编组的学校：要有学生数和“{packs.FindStandard(rules.Standard)!.Name}”的指标值");
        }

        var unknown = rules.StrongSchools.Where(code => !stage.Schools.Any(s => s.School == code)).ToList();
        if (unknown.Count > 0)
        {
            return new Failure("XH6302", $"strong 里的学校 {string.Join("、", unknown)} 不在{StageNames.Chinese(command.Stage)}可以编组的学校里，请改正学校标识码");
        }

        var problem = stage.Problem(rules);
        var answer = FormGroups.Run(problem, new Budget(command.Time, command.Work, command.Seed), cancellation);
        var history = await new GroupHistory(db, measure).ReadAsync(revision.Value, measured.Value, command.Stage, rules, cancellation);
        return stage.Plan(measured.Value, command, rules, problem, answer, history);
    }
}
