using Xueheng.App.Pages.Lists;
using Xueheng.Plans.Notices;

namespace Xueheng.App.Pages.Inbox;

/// <summary>Notices that have not gone out.</summary>
internal sealed class DeliveryList(FindDeliveries find) : ListSource<DeliveryRow>("deliveries")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<DeliveryRow>>> OpenAsync(ListAt at, CancellationToken cancellation) =>
        new MemoryListing<DeliveryRow>(
            Name,
            "没有发出的消息",
            [
                new("text", "内容", d => d.Text) { Wraps = true },
                new("for", "收件人", d => d.Recipient),
                new("channel", "方式", d => Of(d.Channel)) { Translated = true },
                new("target", "地址", d => d.Target),
                new("state", "状态", d => Of(d.State)) { Translated = true },
                new("attempts", "已试次数", d => d.Attempts) { Number = true },
                new("next", "下次发送", d => d.State == DeliveryState.Waiting ? d.NextAt : null),
                new("error", "原因", d => d.Error) { Wraps = true },
            ],
            await find.NotSentAsync(at.Place.County!.Code, cancellation))
        {
            At = at,
            Prefix = Name + ".",
        };

    private static string Of(NoticeChannel channel) => channel switch
    {
        NoticeChannel.Mail => "邮件",
        NoticeChannel.WeCom => "企业微信",
        NoticeChannel.DingTalk => "钉钉",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    private static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "等待发送",
        DeliveryState.Sending => "正在发送",
        DeliveryState.Sent => "已发送",
        DeliveryState.Unsure => "不知道是否送达",
        DeliveryState.Dropped => "不再发送",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
