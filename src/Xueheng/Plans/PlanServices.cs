using Microsoft.Extensions.DependencyInjection;
using Xueheng.Plans.Packs;

namespace Xueheng.Plans;

public static class PlanServices
{
    /// <summary>Registers the use cases of 方案.</summary>
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddScoped<ExportPlan>()
        .AddScoped<LoadPlan>();
}
