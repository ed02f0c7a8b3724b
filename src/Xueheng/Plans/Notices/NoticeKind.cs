namespace Xueheng.Plans.Notices;

public enum NoticeKind
{
    /// <summary>即将到期.</summary>
    Soon,

    /// <summary>超期.</summary>
    Overdue,

    /// <summary>退回, not yet handed in again.</summary>
    Returned,

    /// <summary>催办, nothing handed in since.</summary>
    Urged,

    /// <summary>目标落后.</summary>
    Behind,
}

/// <summary>One matter somebody has to know of.</summary>
/// <param name="Said">How it stands, in a few words.</param>
public sealed record Told(string Recipient, NoticeKind Kind, string Title, string Said);
