using Xueheng.Packs;
using Xueheng.Planning.Scenarios;

namespace Xueheng.Planning.LeastChange;

/// <param name="Levers">Terms in place of the pack's.</param>
/// <param name="From">The scenario it is changed from; null for a new one.</param>
public sealed record StartLeastChangeCommand(
    string County, int Period, string Name, string By, double Seconds, int Seed, string Standard, IReadOnlyDictionary<string, LeverTerms> Levers, Guid? From = null);

/// <summary>Stores the question of a least set of changes.</summary>
public sealed class StartLeastChange(PackLibrary packs, AskScenario ask)
{
    public const string Kind = "least-change";

    public Task<Outcome<Scenario>> RunAsync(StartLeastChangeCommand command, CancellationToken cancellation) => ask.RunAsync(
        new AskedScenario(command.County, command.Period, Kind, command.Name, command.By, command.Seconds, command.From),
        (_, _) => Task.FromResult(QuestionOf(command)),
        cancellation);

    private Outcome<string> QuestionOf(StartLeastChangeCommand command)
    {
        if (packs.FindStandard(command.Standard) is null)
        {
            return new Failure("XH6313", $"没有标准 {command.Standard}，请从页面上选择");
        }

        var levers = LeverTerms.Over(packs.Levers, command.Levers);
        return levers.Succeeded ? new LeastChangeQuestion(command.Seconds, null, command.Seed, command.Standard, command.Levers).Write() : levers.Failure;
    }
}
