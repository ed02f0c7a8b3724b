namespace Xueheng.Engines.Text;

/// <summary>Whether a document promises something or reports it as done.</summary>
public enum CommitmentKind
{
    Promised,
    Achieved,
}
