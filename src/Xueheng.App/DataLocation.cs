using Xueheng.App.Operations;
using Xueheng.Backups;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Demo;
using Xueheng.Demo.Plans;
using Xueheng.Packs;
using Xueheng.Planning;
using Xueheng.Plans;
using Xueheng.Plans.Notices;
using Xueheng.Postgres;
using Xueheng.Reports;
using Xueheng.Sqlite;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.App;

/// <summary>Where the data is: a folder, and a PostgreSQL server when one is named.</summary>
public sealed record DataLocation(DirectoryInfo Folder, string? Database)
{
    public string SqliteFile => Path.Combine(Folder.FullName, "xueheng.db");

    /// <summary>The bureau's own packs, laid out like the shipped ones; need not exist.</summary>
    public string UserPacks => Path.Combine(Folder.FullName, "packs");

    /// <summary>Makes the folder, or one inside it, for this user's eyes only: it holds names and numbers of persons.</summary>
    public DirectoryInfo Create(string inside = "")
    {
        var path = Path.Combine(Folder.FullName, inside);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

public static class XuehengServices
{
    /// <summary>Registers storage and every use case; the same for the command line, the site and the tests.</summary>
    public static IServiceCollection AddXueheng(this IServiceCollection services, DataLocation location)
    {
        services.AddSingleton(location);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => PackLibrary.Load(Path.Combine(AppContext.BaseDirectory, "packs"), location.UserPacks));
        services.AddScoped<UpgradeSchema>();
        if (location.Database is { } connection)
        {
            services.AddDbContext<XuehengDb>(options => options.UseXuehengPostgres(connection));
            services.AddSingleton<IBulkRows, PostgresBulkRows>();
            services.AddSingleton<ICountyLock, PostgresCountyLock>();
        }
        else
        {
            location.Create();
            services.AddDbContext<XuehengDb>(options => options.UseXuehengSqlite(location.SqliteFile));
            services.AddSingleton<IBulkRows, SqliteBulkRows>();
            services.AddSingleton<ICountyLock, SqliteCountyLock>();
        }

        services.AddCensus();
        services.AddSingleton<FactCache>().AddSingleton<MeasurementCache>();
        services.AddScoped<CountFacts>().AddScoped<FactRows>().AddScoped<Measure>();
        services.AddReports(Path.Combine(AppContext.BaseDirectory, "packs"), location.UserPacks);
        services.AddScoped<EnterJudgement>().AddScoped<JudgementHistory>();
        services.AddPlanning(Path.Combine(AppContext.BaseDirectory, "packs"), location.UserPacks);
        services.AddPlans(location.Folder).AddNotices(location.Folder);
        services.AddScoped<PrepareDemo>().AddScoped<DemoPlan>();
        services.AddScoped<MakeBackup>().AddScoped<VerifyBackup>().AddScoped<RestoreBackup>();
        return services;
    }
}
