using AngleSharp.Dom;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;

namespace Xueheng.App.Tests.Planning;

internal static class ScenarioSite
{
    /// <summary>The page of a scenario that was started, once it is done.</summary>
    public static async Task<IDocument> DoneAsync(this RunningSite site, HttpResponseMessage started)
    {
        var page = await Html.ReadAsync(started);
        Assert.True(page.QuerySelector("[role=alert]") is null, page.QuerySelector("[role=alert]")?.TextContent);
        while (page.QuerySelector("progress") is not null)
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            page = await site.OpenAsync(started.RequestMessage!.RequestUri!.AbsolutePath);
        }

        return page;
    }
}
