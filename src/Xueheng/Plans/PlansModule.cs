using Microsoft.Extensions.DependencyInjection;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Packs;
using Xueheng.Plans.Targets;

namespace Xueheng.Plans;

/// <summary>The use cases of 方案.</summary>
public static class PlansModule
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddScoped<FindPlans>();
        services.AddScoped<ExportPlan>().AddScoped<LoadPlan>();
        services.AddScoped<ReadMetric>().AddScoped<MeasureTargets>();
        services.AddCarrying();
        return services;
    }
}
