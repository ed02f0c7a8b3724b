using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>Words for what an import found and what became of it; Chinese text, translated where it is shown.</summary>
internal static class FindingText
{
    public static string Of(Severity severity) => severity == Severity.Error ? "错误" : "提醒";

    public static string Of(Importance importance) => importance switch
    {
        Importance.High => "高",
        Importance.Medium => "中",
        _ => "低",
    };

    public static string Of(ImportState state) => state switch
    {
        ImportState.Waiting => "排队中",
        ImportState.Running => "正在检查",
        ImportState.Rejected => "有错误，已退回",
        ImportState.Stored => "检查通过，已存",
        _ => "没有完成",
    };

    public static string Of(RevisionState state) => state == RevisionState.Published ? "已发布" : "草稿";
}
