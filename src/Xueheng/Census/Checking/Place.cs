namespace Xueheng.Census;

/// <summary>Where a finding is: a file, a tab, and a row of it (0 for the whole sheet or file).</summary>
internal readonly record struct Place(int File, string Tab, int Line);
