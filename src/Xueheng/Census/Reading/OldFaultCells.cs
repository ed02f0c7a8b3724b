using System.Buffers.Binary;
using System.Text;

namespace Xueheng.Census;

/// <summary>Finds the error values of an .xls: records of the stream <c>Workbook</c> ([MS-XLS], BIFF8) or <c>Book</c> (BIFF5).</summary>
internal sealed class OldFaultCells
{
    private const int Bof = 0x0809;
    private const int Eof = 0x000A;
    private const int FilePass = 0x002F;
    private const int CodePage = 0x0042;
    private const int BoundSheet = 0x0085;
    private const int BoolErr = 0x0205;
    private const int Biff8 = 0x0600;

    /// <summary>A formula's record, of which only the beginning is read; older writers give it other numbers.</summary>
    private static readonly HashSet<int> Formulas = [0x0006, 0x0206, 0x0406];

    private readonly Action<string, int, int, string> _found;
    private readonly Dictionary<long, string> _sheets = [];
    private Encoding _names = Encoding.Latin1;
    private bool _unicode;
    private int _depth;
    private string? _sheet;

    private OldFaultCells(Action<string, int, int, string> found) => _found = found;

    /// <param name="found">Told the tab, the line as the spreadsheet shows it, the field counted from 0, and the error as shown.</param>
    public static void Find(string path, Action<string, int, int, string> found)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (CompoundStream.Open(file, "Workbook", "Book") is not { } stream)
        {
            return;
        }

        var reading = new OldFaultCells(found);
        Span<byte> head = stackalloc byte[4];
        Span<byte> body = stackalloc byte[512];
        for (var at = 0L; stream.Read(head); at = stream.Position)
        {
            var (kind, length) = (Short(head, 0), Short(head, 2));
            var kept = body[..Math.Min(length, body.Length)];
            if (kind == FilePass || !stream.Read(kept))
            {
                return;
            }

            stream.Skip(length - kept.Length);
            reading.Take(kind, at, kept);
        }
    }

    private void Take(int kind, long at, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case Bof when body.Length >= 2:
                // Charts within a sheet are files of their own with cells of their own.
                _depth = _sheets.TryGetValue(at, out var name) ? 1 : _depth + 1;
                _sheet = _depth == 1 ? name : _sheet;
                _unicode = Short(body, 0) == Biff8;
                break;
            case Eof:
                _depth--;
                break;
            case CodePage when body.Length >= 2:
                _names = CodePagesEncodingProvider.Instance.GetEncoding(Short(body, 0)) ?? Encoding.Latin1;
                break;
            case BoundSheet when body.Length >= 8:
                _sheets[BinaryPrimitives.ReadUInt32LittleEndian(body)] = NameOf(body);
                break;
            case BoolErr when body.Length >= 8 && body[7] == 1:
                Found(body, body[6]);
                break;
            case var formula when Formulas.Contains(formula) && body.Length >= 14 && body[6] == 2 && Short(body, 12) == 0xFFFF:
                Found(body, body[8]);
                break;
            default:
                break;
        }
    }

    private void Found(ReadOnlySpan<byte> body, byte error)
    {
        if (_depth == 1 && _sheet is not null)
        {
            _found(_sheet, Short(body, 0) + 1, Short(body, 2), TextOf(error));
        }
    }

    private string NameOf(ReadOnlySpan<byte> body)
    {
        var length = body[6];
        if (!_unicode)
        {
            return _names.GetString(body.Slice(7, Math.Min(length, body.Length - 7)));
        }

        var wide = (body[7] & 1) != 0;
        var bytes = body.Slice(8, Math.Min(wide ? length * 2 : length, body.Length - 8));
        return (wide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes);
    }

    private static string TextOf(byte error) => error switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#VALUE!",
    };

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
