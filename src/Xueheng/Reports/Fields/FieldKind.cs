namespace Xueheng.Reports.Fields;

/// <summary>What a field gives, known before any data is: a template is checked against this.</summary>
internal enum FieldResult
{
    Words = 1,
    Day = 2,
    Ordinal = 3,
    Amount = 4,
    One = 5,
    Many = 6,
}

/// <summary>A field by both its names.</summary>
/// <param name="Means">One line for docs/reports.md, in Chinese.</param>
/// <param name="Kind">Fields of what it gives, when it gives things.</param>
internal sealed record Field(
    string Chinese,
    string English,
    string Means,
    FieldResult Result,
    Func<FieldKind>? Kind,
    Func<object, Reading> Read)
{
    public bool IsNamed(string word) => word == Chinese || string.Equals(word, English, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The fields of one kind of thing: of the report, of an indicator, of a school …</summary>
internal abstract class FieldKind(string chinese, string english, Type subject)
{
    private readonly List<Field> _fields = [];

    public string Chinese { get; } = chinese;

    public string English { get; } = english;

    public Type Subject { get; } = subject;

    public IReadOnlyList<Field> Fields => _fields;

    /// <summary>Stands for the words of an open set (ids of indicators, facts) in docs and in complaints; null when there is none.</summary>
    public string? OpenWord { get; protected set; }

    public Field? Find(string word, ReportPacks packs) => _fields.FirstOrDefault(f => f.IsNamed(word)) ?? FindOpen(word, packs);

    protected abstract Field? FindOpen(string word, ReportPacks packs);

    protected void Add(Field field) => _fields.Add(field);
}

/// <summary>Builds a kind: one call a field.</summary>
internal sealed class FieldKind<T>(string chinese, string english) : FieldKind(chinese, english, typeof(T))
    where T : class
{
    private Func<string, ReportPacks, Field?>? _open;

    public FieldKind<T> Words(string chinese, string english, string means, Func<T, string> read) =>
        With(new Field(chinese, english, means, FieldResult.Words, null, subject => new Reading.Words(read((T)subject))));

    public FieldKind<T> Day(string chinese, string english, string means, Func<T, DateOnly> read) =>
        With(new Field(chinese, english, means, FieldResult.Day, null, subject => new Reading.Day(read((T)subject))));

    public FieldKind<T> Amount(string chinese, string english, string means, Func<T, Reading.Amount> read) =>
        With(new Field(chinese, english, means, FieldResult.Amount, null, subject => read((T)subject)));

    public FieldKind<T> One<TOne>(string chinese, string english, string means, Func<FieldKind<TOne>> kind, Func<T, TOne> read)
        where TOne : class =>
        With(FieldOf.One(chinese, english, means, kind, read));

    public FieldKind<T> Many<TMany>(
        string chinese, string english, string means, Func<FieldKind<TMany>> kind, Func<T, IReadOnlyList<TMany>> read)
        where TMany : class =>
        With(FieldOf.Many(chinese, english, means, kind, read));

    /// <summary>Words that are not fixed but found in the packs: <paramref name="word"/> stands for them in docs.</summary>
    public FieldKind<T> Open(string word, Func<string, ReportPacks, Field?> find)
    {
        (OpenWord, _open) = (word, find);
        return this;
    }

    protected override Field? FindOpen(string word, ReportPacks packs) => _open?.Invoke(word, packs);

    private FieldKind<T> With(Field field)
    {
        Add(field);
        return this;
    }
}

/// <summary>Fields that give things.</summary>
internal static class FieldOf
{
    public static Field One<T, TOne>(string chinese, string english, string means, Func<FieldKind<TOne>> kind, Func<T, TOne> read)
        where T : class
        where TOne : class =>
        new(chinese, english, means, FieldResult.One, kind, subject => new Reading.One(read((T)subject), kind()));

    public static Field Many<T, TMany>(
        string chinese, string english, string means, Func<FieldKind<TMany>> kind, Func<T, IReadOnlyList<TMany>> read, FieldKind? choice = null)
        where T : class
        where TMany : class =>
        new(chinese, english, means, FieldResult.Many, kind, subject => new Reading.Many(read((T)subject), kind()));
}
