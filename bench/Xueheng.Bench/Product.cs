using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App;
using Xueheng.Storage;

namespace Xueheng.Bench;

/// <summary>The product's own services over a database, migrated, as the command line opens them.</summary>
internal static class Product
{
    public static async Task<ServiceProvider> OpenAsync(DataLocation location)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddXueheng(location);
        var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<XuehengDb>().Database.MigrateAsync();
        return provider;
    }
}
