using System.Diagnostics.CodeAnalysis;

namespace Xueheng;

/// <summary>An expected failure: a stable code people can quote and a sentence that says what to do.</summary>
/// <param name="Code">A stable code such as <c>XH1203</c>; never reused for another meaning.</param>
/// <param name="Message">One sentence in the language of the screens, with the place of the fault where there is one.</param>
public sealed record Failure(string Code, string Message)
{
    /// <summary>Everything that is wrong, one a line, where the sentence gathers several faults; empty else.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public override string ToString() => $"{Code} {Message}";
}

/// <summary>Either a value or an expected failure. Exceptions are left for bugs and broken machines.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Failure? failure) => (_value, Failure) = (value, failure);

    public Failure? Failure { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>The value; asking a failure for it is a bug.</summary>
    public T Value => Failure is null ? _value! : throw new InvalidOperationException(Failure.ToString());

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Failure failure) => new(default, failure);
}
