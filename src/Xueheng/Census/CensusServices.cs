using Microsoft.Extensions.DependencyInjection;

namespace Xueheng.Census;

public static class CensusServices
{
    /// <summary>Registers the use cases of 基础数据.</summary>
    public static IServiceCollection AddCensus(this IServiceCollection services) => services
        .AddScoped<Revisions>()
        .AddScoped<PublishRevision>()
        .AddScoped<CompareRevisions>()
        .AddScoped<ErrorWorkbook>()
        .AddScoped<ImportRuns>()
        .AddScoped<ImportCensus>();
}
