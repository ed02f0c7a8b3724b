using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Xueheng.App.Pages.Answers;
using Xueheng.App.Pages.Check;
using Xueheng.App.Pages.Data;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Inbox;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.App.Pages.Places;
using Xueheng.App.Pages.Planning.Groups;
using Xueheng.App.Pages.Planning.LeastChange;
using Xueheng.App.Pages.Planning.OneStep;
using Xueheng.App.Pages.Planning.Rotation;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.App.Pages.Planning.Seats;
using Xueheng.App.Pages.Planning.Staffing;
using Xueheng.App.Pages.Plans;
using Xueheng.App.Pages.Plans.Targets;
using Xueheng.App.Pages.Rosters;
using Xueheng.App.Pages.SchoolPlans;
using Xueheng.App.Pages.Schools;
using Xueheng.App.Pages.Standards;
using Xueheng.App.Pages.Supervision;
using Xueheng.App.Pages.Tasks;

namespace Xueheng.App.Pages;

/// <summary>The web pages: what they need and where they stand in the pipeline.</summary>
internal static class PagesModule
{
    /// <summary>Languages of the screens; the first is the one without a choice.</summary>
    public static readonly string[] Languages = ["zh-CN", "en"];

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddSingleton<PublishedNow>();
        services.AddSingleton<PublishedMemory>();
        services.AddScoped<SchoolRoll>();
        services.AddScoped<Measured>();
        services.AddScoped<ActingPerson>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<ImportQueue>();
        services.AddHostedService<ImportWorker>();
        services.AddUploadLimit();
        services.AddList<MatrixList>();
        services.AddList<CountyIndicatorList>();
        services.AddList<ExcludedList>();
        services.AddList<IndicatorSchoolList>();
        services.AddList<SchoolList>();
        services.AddList<SchoolIndicatorList>();
        services.AddList<SchoolFactList>();
        services.AddList<IndicatorDefinitionList>();
        services.AddList<CountyDefinitionList>();
        services.AddList<FactDefinitionList>();
        services.AddList<FactRowList>();
        services.AddList<JudgementList>();
        services.AddList<FindingList>();
        services.AddList<FindingsByRule>();
        services.AddList<FindingsBySchool>();
        services.AddList<RevisionList>();
        services.AddList<ImportList>();
        services.AddList<RevisionChangeList>();
        services.AddList<PrintList>();
        services.AddList<PrintChangeList>();
        services.AddList<PrintFigureList>();
        services.AddList<PlanList>();
        services.AddList<TargetList>();
        services.AddList<AchievedList>();
        services.AddList<MetricRowList>();
        services.AddList<PupilList>();
        services.AddList<TeacherList>();
        services.AddList<ClassList>();
        services.AddList<TaskList>();
        services.AddList<SupervisionList>();
        services.AddList<DivisionList>();
        services.AddList<SchoolPlanList>();
        services.AddList<SchoolActionList>();
        services.AddList<NoticeList>();
        services.AddList<DeliveryList>();
        services.AddSingleton<ScenarioDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<ScenarioDesk>());
        services.AddList<ScenarioList>();
        services.AddList<MoveList>();
        services.AddList<RotationSchoolList>();
        services.AddList<GroupMemberList>();
        services.AddList<StaffingList>();
        services.AddList<SubjectNeedList>();
        services.AddList<SchoolSeatsList>();
        services.AddList<AreaChildrenList>();
        services.AddList<SeatStepList>();
        services.AddList<SeatSchoolList>();
        services.AddList<SeatAreaList>();
        services.AddList<SingleStepList>();
        services.AddList<LeastStepList>();
        services.AddList<LeastSchoolList>();
        services.AddSingleton<LeastChangeDesk>().AddScoped<LeastChangeNow>();
        services.AddSingleton<KeptFiles>();
        services.AddScoped(provider => PlaceOfRequest.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageSwitch.Cookie }];
        });
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 64 * 1024 * 1024;
            options.AddBasePolicy(new PureViewCache());
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>The middlewares pages need, before any endpoint.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", "?status={0}", createScopeForStatusCodePages: true);
        app.Use(ExplainRefusalsAsync);
        app.UseRequestLocalization();
        app.UsePlaces();
        app.Use(next => context => PureViewCache.TagAsync(context, next));
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseUploadLimit();
        app.UseAntiforgery();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapLanguageSwitch();
        app.MapListExport();
        app.MapJudgementFile();
        app.MapEvidence();
        app.MapImportProgress();
        app.MapErrorFile();
        app.MapCensusTemplate();
        app.MapPrintFile();
        app.MapLettersFile();
        app.MapSeatMapFile();
        app.MapReportTemplateFile();
        app.MapRazorComponents<AppRoot>();
    }

    /// <summary>What explains a refused form is a page like any other, not the form's answer, which has none.</summary>
    private static async Task ExplainRefusalsAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } && HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.ContentType = null;
        }
    }

    private static void AddList<TSource>(this IServiceCollection services)
        where TSource : ListSource
    {
        services.AddScoped<TSource>();
        services.AddScoped<ListSource>(provider => provider.GetRequiredService<TSource>());
    }
}
