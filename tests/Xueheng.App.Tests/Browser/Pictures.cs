using Microsoft.Playwright;
using Xueheng.Tests;

namespace Xueheng.App.Tests.Browser;

/// <summary>Screenshots, kept in <c>artifacts/screenshots</c> for people to look at.</summary>
internal static class Pictures
{
    public const int Wide = 1280;
    public const int Narrow = 390;
    public const int Height = 900;

    /// <summary>The whole page as it looks on a desk and on a telephone: <c>name-1280.png</c> and <c>name-390.png</c>.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        foreach (var width in (int[])[Narrow, Wide])
        {
            await page.SetViewportSizeAsync(width, Height);
            await page.ScreenshotAsync(new() { Path = PathOf($"{name}-{width}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        }
    }

    /// <summary>Where a picture of this name goes.</summary>
    public static string PathOf(string fileName) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName, fileName);
}
