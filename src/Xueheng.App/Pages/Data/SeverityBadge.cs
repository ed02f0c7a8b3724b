using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>错误 or 提醒 with its mark, in a list's cell.</summary>
internal static class SeverityBadge
{
    public static RenderFragment Of(Severity severity, IStringLocalizer text) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", severity == Severity.Error ? "badge error" : "badge warning");
        builder.AddMarkupContent(2, severity == Severity.Error ? "<i aria-hidden=\"true\">✕</i>" : "<i aria-hidden=\"true\">△</i>");
        builder.AddContent(3, text[FindingText.Of(severity)].Value);
        builder.CloseElement();
    };
}
