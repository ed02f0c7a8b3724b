using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Plans.Packs;

/// <param name="Path">The pack.</param>
/// <param name="Shown">How messages name it.</param>
/// <param name="Approve">In force at once; otherwise a draft.</param>
public sealed record LoadPlanCommand(CountyCode County, string Path, string Shown, string By, bool Approve);

/// <summary>Makes a plan of a county from a pack: all of it or nothing.</summary>
public sealed class LoadPlan(XuehengDb db, TimeProvider clock)
{
    /// <returns>The plan; XH5303 when the file is no plan pack, XH5304 when the county has a plan of that title.</returns>
    public async Task<Outcome<Plan>> RunAsync(LoadPlanCommand command, CancellationToken cancellation)
    {
        PlanPack pack;
        try
        {
            pack = ReadPlanPack.From(command.Path, command.Shown);
        }
        catch (PackException e)
        {
            return new Failure("XH5303", $"读不了方案包：{e.Message}");
        }
        catch (IOException e)
        {
            return new Failure("XH5303", $"读不了方案包 {command.Shown}：{e.Message}");
        }

        var county = command.County.Value;
        if (await db.Set<Plan>().AnyAsync(p => p.County == county && p.Title == pack.Title && p.School == null, cancellation))
        {
            return new Failure("XH5304", $"已经有方案“{pack.Title}”，没有再载入；要另建一个，请先改文件里的 title");
        }

        var made = new Making(county, command, clock.GetUtcNow());
        var plan = made.Plan(pack);
        db.AddRange(made.All);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return plan;
    }

    private sealed class Making(string county, LoadPlanCommand command, DateTimeOffset now)
    {
        private int _commitments;

        public List<object> All { get; } = [];

        public Plan Plan(PlanPack pack)
        {
            var plan = new Plan
            {
                County = county,
                Id = NewId(),
                Title = pack.Title,
                SourceTitle = pack.Source,
                SourceAddress = pack.Address?.OriginalString,
                SourceDate = pack.Date,
                From = pack.From,
                Until = pack.Until,
                State = command.Approve ? PlanState.Approved : PlanState.Draft,
                EditedBy = command.By,
                EditedAt = now,
            };
            All.Add(plan);
            if (command.Approve)
            {
                All.Add(new PlanReview { County = county, Id = NewId(), Plan = plan.Id, State = PlanState.Approved, By = command.By, At = now });
            }

            Under(plan.Id, null, pack.Commitments, pack.Targets, pack.Items);
            return plan;
        }

        private void Under(
            Guid plan, Guid? item, IReadOnlyList<PackedCommitment> commitments, IReadOnlyList<PackedTarget> targets, IReadOnlyList<PackedItem> items)
        {
            foreach (var commitment in commitments)
            {
                Commitment(plan, item, commitment);
            }

            foreach (var target in targets)
            {
                Target(plan, item, null, target);
            }

            foreach (var (order, packed) in items.Index())
            {
                var made = Item(plan, item, order, packed);
                Under(plan, made, packed.Commitments, packed.Targets, packed.Items);
            }
        }

        private Guid Item(Guid plan, Guid? parent, int order, PackedItem packed)
        {
            var item = new PlanItem
            {
                County = county,
                Id = NewId(),
                Plan = plan,
                Parent = parent,
                Order = order,
                Kind = packed.Kind,
                Title = packed.Fields.Title,
                EditedBy = command.By,
                EditedAt = now,
            };
            packed.Fields.WriteTo(item);
            All.Add(item);
            return item.Id;
        }

        private void Commitment(Guid plan, Guid? item, PackedCommitment packed)
        {
            var commitment = new Commitment
            {
                County = county,
                Id = NewId(),
                Plan = plan,
                Order = _commitments++,
                Item = item,
                Text = packed.Text,
                Subject = packed.Fields.Subject,
                Kind = packed.Fields.Kind,
                State = CommitmentState.Accepted,
                EditedBy = command.By,
                EditedAt = now,
            };
            packed.Fields.WriteTo(commitment);
            All.Add(commitment);
            if (packed.Target is { } target)
            {
                Target(plan, item, commitment.Id, target);
            }
        }

        private void Target(Guid plan, Guid? item, Guid? commitment, PackedTarget packed) => All.Add(new Target
        {
            County = county,
            Id = NewId(),
            Plan = plan,
            Commitment = commitment,
            Item = item,
            Title = packed.Title,
            Metric = packed.Metric,
            Comparison = packed.Comparison,
            Value = packed.Value,
            Unit = packed.Unit,
            Due = packed.Due,
            Division = packed.Division,
            Head = packed.Head,
            Path = [.. packed.Path],
            EditedBy = command.By,
            EditedAt = now,
        });

        /// <summary>Ids in the order of the pack, so that an export gives it back in that order.</summary>
        private Guid NewId() => Guid.CreateVersion7(now.AddMilliseconds(All.Count));
    }
}
