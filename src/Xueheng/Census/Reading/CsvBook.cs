using System.Text;
using Sylvan.Data.Csv;

namespace Xueheng.Census;

/// <summary>A .csv file: one sheet, named after the file.</summary>
internal sealed class CsvBook : OpenBook
{
    private readonly string _path;
    private readonly Encoding _encoding;
    private readonly ReadLimits _limits;
    private Rows? _open;

    public CsvBook(string file, string path, ReadLimits limits)
        : base(file)
    {
        (_path, _limits) = (path, limits);
        _encoding = BrokenFile.Guard(file, () => CsvEncoding.Detect(file, path));
        Tabs = [Tidy.Whole(Path.GetFileNameWithoutExtension(file))];
    }

    public override IReadOnlyList<string> Tabs { get; }

    public override double Weight(int tab) => new FileInfo(_path).Length / 100.0;

    public override SheetRows Open(int tab)
    {
        _open?.Dispose();
        return _open = new Rows(File, _path, _encoding, _limits);
    }

    public override void Dispose() => _open?.Dispose();

    private sealed class Rows : SheetRows, IDisposable
    {
        private const int Buffer = 1 << 16;

        private readonly string _file;
        private readonly FileStream _stream;
        private readonly CsvDataReader _reader;
        private readonly ReadLimits _limits;
        private int _line;

        public Rows(string file, string path, Encoding encoding, ReadLimits limits)
        {
            (_file, _limits) = (file, limits);
            _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);
            try
            {
                _reader = BrokenFile.Guard(file, () => CsvDataReader.Create(new StreamReader(_stream, encoding, true, Buffer), new CsvDataReaderOptions
                {
                    HasHeaders = false,

                    // A name may begin with #; nothing is a comment.
                    Comment = '\uFFFF',
                    BufferSize = Buffer,
                    MaxBufferSize = 1 << 22,
                    ResultSetMode = ResultSetMode.SingleResult,
                    OwnsReader = true,
                }));
            }
            catch
            {
                _stream.Dispose();
                throw;
            }
        }

        public override int Line => _line;

        public override int Fields => _reader.RowFieldCount;

        public override double Share => _stream.Length == 0 ? 1 : (double)_stream.Position / _stream.Length;

        public override RawCell this[int field] => RawCell.Of(_reader.GetString(field));

        public override bool Read()
        {
            bool more;
            try
            {
                more = _reader.Read();
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                throw new BrokenFile("XH1012", $"文件“{_file}”第 {_line + 1} 行读不下去（引号不成对，或一行太长）；请用电子表格打开并另存为 .xlsx 后再上传", e);
            }

            if (more && (++_line > _limits.Rows || _reader.RowFieldCount > _limits.Columns))
            {
                throw new BrokenFile("XH1014", $"文件“{_file}”超过 {_limits.Rows} 行或 {_limits.Columns} 列的上限，请拆成几个文件");
            }

            return more;
        }

        public void Dispose()
        {
            _reader.Dispose();
            _stream.Dispose();
        }
    }
}
