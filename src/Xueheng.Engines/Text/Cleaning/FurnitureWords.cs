namespace Xueheng.Engines.Text;

/// <summary>Words by which a line is known not to be of the document.</summary>
/// <param name="Anywhere">In a line of at most <see cref="ShortLine"/> characters.</param>
/// <param name="LineStarts">At the beginning of a line of at most <see cref="LabelLine"/> characters.</param>
/// <param name="Alone">As the whole line.</param>
/// <param name="TailStarts">At the beginning of a line from which on all is furniture.</param>
/// <param name="Abstracts">At the beginning of an abstract.</param>
/// <param name="Dated">In a line with the document's day.</param>
/// <param name="Undated">In a line with another day: when a file was uploaded.</param>
/// <param name="FileEndings">Ends of a file's name.</param>
/// <param name="Questions">Words by which a clause asks.</param>
public sealed record FurnitureWords(
    WordList Anywhere, WordList LineStarts, IReadOnlySet<string> Alone, WordList TailStarts, WordList Abstracts, WordList Dated, WordList Undated, IReadOnlyList<string> FileEndings, WordList Questions)
{
    public const int ShortLine = 200;
    public const int LabelLine = 80;
}
