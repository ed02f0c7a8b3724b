using Microsoft.Extensions.DependencyInjection;

namespace Xueheng.Reports;

public static class ReportServices
{
    /// <summary>Registers 答卷.</summary>
    /// <param name="packs">The shipped packs.</param>
    /// <param name="userPacks">The bureau's own.</param>
    public static IServiceCollection AddReports(this IServiceCollection services, string packs, string userPacks) => services
        .AddSingleton(_ => ReportTemplates.Load(packs, userPacks))
        .AddScoped<PrintReport>()
        .AddScoped<ReportPrints>()
        .AddScoped<ComparePrints>();
}
