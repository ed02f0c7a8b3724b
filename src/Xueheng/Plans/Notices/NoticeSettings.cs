namespace Xueheng.Plans.Notices;

/// <summary>How notices leave the house: <c>notices.yaml</c> of the data folder. Without the file they stay in the inbox.</summary>
/// <param name="Site">Address of the site, so that links in messages are whole; null leaves them out.</param>
/// <param name="At">The county's hour of the daily digest.</param>
public sealed record NoticeSettings(Uri? Site, TimeOnly At, MailSettings? Mail, IReadOnlyList<RecipientSettings> Recipients)
{
    public static readonly TimeOnly UsualHour = new(8, 0);

    public static readonly NoticeSettings Nothing = new(null, UsualHour, null, []);

    /// <summary>Every address a recipient has.</summary>
    public IEnumerable<NoticeAddress> Of(string recipient) => Recipients.Where(r => r.Name == recipient).SelectMany(r => r.Addresses);

    public NoticeAddress? Find(NoticeChannel channel, string target) =>
        Recipients.SelectMany(r => r.Addresses).FirstOrDefault(a => a.Channel == channel && a.Target == target);
}

public enum MailSecurity
{
    /// <summary>Not encrypted; for a server of the same house.</summary>
    None,

    /// <summary>STARTTLS, and nothing is sent without it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <param name="Password">Already read from its file.</param>
/// <param name="Certificate">The server's certificate, or that of the authority that signed it, as DER, where the machine does not trust it by itself; null trusts what the machine trusts.</param>
public sealed record MailSettings(string Server, int Port, MailSecurity Security, string From, string? User, string? Password, byte[]? Certificate);

/// <param name="Name">A division or a person, as tasks name them.</param>
public sealed record RecipientSettings(string Name, IReadOnlyList<NoticeAddress> Addresses);

/// <summary>One address outside.</summary>
/// <param name="Target">What a delivery calls it: the mail address, or a fingerprint of the robot's address.</param>
/// <param name="Hook">Address of the robot; null for mail.</param>
/// <param name="Secret">DingTalk's secret for signing (加签); null when the robot is guarded otherwise.</param>
public sealed record NoticeAddress(NoticeChannel Channel, string Target, Uri? Hook, string? Secret);
