
namespace Xueheng.Plans.Confirming;

/// <summary>Sentences several use cases of confirming say.</summary>
internal static class ConfirmRules
{
    public static readonly Failure NoPlan = new("XH5104", "没有这个方案，可能已被删除，请回到方案列表");

    public static readonly Failure NoCommitment = new("XH5111", "这条承诺已经不在了，请刷新页面");

    public static readonly Failure NoName = new("XH5112", "请写明您的姓名，改动会记在您名下");
}
