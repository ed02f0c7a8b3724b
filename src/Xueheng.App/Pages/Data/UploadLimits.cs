namespace Xueheng.App.Pages.Data;

/// <summary>How much may be uploaded at once.</summary>
internal static class UploadLimits
{
    public const int Megabytes = 200;

    public const long Bytes = Megabytes * 1024L * 1024;

    /// <summary>With what the form itself takes.</summary>
    public const long Request = Bytes + 1024 * 1024;
}
