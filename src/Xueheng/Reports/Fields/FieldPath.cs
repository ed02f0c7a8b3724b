namespace Xueheng.Reports.Fields;

/// <summary>The words of a field, for example <c>指标 L1 小学 均值</c>.</summary>
internal sealed record FieldPath(IReadOnlyList<string> Words)
{
    private static readonly Field IndexField = new("序号", "index", "", FieldResult.Ordinal, null, _ => throw new InvalidOperationException());

    private static readonly Field LastField = new("末个", "last", "", FieldResult.Words, null, _ => throw new InvalidOperationException());

    public override string ToString() => string.Join(' ', Words);

    /// <summary>What the path gives, found from kinds alone; or what is wrong with it, in one sentence.</summary>
    public (Field? Field, string? Wrong) Check(Scope scope, ReportPacks packs)
    {
        var (start, at) = Start(scope);
        if (at is null)
        {
            return (null, "“上层”只能用在重复段里面");
        }

        if (start == Words.Count)
        {
            return (null, "“上层”后面要写字段名");
        }

        if (Scope.IsIndex(Words[start]) || Scope.IsLast(Words[start]))
        {
            return Words.Count > start + 1 ? (null, $"“{Words[start]}”后面不能再写字段")
                : at.Outer is null ? (null, $"“{Words[start]}”只能用在重复段里面")
                : (Scope.IsIndex(Words[start]) ? IndexField : LastField, null);
        }

        var (fields, _, wrong) = Resolve(at, start, packs);
        return (fields is null ? null : fields[^1], wrong);
    }

    /// <summary>Reads a path that was checked.</summary>
    public Reading Read(Scope scope, ReportPacks packs)
    {
        var (start, at) = Start(scope);
        if (Scope.IsIndex(Words[start]))
        {
            return new Reading.Ordinal(at!.Index);
        }

        if (Scope.IsLast(Words[start]))
        {
            return new Reading.Words(at!.Last ? "是" : "");
        }

        var (fields, from, _) = Resolve(at!, start, packs);
        var reading = fields![0].Read(from!.Subject!);
        foreach (var field in fields.Skip(1))
        {
            reading = field.Read(((Reading.One)reading).Subject);
        }

        return reading;
    }

    /// <summary>
    /// The fields of the path, from the innermost scope in which all of it can be read: inside a repeated stage 指标 L1 均值 is of that
    /// stage, and 指标 L1 小学 均值 still of 小学. What is wrong is told of the innermost scope that knows the first word.
    /// </summary>
    private (IReadOnlyList<Field>? Fields, Scope? From, string? Wrong) Resolve(Scope at, int start, ReportPacks packs)
    {
        string? wrong = null;
        for (var scope = at; scope is not null; scope = scope.Outer)
        {
            if (scope.Kind.Find(Words[start], packs) is { } first)
            {
                var (fields, here) = Follow(first, start, packs);
                if (here is null)
                {
                    return (fields, scope, null);
                }

                wrong ??= here;
            }
        }

        return (null, null, wrong ?? Unknown(Words[start], at.Kind));
    }

    private (IReadOnlyList<Field> Fields, string? Wrong) Follow(Field first, int start, ReportPacks packs)
    {
        var fields = new List<Field> { first };
        foreach (var word in Words.Skip(start + 1))
        {
            if (fields[^1].Result != FieldResult.One)
            {
                return (fields, $"“{fields[^1].Chinese}”后面不能再写“{word}”");
            }

            var kind = fields[^1].Kind!();
            if (kind.Find(word, packs) is not { } next)
            {
                return (fields, Unknown(word, kind));
            }

            fields.Add(next);
        }

        return (fields, null);
    }

    private (int Start, Scope? At) Start(Scope scope)
    {
        var (start, at) = (0, (Scope?)scope);
        while (start < Words.Count && Scope.IsOuter(Words[start]))
        {
            (start, at) = (start + 1, at?.Outer);
        }

        return (start, at);
    }

    private static string Unknown(string word, FieldKind kind)
    {
        var names = kind.Fields.Select(f => f.Chinese);
        var all = string.Join("、", kind.OpenWord is { } open ? names.Append(open) : names);
        return $"不认识“{word}”，{kind.Chinese}可用的字段有：{all}";
    }
}
