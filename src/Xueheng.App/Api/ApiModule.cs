using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Xueheng.App.Api;

/// <summary>The API of <c>/api/v1</c>: everything the pages show, as JSON for other systems. It only reads.</summary>
internal static class ApiModule
{
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            var (json, contract) = (options.SerializerOptions, ContractJson.Options);
            json.PropertyNamingPolicy = contract.PropertyNamingPolicy;
            json.DictionaryKeyPolicy = contract.DictionaryKeyPolicy;
            json.Encoder = contract.Encoder;
            json.NumberHandling = JsonNumberHandling.Strict;
            foreach (var converter in contract.Converters)
            {
                json.Converters.Add(converter);
            }
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiErrors>();
        services.AddApiDocument();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root).WithMetadata(new SkipStatusCodePagesAttribute())
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapStandards();
        api.MapCounties();
        api.MapSchools();
        api.MapFacts();
        api.MapMeasurements();
        api.MapRosters();

        app.MapGroup("/api").WithMetadata(new SkipStatusCodePagesAttribute())
            .MapFallback("/{**rest}", () => ApiProblem.Of(new Failure("XH4004", $"没有这个接口，接口清单见 {ApiDocument.Page}"))).ExcludeFromDescription();
        app.MapApiDocument();
    }
}
