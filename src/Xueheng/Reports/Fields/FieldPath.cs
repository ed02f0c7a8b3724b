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

        if (at.Find(Words[start], packs) is not var (field, _))
        {
            return (null, Unknown(Words[start], at.Kind));
        }

        foreach (var word in Words.Skip(start + 1))
        {
            if (field.Result != FieldResult.One)
            {
                return (null, $"“{field.Chinese}”后面不能再写“{word}”");
            }

            var kind = field.Kind!();
            if (kind.Find(word, packs) is not { } next)
            {
                return (null, Unknown(word, kind));
            }

            field = next;
        }

        return (field, null);
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

        var (field, from) = at!.Find(Words[start], packs)!.Value;
        var reading = field.Read(from.Subject!);
        foreach (var word in Words.Skip(start + 1))
        {
            var one = (Reading.One)reading;
            reading = one.Kind.Find(word, packs)!.Read(one.Subject);
        }

        return reading;
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
        return $"不认识“{word}”,{kind.Chinese}可用的字段有:{all}";
    }
}
