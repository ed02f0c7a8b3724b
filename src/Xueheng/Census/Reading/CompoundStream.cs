using System.Buffers.Binary;
using System.Text;

namespace Xueheng.Census;

/// <summary>
/// One stream of a compound file, the container of .xls ([MS-CFB]): a file cut into sectors that a table chains together, with
/// small streams cut finer inside one of the others. Read forwards only.
/// </summary>
internal sealed class CompoundStream
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int HeaderTables = 109;

    private readonly Stream _file;
    private readonly List<long> _blocks;
    private readonly int _block;
    private readonly long _length;

    private CompoundStream(Stream file, List<long> blocks, int block, long length) =>
        (_file, _blocks, _block, _length) = (file, blocks, block, Math.Min(length, (long)blocks.Count * block));

    /// <summary>Bytes read or passed over so far.</summary>
    public long Position { get; private set; }

    /// <summary>The first of the streams that is there; null when none is.</summary>
    /// <exception cref="InvalidDataException">The chains of the file run in circles or out of it.</exception>
    public static CompoundStream? Open(Stream file, params ReadOnlySpan<string> names)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file.ReadExactly(header);
        var layout = new Layout(file, Int(header, 30) & 0xFFFF, header);
        var entries = layout.ReadAll(Int(header, 48));
        foreach (var name in names)
        {
            for (var at = 0; at + EntryLength <= entries.Length; at += EntryLength)
            {
                var entry = entries.AsSpan(at, EntryLength);
                if (entry[66] == 2 && NameOf(entry) == name)
                {
                    return Open(layout, header, entries, Int(entry, 116), (uint)Int(entry, 120));
                }
            }
        }

        return null;
    }

    /// <returns>False when the stream ends before.</returns>
    public bool Read(Span<byte> into)
    {
        if (Position + into.Length > _length)
        {
            return false;
        }

        while (into.Length > 0)
        {
            var inside = (int)(Position % _block);
            var part = into[..Math.Min(into.Length, _block - inside)];
            _file.Position = _blocks[(int)(Position / _block)] + inside;
            if (_file.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) < part.Length)
            {
                return false;
            }

            Position += part.Length;
            into = into[part.Length..];
        }

        return true;
    }

    public void Skip(int bytes) => Position += bytes;

    private static CompoundStream Open(Layout layout, ReadOnlySpan<byte> header, byte[] entries, int start, long length)
    {
        if (length >= Int(header, 56))
        {
            return new CompoundStream(layout.File, [.. layout.Chain(start).Select(layout.OffsetOf)], layout.Sector, length);
        }

        // A small stream: pieces of the stream that belongs to the root, chained by a table of their own.
        var pieces = layout.Chain(Int(entries.AsSpan(0, EntryLength), 116)).Select(layout.OffsetOf).ToList();
        var table = layout.ReadAll(Int(header, 60));
        var piece = 1 << (Int(header, 32) & 0xFFFF);
        var next = Enumerable.Range(0, table.Length / 4).Select(i => Int(table, i * 4)).ToArray();
        var blocks = Layout.Chain(start, next)
            .Select(s => (long)s * piece)
            .Select(at => pieces[(int)(at / layout.Sector)] + (at % layout.Sector))
            .ToList();
        return new CompoundStream(layout.File, blocks, piece, length);
    }

    private static string NameOf(ReadOnlySpan<byte> entry) =>
        Encoding.Unicode.GetString(entry[..Math.Clamp((Int(entry, 64) & 0xFFFF) - 2, 0, 64)]);

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    /// <summary>Where the sectors of a file lie and how they follow one another.</summary>
    private sealed class Layout
    {
        private readonly int[] _next;

        public Layout(Stream file, int shift, ReadOnlySpan<byte> header)
        {
            if (shift is < 7 or > 16)
            {
                throw new InvalidDataException($"Sectors of 2^{shift} bytes.");
            }

            (File, Sector) = (file, 1 << shift);
            _next = ReadTable(header);
        }

        public Stream File { get; }

        public int Sector { get; }

        public long OffsetOf(int sector) => ((long)sector + 1) * Sector;

        public IEnumerable<int> Chain(int start) => Chain(start, _next);

        public static IEnumerable<int> Chain(int start, int[] next)
        {
            var steps = 0;
            for (var at = start; at >= 0; at = next[at])
            {
                if (at >= next.Length || steps++ > next.Length)
                {
                    throw new InvalidDataException("A chain of sectors does not end.");
                }

                yield return at;
            }
        }

        public byte[] ReadAll(int start)
        {
            var sectors = Chain(start).ToList();
            var bytes = new byte[sectors.Count * Sector];
            for (var i = 0; i < sectors.Count; i++)
            {
                Read(sectors[i], bytes.AsSpan(i * Sector, Sector));
            }

            return bytes;
        }

        /// <summary>The table itself lies in sectors: the header names the first of them, further sectors the rest.</summary>
        private int[] ReadTable(ReadOnlySpan<byte> header)
        {
            var most = (int)Math.Min(File.Length / Sector, int.MaxValue / 2);
            var tables = new List<int>();
            for (var i = 0; i < HeaderTables && Int(header, 76 + (i * 4)) >= 0; i++)
            {
                tables.Add(Int(header, 76 + (i * 4)));
            }

            var buffer = new byte[Sector];
            for (var more = Int(header, 68); more >= 0; more = Int(buffer, Sector - 4))
            {
                Read(more, buffer);
                tables.AddRange(Enumerable.Range(0, (Sector / 4) - 1).Select(i => Int(buffer, i * 4)).Where(s => s >= 0));
                if (tables.Count > most)
                {
                    throw new InvalidDataException("The table of sectors is longer than the file.");
                }
            }

            var next = new int[tables.Count * (Sector / 4)];
            for (var t = 0; t < tables.Count; t++)
            {
                Read(tables[t], buffer);
                for (var i = 0; i < Sector / 4; i++)
                {
                    next[(t * (Sector / 4)) + i] = Int(buffer, i * 4);
                }
            }

            return next;
        }

        /// <summary>The last sector of a file may be cut short.</summary>
        private void Read(int sector, Span<byte> into)
        {
            File.Position = OffsetOf(sector);
            into[File.ReadAtLeast(into, into.Length, throwOnEndOfStream: false)..].Clear();
        }
    }
}
