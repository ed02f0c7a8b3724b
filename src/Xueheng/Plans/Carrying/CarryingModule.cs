using Microsoft.Extensions.DependencyInjection;
using Xueheng.Plans.Progress;
using Xueheng.Plans.SchoolPlans;
using Xueheng.Plans.Supervising;

namespace Xueheng.Plans.Carrying;

/// <summary>The use cases of carrying a plan out: its tree, its tasks, how far they are.</summary>
internal static class CarryingModule
{
    public static IServiceCollection AddCarrying(this IServiceCollection services) => services
        .AddScoped<AddItem>().AddScoped<ChangeItem>().AddScoped<MoveItem>().AddScoped<DeleteItem>()
        .AddScoped<HandIn>().AddScoped<DecideTasks>().AddScoped<UrgeTasks>().AddScoped<ExtendTasks>()
        .AddScoped<ReadTree>().AddScoped<TasksUnder>().AddScoped<TaskRows>().AddScoped<FindTask>().AddScoped<FindItem>()
        .AddScoped<ReadSupervision>()
        .AddScoped<MakeSchoolPlans>().AddScoped<ReviewSchoolPlan>().AddScoped<NewVersion>().AddScoped<ReadSchoolPlans>();
}
