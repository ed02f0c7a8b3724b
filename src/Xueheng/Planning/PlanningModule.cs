using Microsoft.Extensions.DependencyInjection;
using Xueheng.Planning.Groups;
using Xueheng.Planning.LeastChange;
using Xueheng.Planning.OneStep;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.SeatMaps;
using Xueheng.Planning.Seats;
using Xueheng.Planning.Staffing;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning;

/// <summary>What planning brings to the product.</summary>
public static class PlanningModule
{
    /// <param name="folder">The shipped packs.</param>
    /// <param name="userFolder">The bureau's own.</param>
    public static IServiceCollection AddPlanning(this IServiceCollection services, string folder, string? userFolder) => services
        .AddSingleton<TrialCache>().AddScoped<OpenTrialCounty>()
        .AddScoped<AdviseLeastChange>().AddScoped<StartLeastChange>().AddScoped<IScenarioKind, LeastChangeScenario>().AddScoped<CompareRealisedChange>().AddSingleton<SingleStepCache>().AddScoped<SingleSteps>()
        .AddScoped<WorkOutStaffing>().AddScoped<ReadPeople>().AddScoped<AdviseRotation>()
        .AddScoped<AdviseGroups>().AddScoped<ReadExistingGroups>().AddScoped<FindApprovedGroups>().AddScoped<StartGroups>().AddScoped<IScenarioKind, GroupScenario>()
        .AddScoped<WorkOutSeats>().AddScoped<FindHomes>().AddScoped<ReadAreas>().AddScoped<AdviseSeats>().AddScoped<StartSeats>().AddScoped<IScenarioKind, SeatScenario>()
        .AddScoped<FindScenarios>().AddScoped<AskScenario>().AddScoped<WorkScenario>().AddScoped<ResumeScenario>().AddScoped<ApproveScenario>()
        .AddScoped<IScenarioKind, RotationScenario>().AddScoped<StartRotation>().AddScoped<CompareRealised>().AddSingleton(new LetterTemplate(folder, userFolder)).AddScoped<WriteLetters>();
}
