using System.Buffers.Binary;

namespace Xueheng.Census;

/// <summary>What a zip file says of its parts, read off its directory without unpacking or keeping anything.</summary>
public static class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint PartSignature = 0x02014b50;

    /// <summary>Sizes and names of the parts; stops after the most allowed.</summary>
    /// <exception cref="InvalidDataException">It is no zip file, or one too large for a workbook.</exception>
    public static List<(string Name, long Packed, long Unpacked)> Read(Stream stream, int most)
    {
        var tail = new byte[Math.Min(stream.Length, 22 + ushort.MaxValue)];
        stream.Seek(-tail.Length, SeekOrigin.End);
        stream.ReadExactly(tail);
        var end = FindEnd(tail);
        stream.Seek(BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)), SeekOrigin.Begin);

        var parts = new List<(string, long, long)>();
        using var reader = new BufferedStream(stream, 1 << 16);
        var head = new byte[46];
        while (reader.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(head) == PartSignature)
        {
            var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(28))];
            var rest = new byte[BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(32))];
            reader.ReadExactly(name);
            reader.ReadExactly(rest);
            var (packed, unpacked) = (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(20)), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(24)));
            if (packed == uint.MaxValue || unpacked == uint.MaxValue)
            {
                throw new InvalidDataException("A part is larger than 4 GB.");
            }

            parts.Add((System.Text.Encoding.UTF8.GetString(name), packed, unpacked));
            if (parts.Count > most)
            {
                return parts;
            }
        }

        return parts.Count > 0 ? parts : throw new InvalidDataException("The directory is empty.");
    }

    private static int FindEnd(byte[] tail)
    {
        for (var at = tail.Length - 22; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndSignature)
            {
                return at;
            }
        }

        throw new InvalidDataException("There is no end of directory.");
    }
}
