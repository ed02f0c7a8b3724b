using Microsoft.Extensions.DependencyInjection;
using Xueheng.Planning.Groups;
using Xueheng.Planning.LeastChange;
using Xueheng.Planning.OneStep;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Seats;
using Xueheng.Planning.Staffing;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning;

/// <summary>What planning brings to the product.</summary>
public static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddSingleton<TrialCache>().AddScoped<OpenTrialCounty>()
        .AddScoped<AdviseLeastChange>().AddSingleton<SingleStepCache>().AddScoped<SingleSteps>()
        .AddScoped<WorkOutStaffing>().AddScoped<ReadPeople>().AddScoped<AdviseRotation>()
        .AddScoped<AdviseGroups>()
        .AddScoped<WorkOutSeats>();
}
