using Xueheng.App.Api;
using Xueheng.App.Operations;
using Xueheng.App.Pages;

namespace Xueheng.App;

/// <summary>The web site and the API as one application, built the same way by <c>serve</c> and by the tests.</summary>
public static class Site
{
    public static WebApplication Build(DataLocation location, string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.AddXueheng(location);
        builder.WebHost.UseStaticWebAssets();
        builder.AddOperations(location);
        builder.Services.AddPages();
        builder.Services.AddApi();

        var app = builder.Build();
        app.UseOperations();
        app.UsePages();
        app.MapPages();
        app.MapApi();
        return app;
    }
}
