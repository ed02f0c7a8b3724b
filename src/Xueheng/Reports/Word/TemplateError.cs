namespace Xueheng.Reports.Word;

/// <summary>Something wrong in a template: which part of the document, the text around it, and what is wrong.</summary>
/// <param name="Part">正文, 页眉, 页脚 or 脚注.</param>
/// <param name="Around">The text it stands in.</param>
public sealed record TemplateError(string Part, string Around, string Wrong)
{
    public override string ToString() => $"{Part}“{Around}”：{Wrong}";
}

/// <summary>Where a marker stands, for complaints.</summary>
internal sealed record Place(string Part, string Around);
