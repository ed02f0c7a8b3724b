using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Groups;
using Xueheng.Engines.Solving;
using Xueheng.Packs;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Planning.Groups;

/// <summary>
/// Forms groups of the schools of a stage, alike in strength and each within reach of a strong school, and says of each how far apart its schools have been
/// census by census; beside them the groups there are.
/// </summary>
public sealed class AdviseGroups(XuehengDb db, PackLibrary packs, Measure measure, ReadExistingGroups reading)
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
        ExistingGroups? existing = null;
        if (command.Existing is { } list)
        {
            var read = reading.Run(list, Path.GetFileName(list), await SchoolsAsync(revision.Value, cancellation));
            if (!read.Succeeded)
            {
                return read.Failure;
            }

            existing = new ExistingGroups(Path.GetFileName(list), read.Value);
        }

        return await RunAsync(
            revision.Value, new AskedGroups(command.Stage, rules with { MostChanges = command.Changes }, existing, new(), command.Time, command.Work, command.Seed), cancellation);
    }

    public async Task<Outcome<GroupPlan>> RunAsync(Revision revision, AskedGroups asked, CancellationToken cancellation)
    {
        var measured = await measure.RunAsync(revision, asked.Rules.Standard, cancellation);
        if (!measured.Succeeded)
        {
            return measured.Failure;
        }

        var rows = (await SchoolsAsync(revision, cancellation)).ToDictionary(s => s.School);
        var stage = GroupStage.Of(measured.Value, asked.Stage, asked.Rules, rows);
        if (stage.Schools.Count == 0)
        {
            return new Failure("XH6301", $"{StageNames.Chinese(asked.Stage)}没有可以编组的学校：要有学生数和“{packs.FindStandard(asked.Rules.Standard)!.Name}”的指标值");
        }

        var named = asked.Decisions.Pins.Concat(asked.Decisions.Forbidden).SelectMany(p => new[] { p.School, p.Leader });
        var unknown = asked.Rules.StrongSchools.Concat(named).Where(code => !stage.Schools.Any(s => s.School == code)).Distinct().ToList();
        if (unknown.Count > 0)
        {
            return new Failure("XH6302", $"{(asked.Rules.StrongSchools.Contains(unknown[0]) ? "strong 里" : "指定")}的学校 {string.Join("、", unknown)} 不在{StageNames.Chinese(asked.Stage)}可以编组的学校里，请改正学校标识码");
        }

        // A school that has closed since is in no group.
        asked = asked with { Existing = asked.Existing is { } existing ? existing with { Groups = [.. existing.Groups.Where(g => rows.ContainsKey(g.Leader)).Select(g => g with { Schools = [.. g.Schools.Where(rows.ContainsKey)] })] } : null };
        var problem = stage.Problem(asked);
        var budget = new Budget(asked.Time, asked.Work, asked.Seed);
        var answer = FormGroups.Run(problem, budget, cancellation);
        var easings = answer.Status == GroupStatus.Infeasible ? EaseGroups.Run(problem, ComposeGroups.NextStrong(stage, asked, problem), budget, cancellation) : [];
        var history = await new GroupHistory(db, measure).ReadAsync(revision, measured.Value, asked.Stage, asked.Rules, cancellation);
        return new ComposeGroups(measured.Value, stage, asked, problem, new MeasureGroups(stage, rows, history)).Run(answer, easings);
    }

    private Task<List<SchoolRow>> SchoolsAsync(Revision revision, CancellationToken cancellation) =>
        db.Set<SchoolRow>().AsNoTracking().Where(s => s.County == revision.County && s.Revision == revision.Number).ToListAsync(cancellation);
}
