using Microsoft.Extensions.DependencyInjection;
using Xueheng.Plans.Accounts;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Documents;
using Xueheng.Plans.Importing;
using Xueheng.Plans.Measuring;
using Xueheng.Plans.Packs;
using Xueheng.Plans.Suggesting;
using Xueheng.Plans.Targets;

namespace Xueheng.Plans;

/// <summary>The use cases of 方案.</summary>
public static class PlansModule
{
    /// <param name="folder">The data folder, where <c>reading.yaml</c> may lie.</param>
    public static IServiceCollection AddPlans(this IServiceCollection services, DirectoryInfo folder)
    {
        services.AddScoped<FindPlans>().AddScoped<FindCommitments>();
        services.AddSingleton<ReadPlanDocument>();
        services.AddSingleton(new ReadSuggestionSettings(folder)).AddSingleton<SuggestCommitments>();
        services.AddScoped<ImportPlan>().AddScoped<ExportPlan>().AddScoped<LoadPlan>();
        services.AddScoped<ConfirmCommitment>().AddScoped<AcceptCommitments>().AddScoped<SplitCommitment>().AddScoped<MergeCommitments>();
        services.AddScoped<AddCommitment>().AddScoped<ApprovePlan>();
        services.AddSingleton<MetricCatalogue>();
        services.AddScoped<ReadMetric>().AddScoped<MeasureTargets>().AddScoped<DrawPath>().AddScoped<EditTargetPath>().AddScoped<CompareAchieved>().AddScoped<MetricRows>().AddScoped<PlanProgress>().AddScoped<AccountPlans>();
        services.AddCarrying();
        return services;
    }
}
