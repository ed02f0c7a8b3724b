using System.CommandLine;
using Xueheng.App.Operations;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary>Options every command takes.</summary>
internal static class DataOptions
{
    public static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "数据文件夹（SQLite 文件、附件、密钥）",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "PostgreSQL 连接字符串，例如 \"Host=127.0.0.1;Database=xueheng;Username=xueheng\"",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "结果以 JSON 输出",
        Recursive = true,
    };

    /// <summary>The product's services over the database the options name, migrated to the newest schema.</summary>
    public static async Task<ServiceProvider> OpenAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var provider = Services(parsed);
        await MigrateAsync(provider, cancellation);
        return provider;
    }

    /// <summary>The product's services without touching the database.</summary>
    public static ServiceProvider Services(ParseResult parsed) =>
        Services(new DataLocation(parsed.GetValue(Data)!, parsed.GetValue(Database)));

    /// <inheritdoc cref="Services(ParseResult)"/>
    public static ServiceProvider Services(DataLocation location)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddXueheng(location);
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <exception cref="CannotStart">The database is of a newer version.</exception>
    public static async Task MigrateAsync(IServiceProvider provider, CancellationToken cancellation)
    {
        await using var scope = provider.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<UpgradeSchema>().RunAsync(cancellation)).Failure is { } failure)
        {
            throw new CannotStart(failure);
        }

        await scope.ServiceProvider.GetRequiredService<ImportRuns>().RecoverAsync(cancellation);
    }
}

/// <summary>No command can do anything with this database; told by <c>Program</c> in one line.</summary>
internal sealed class CannotStart(Failure failure) : Exception(failure.ToString())
{
    public Failure Failure { get; } = failure;
}
