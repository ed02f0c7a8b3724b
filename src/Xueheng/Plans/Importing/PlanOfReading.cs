using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Suggesting;
using Xueheng.Plans.Targets;

namespace Xueheng.Plans.Importing;

/// <summary>A draft plan as a document has it: sections at the top are goals, those under them actions; what was found hangs under its section.</summary>
internal sealed class PlanOfReading
{
    private readonly DateTimeOffset _now;
    private readonly List<object> _all = [];

    public PlanOfReading(ImportPlanCommand command, string text, Reading reading, Suggestions? suggestions, DateTimeOffset now)
    {
        _now = now;
        var document = new PlanDocument
        {
            County = command.County.Value,
            Id = NewId(),
            FileName = command.FileName.Split('/', '\\')[^1],
            Content = command.Content,
            Text = text,
            Title = Cut(reading.Title ?? Path.GetFileNameWithoutExtension(command.FileName)),
            Date = reading.Date,
            AskedModel = suggestions?.Said,
            ImportedBy = command.By.Trim(),
            ImportedAt = now,
        };
        _all.Add(document);
        Plan = new Plan
        {
            County = command.County.Value,
            Id = NewId(),
            Title = document.Title,
            Document = document.Id,
            SourceTitle = document.Title,
            SourceAddress = command.Address,
            SourceDate = document.Date,
            From = reading.Date,
            Until = reading.Commitments.Where(c => c.Kind == CommitmentKind.Promised).Max(c => Deadlines.LastDayOf(c.Deadline)),
            State = PlanState.Draft,
            EditedBy = document.ImportedBy,
            EditedAt = now,
        };
        _all.Add(Plan);
        var items = Items(reading.Sections);
        foreach (var (order, proposal) in Suggestions.Among(reading, suggestions).Index())
        {
            _all.Add(Commitment(order, proposal, proposal.Found.Section is { } section ? items[section].Id : null));
        }
    }

    public Plan Plan { get; }

    public IReadOnlyList<object> All => _all;

    private List<PlanItem> Items(IReadOnlyList<Section> sections)
    {
        var items = new List<PlanItem>(sections.Count);
        foreach (var section in sections)
        {
            var parent = section.Parent is { } above ? items[above] : null;
            var item = new PlanItem
            {
                County = Plan.County,
                Id = NewId(),
                Plan = Plan.Id,
                Parent = parent?.Id,
                Order = items.Count(i => i.Parent == parent?.Id),
                Kind = parent is null ? PlanItemKind.Goal : PlanItemKind.Action,
                Title = Cut(section.Title),
                EditedBy = Plan.EditedBy,
                EditedAt = _now,
            };
            items.Add(item);
            _all.Add(item);
        }

        return items;
    }

    private Commitment Commitment(int order, Proposal proposal, Guid? item) => new()
    {
        County = Plan.County,
        Id = NewId(),
        Plan = Plan.Id,
        Order = order,
        Item = item,
        ByModel = proposal.ByModel,
        Text = proposal.Found.Text,
        Start = proposal.Found.At.Start,
        End = proposal.Found.At.End,
        Subject = Cut(proposal.Found.Subject),
        Comparison = proposal.Found.Comparison,
        Value = proposal.Found.Value,
        Unit = proposal.Found.Unit,
        Deadline = proposal.Found.Deadline,
        Kind = proposal.Found.Kind,
        Stage = Stage(proposal.Found.Stage),
        Town = proposal.Found.Town,
        State = CommitmentState.Found,
        EditedBy = Plan.EditedBy,
        EditedAt = _now,
    };

    /// <summary>Compulsory education is two stages of the census, so none.</summary>
    private static Stage? Stage(SpokenStage? spoken) => spoken switch
    {
        SpokenStage.Preschool => Census.Stage.Preschool,
        SpokenStage.Primary => Census.Stage.Primary,
        SpokenStage.Junior => Census.Stage.Junior,
        SpokenStage.Senior => Census.Stage.Senior,
        SpokenStage.Vocational => Census.Stage.Vocational,
        _ => null,
    };

    private static string Cut(string text) => text.Length <= ItemFields.LongestTitle ? text : text[..(ItemFields.LongestTitle - 1)] + "…";

    /// <summary>Ids in the order of the document.</summary>
    private Guid NewId() => Guid.CreateVersion7(_now.AddMilliseconds(_all.Count));
}
