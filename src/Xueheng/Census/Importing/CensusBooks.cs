namespace Xueheng.Census;

/// <summary>The files of one import, opened, with their tabs sorted by the sheet each is.</summary>
internal sealed class CensusBooks : IDisposable
{
    /// <summary>Tabs of the template and of the error workbook that hold no data.</summary>
    private static readonly HashSet<string> Aids = [CensusTemplate.Instructions, CensusTemplate.Codes, "填表说明", "说明", "选项", "检查结果", "instructions", "codes"];

    private readonly List<OpenBook> _books = [];
    private readonly List<(SheetKind Kind, int File, int Tab, string Name)> _tabs = [];

    private CensusBooks()
    {
    }

    /// <summary>Opens every file; nothing of their rows is read yet.</summary>
    /// <exception cref="BrokenFile">A file cannot be opened, or there are too many.</exception>
    public static CensusBooks Open(IReadOnlyList<CensusFile> files, ReadLimits limits, CancellationToken cancellation)
    {
        if (files.Count == 0 || files.Count > limits.Files)
        {
            throw new BrokenFile("XH1016", files.Count == 0 ? "没有选择文件，请选择要导入的工作簿" : $"一次最多导入 {limits.Files} 个文件，请分几次导入");
        }

        var books = new CensusBooks();
        try
        {
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                books._books.Add(WorkbookGate.Open(file.Name, file.Path, limits));
            }

            return books;
        }
        catch
        {
            books.Dispose();
            throw;
        }
    }

    /// <summary>Sorts the tabs and says which are unknown, repeated or missing.</summary>
    public void Sort(FindingLog log)
    {
        var known = string.Join("、", SheetLayout.All.Select(s => s.Name));
        for (var file = 0; file < _books.Count; file++)
        {
            var seen = new Dictionary<SheetKind, string>();
            var tabs = _books[file].Tabs;
            for (var tab = 0; tab < tabs.Count; tab++)
            {
                if (SheetLayout.Find(tabs[tab]) is { } sheet)
                {
                    if (!seen.TryAdd(sheet.Kind, tabs[tab]))
                    {
                        log.Add(CheckKind.RepeatedSheet, new Place(file, tabs[tab], 0), "", tabs[tab], sheet.Name, "", seen[sheet.Kind]);
                    }

                    _tabs.Add((sheet.Kind, file, tab, tabs[tab]));
                }
                else if (!Aids.Contains(SheetHeading.Normalise(tabs[tab])))
                {
                    log.Add(CheckKind.UnknownSheet, new Place(file, tabs[tab], 0), "", tabs[tab], known);
                }
            }
        }

        foreach (var kind in Missing())
        {
            log.Add(CheckKind.MissingSheet, new Place(0, "", 0), expected: SheetLayout.Of(kind).Name);
        }
    }

    public bool Has(SheetKind kind) => _tabs.Exists(t => t.Kind == kind);

    /// <summary>The tabs of a kind, in the order of the files, each opened as it is come to.</summary>
    public IEnumerable<(int File, string Name, double Weight, SheetRows Rows)> Of(SheetKind kind)
    {
        foreach (var (_, file, tab, name) in _tabs.Where(t => t.Kind == kind))
        {
            yield return (file, name, _books[file].Weight(tab), _books[file].Open(tab));
        }
    }

    /// <summary>How much there is to read, in rows as far as known.</summary>
    public double Weight => _tabs.Sum(t => _books[t.File].Weight(t.Tab));

    public void Dispose() => _books.ForEach(b => b.Dispose());

    private IEnumerable<SheetKind> Missing()
    {
        if (!Has(SheetKind.Schools))
        {
            yield return SheetKind.Schools;
        }

        if (Has(SheetKind.Pupils) && !Has(SheetKind.Classes))
        {
            yield return SheetKind.Classes;
        }
    }
}
