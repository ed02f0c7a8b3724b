namespace Xueheng.Census;

/// <summary>
/// Looks through a part of a workbook, as bytes, for what would make an XML reader take memory without bound: a document
/// type, a text without end, elements in elements in elements. Far cheaper than reading it, so it comes first.
/// </summary>
internal static class XmlScan
{
    /// <summary>A spreadsheet cell holds at most 32,767 characters; escaped, they stay well under this.</summary>
    private const int LongestRun = 1 << 20;

    private const int Deepest = 100_000;

    public enum Verdict
    {
        Fine,
        DocumentType,
        TooLong,
        TooDeep,

        /// <summary>There is more of it than the directory says.</summary>
        TooMuch,
    }

    /// <param name="faults">Whether a cell of it holds an error value (#N/A and the like), which the reader would pass over as blank.</param>
    /// <param name="texts">Whether it is the table of shared texts.</param>
    /// <param name="size">Bytes of it the directory promises.</param>
    public static Verdict Check(Stream stream, byte[] buffer, long size, out bool faults, out bool texts)
    {
        (faults, texts) = (false, false);
        var (depth, run, inside, afterOpen, last) = (0, 0L, false, false, (byte)0);
        var first = true;
        Span<byte> seam = stackalloc byte[12];
        seam.Clear();
        int length;
        while ((length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            if ((size -= length) < 0)
            {
                return Verdict.TooMuch;
            }

            var span = buffer.AsSpan(0, length);
            span[..Math.Min(6, length)].CopyTo(seam[6..]);
            faults |= HasFault(seam);
            span[Math.Max(0, length - 6)..].CopyTo(seam);
            if (first && !LooksLikeXml(span))
            {
                return Verdict.Fine;
            }

            texts |= first && span[..Math.Min(length, 4096)].IndexOf("<sst"u8) >= 0;
            first = false;
            faults |= HasFault(span);
            while (!span.IsEmpty)
            {
                if (afterOpen)
                {
                    afterOpen = false;
                    if (span[0] == '!' && span.Length > 1 && span[1] == 'D')
                    {
                        return Verdict.DocumentType;
                    }

                    depth += span[0] switch { (byte)'/' => -1, (byte)'!' or (byte)'?' => 0, _ => 1 };
                    last = span[0];
                    if (depth > Deepest)
                    {
                        return Verdict.TooDeep;
                    }
                }

                var at = span.IndexOf(inside ? (byte)'>' : (byte)'<');
                if (at < 0)
                {
                    run += span.Length;
                    last = span[^1];
                    if (run > LongestRun)
                    {
                        return Verdict.TooLong;
                    }

                    break;
                }

                if (inside && (at > 0 ? span[at - 1] : last) == '/' && (at > 0 || last != 0))
                {
                    depth--;
                }

                if (run + at > LongestRun)
                {
                    return Verdict.TooLong;
                }

                (run, inside, afterOpen) = (0, !inside, !inside);
                span = span[(at + 1)..];
            }
        }

        return Verdict.Fine;
    }

    private static bool HasFault(ReadOnlySpan<byte> span) =>
        span.IndexOf(" t=\"e\""u8) >= 0 || span.IndexOf(" t='e'"u8) >= 0;

    /// <summary>Only what opens like XML can be read as XML; a picture may hold any bytes it likes.</summary>
    private static bool LooksLikeXml(ReadOnlySpan<byte> span)
    {
        span = span[..Math.Min(span.Length, 64)];
        return span.Contains((byte)'<') || span.IndexOfAnyExcept(" \t\r\n"u8) < 0 || span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
    }
}
