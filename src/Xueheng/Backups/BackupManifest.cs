using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Xueheng.Backups;

/// <summary>
/// What a backup holds: <c>manifest.json</c> of the zip. The tables are JSON lines that name no database engine, so a
/// backup made of a SQLite file goes into PostgreSQL as well, and the other way.
/// </summary>
/// <param name="Format">1; a higher one is of a newer version.</param>
/// <param name="Schema">Names of the migrations its database had, without their times, which differ by engine.</param>
public sealed record BackupManifest(
    int Format,
    string Version,
    DateTimeOffset MadeAt,
    IReadOnlyList<string> Schema,
    IReadOnlyList<BackupPart> Tables,
    IReadOnlyList<BackupPart> Files)
{
    public const string Name = "manifest.json";

    public const int CurrentFormat = 1;

    public IEnumerable<BackupPart> Parts => Tables.Concat(Files);

    public long Rows => Tables.Sum(t => t.Rows ?? 0);

    internal async Task WriteAsync(ZipArchive zip, CancellationToken cancellation)
    {
        await using var stream = await zip.CreateEntry(Name).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(stream, this, BackupJson.Manifest, cancellation);
    }

    internal static async Task<BackupManifest?> ReadAsync(ZipArchive zip, CancellationToken cancellation)
    {
        if (zip.GetEntry(Name) is not { } entry)
        {
            return null;
        }

        await using var stream = await entry.OpenAsync(cancellation);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupJson.Manifest, cancellation);
    }
}

/// <summary>One entry of the zip.</summary>
/// <param name="Path">Name of the entry, with forward slashes.</param>
/// <param name="Bytes">Unpacked.</param>
/// <param name="Sha256">Of the unpacked bytes, lower-case hexadecimal.</param>
/// <param name="Rows">Of a table; null for a file.</param>
public sealed record BackupPart(string Path, long Bytes, string Sha256, long? Rows = null);

/// <summary>Passes bytes on, counting and hashing them.</summary>
internal sealed class HashingStream(Stream inner) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Bytes;
        set => throw new NotSupportedException();
    }

    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Seen(buffer);
        inner.Write(buffer);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Seen(buffer.Span);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Seen(buffer.AsSpan(offset, read));
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Seen(buffer.Span[..read]);
        return read;
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Seen(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        Bytes += bytes.Length;
    }
}
