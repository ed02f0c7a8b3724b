using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Xueheng.Plans.Notices;

/// <summary>Whether the certificate a mail server shows is to be trusted: the machine says so, or the bureau has named it.</summary>
internal static class MailCertificate
{
    /// <param name="file">PEM or DER.</param>
    /// <returns>The certificate as DER; null when the file holds none.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[]? Read(string file)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(File.ReadAllBytes(file));
            return certificate.RawData;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="named">The certificate of the configuration, or of the authority that signed the server's; null when none is named.</param>
    /// <remarks>
    /// The very certificate that was named is good for whatever name the server goes by; one signed by an authority that was named must
    /// be of the server's name. Neither when its time is over.
    /// </remarks>
    public static bool IsTrusted(X509Certificate? shown, X509Chain? sent, SslPolicyErrors errors, byte[]? named)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (named is null || shown is not X509Certificate2 leaf)
        {
            return false;
        }

        using var root = X509CertificateLoader.LoadCertificate(named);
        var same = leaf.RawData.AsSpan().SequenceEqual(named);
        if (!same && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.VerificationFlags = same ? X509VerificationFlags.AllowUnknownCertificateAuthority : X509VerificationFlags.NoFlag;
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainElements.Select(e => e.Certificate).ToArray());
        }

        return chain.Build(leaf);
    }
}
