namespace Xueheng.Census;

/// <summary>What is wrong with one cell: the kind of check it fails and what was expected.</summary>
internal readonly record struct CellIssue(CheckKind Kind, string Expected);
