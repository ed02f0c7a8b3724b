namespace Xueheng.Workbooks;

public static class ColumnLetters
{
    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string Of(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Of((column / 26) - 1) + (char)('A' + (column % 26));
}
