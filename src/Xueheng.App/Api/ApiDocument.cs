using System.Security.Cryptography;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Xueheng.App.Api;

/// <summary>OpenAPI 3.1 of the API, and a page to read and try it that loads nothing from elsewhere.</summary>
internal static class ApiDocument
{
    public const string Page = "/api/docs";
    public const string Json = "/api/openapi/v1.json";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => $"/{description.RelativePath}".StartsWith(ApiModule.Root + "/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "学衡 Xueheng",
                Version = "v1",
                Description = "区县教育办学质量的基础数据、事实、体检结果和数据行。只读；每个数字都能追到基础数据版本和数据行。",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            // Named after properties, they would be spelt as no address spells them, and lists refuse names they do not know.
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query) ?? [])
            {
                parameter.Name = parameter.Name?.ToLowerInvariant();
            }

            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is { } inner ? inner == typeof(decimal) : context.JsonTypeInfo.Type == typeof(decimal))
            {
                schema.Type = JsonSchemaType.Number | (context.JsonTypeInfo.Type == typeof(decimal) ? 0 : JsonSchemaType.Null);
                schema.Format = "double";
            }

            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/api/openapi/{documentName}.json");
        app.MapOpenApi("/api/openapi/{documentName}.yaml");
        app.MapScalarApiReference(Page, (options, context) =>
        {
            var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            options.WithTitle("学衡 接口").WithOpenApiRoutePattern("/api/openapi/{documentName}.json");
            options.Nonce = nonce;
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.HideClientButton = true;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.Agent = new ScalarAgentOptions { Disabled = true };
            options.Mcp = new ScalarMcpOptions { Disabled = true };
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                + "connect-src 'self'; base-uri 'self'; frame-ancestors 'none'";
        });
    }
}
