namespace Xueheng.Census;

/// <summary>The rows of one sheet, one at a time; only the current row is in memory.</summary>
internal abstract class SheetRows
{
    /// <summary>Number of the current row as the spreadsheet shows it, from 1.</summary>
    public abstract int Line { get; }

    /// <summary>How many cells the current row has.</summary>
    public abstract int Fields { get; }

    /// <summary>How much of the sheet has been read, 0 to 1.</summary>
    public abstract double Share { get; }

    public abstract RawCell this[int field] { get; }

    public abstract bool Read();
}

/// <summary>One file that has been opened: its sheets, each of which can be read once at a time.</summary>
internal abstract class OpenBook(string file) : IDisposable
{
    public string File { get; } = file;

    /// <summary>Names of the tabs, in their order; a .csv file has one, named after the file.</summary>
    public abstract IReadOnlyList<string> Tabs { get; }

    /// <summary>About how many rows a tab has.</summary>
    public abstract double Weight(int tab);

    /// <summary>Begins reading a tab; ends reading of any other.</summary>
    public abstract SheetRows Open(int tab);

    public abstract void Dispose();
}
