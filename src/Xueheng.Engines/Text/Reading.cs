namespace Xueheng.Engines.Text;

/// <summary>What was found in a document. Every span is of the document as given.</summary>
/// <param name="Title">Null when the document shows none.</param>
/// <param name="Date">The day the document is of: the one handed in, else the one it shows; null when neither.</param>
/// <param name="Text">The body, clean; its lines are parted by LF.</param>
/// <param name="Noise">What was left out of the body, in order: furniture, readings in brackets, blanks.</param>
public sealed record Reading(
    string? Title, DateOnly? Date, MappedText Text, IReadOnlyList<TextSpan> Noise, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Section> Sections,
    IReadOnlyList<FoundCommitment> Commitments);

/// <summary>What a sentence does in the document.</summary>
public enum SentenceRole
{
    Title,
    Heading,
    Body,
}

/// <summary>A sentence of the body, or a heading.</summary>
/// <param name="Text">Clean: simplified characters, no noise, no number or mark of a list.</param>
/// <param name="At">Where it stands in the document as given, noise inside it included.</param>
/// <param name="Paragraph">Which line of the body it stands in, from 0.</param>
/// <param name="Section">Which of <see cref="Reading.Sections"/> it stands in, or is the heading of; null before the first.</param>
public sealed record Sentence(string Text, TextSpan At, SentenceRole Role, int Paragraph, int? Section);

/// <summary>A part of the document under a heading of its own. <see cref="Reading.Sections"/> lists them in order; parents stand before their children.</summary>
/// <param name="Title">Clean, without number, mark and full stop.</param>
/// <param name="Level">1 at the top.</param>
/// <param name="Parent">Index in the list; null at the top.</param>
/// <param name="Heading">Where the heading stands.</param>
/// <param name="At">The whole part, its subsections included.</param>
public sealed record Section(string Title, int Level, int? Parent, TextSpan Heading, TextSpan At);

/// <summary>A promise, or a figure reported as achieved.</summary>
/// <param name="Text">The clean sentence.</param>
/// <param name="Subject">What is counted, or what is to be done, in the words of the text.</param>
/// <param name="Comparison">Null without a number, as <paramref name="Value"/> and <paramref name="Unit"/> are.</param>
/// <param name="Deadline"><c>2025</c>, <c>2025-06</c> or <c>2025-06-30</c>; of an achieved figure the time it is of.</param>
/// <param name="At">The sentence in the document as given.</param>
/// <param name="Figure">Number and unit in the document as given; null without a number.</param>
/// <param name="FigureInText">Number and unit in <paramref name="Text"/>.</param>
/// <param name="Section">Which of <see cref="Reading.Sections"/> it stands in.</param>
public sealed record FoundCommitment(
    string Text, string Subject, Comparison? Comparison, decimal? Value, string? Unit, string? Deadline, CommitmentKind Kind, SpokenStage? Stage, string? Town,
    TextSpan At, TextSpan? Figure, TextSpan? FigureInText, int? Section);
