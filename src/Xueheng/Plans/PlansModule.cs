using Microsoft.Extensions.DependencyInjection;

namespace Xueheng.Plans;

/// <summary>The use cases of 方案.</summary>
public static class PlansModule
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddScoped<FindPlans>();
        return services;
    }
}
