using System.Text;
using ExcelDataReader;

namespace Xueheng.Census;

/// <summary>An .xlsx or .xls workbook.</summary>
internal sealed class ExcelBook : OpenBook
{
    private readonly FileStream _stream;
    private readonly IExcelDataReader _reader;
    private readonly List<string> _tabs = [];
    private readonly List<int> _rows = [];
    private readonly FaultCells? _faults;
    private int _current;

    static ExcelBook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="faults">The cells that hold error values; null when there are none.</param>
    public ExcelBook(string file, string path, ReadLimits limits, FaultCells? faults)
        : base(file)
    {
        _faults = faults;
        _stream = BrokenFile.Guard(file, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        try
        {
            _reader = BrokenFile.Guard(file, () => ExcelReaderFactory.CreateReader(_stream, new ExcelReaderConfiguration { LeaveOpen = true }));
            BrokenFile.Guard(file, () => Survey(limits));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Tabs => _tabs;

    /// <summary>
    /// The reader measures a sheet when it comes to it and remembers the measure, so coming to all of them first and then
    /// reading them in any order costs no more than reading them once.
    /// </summary>
    public override SheetRows Open(int tab)
    {
        BrokenFile.Guard(File, () =>
        {
            if (tab <= _current)
            {
                _reader.Reset();
                _current = 0;
            }

            for (; _current < tab; _current++)
            {
                _reader.NextResult();
            }

            return _current;
        });
        return new Rows(this, _rows[tab], _faults?.Of(_tabs[tab]));
    }

    public override double Weight(int tab) => _rows[tab];

    public override void Dispose()
    {
        _reader?.Dispose();
        _stream.Dispose();
    }

    private bool Survey(ReadLimits limits)
    {
        do
        {
            if (_reader.RowCount > limits.Rows || _reader.FieldCount > limits.Columns)
            {
                throw new BrokenFile("XH1014",
                    $"文件“{File}”的工作表“{_reader.Name}”有 {_reader.RowCount} 行 {_reader.FieldCount} 列，超过 {limits.Rows} 行 {limits.Columns} 列的上限；请删去多余的空行空列，或拆成几个文件");
            }

            _tabs.Add(Tidy.Whole(_reader.Name));
            _rows.Add(_reader.RowCount);
        }
        while (_reader.NextResult());
        _current = int.MaxValue;
        return true;
    }

    private sealed class Rows(ExcelBook book, int total, IReadOnlyDictionary<(int Line, int Field), string>? faults) : SheetRows
    {
        private readonly IExcelDataReader _reader = book._reader;
        private int _line;
        private int _fields;

        public override int Line => _line;

        public override int Fields => _fields;

        public override double Share => total == 0 ? 1 : (double)_line / total;

        public override RawCell this[int field]
        {
            get
            {
                // Boxed by the reader; a type switch is all there is to pay.
                switch (_reader.GetValue(field))
                {
                    case string text:
                        return RawCell.Of(text);
                    case double number:
                        return RawCell.Of(number);
                    case null:
                        return faults is not null && faults.TryGetValue((_line, field), out var error) ? RawCell.Fault(error) : RawCell.Blank;
                    case DateTime moment:
                        return RawCell.Of(moment);
                    case bool flag:
                        return RawCell.Of(flag);
                    case int number:
                        return RawCell.Of(number);
                    case TimeSpan span:
                        return RawCell.Of(span.TotalDays);
                    case var other:
                        return RawCell.Of(Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }

        public override bool Read()
        {
            bool more;
            try
            {
                more = _reader.Read();
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                throw BrokenFile.Damaged(book.File, e);
            }

            if (more)
            {
                _line++;
                _fields = _reader.FieldCount;
            }

            return more;
        }
    }
}
