namespace Xueheng.Reports.Fields;

/// <summary>What a condition comes to. A missing figure makes it neither true nor false.</summary>
internal readonly record struct ConditionResult(bool? Holds, Reading.Amount? Missing)
{
    public static implicit operator ConditionResult(bool holds) => new(holds, null);
}

/// <summary>The condition of 如果 and 其中.</summary>
internal abstract record Condition
{
    private Condition()
    {
    }

    public abstract ConditionResult Test(Scope scope, ReportPacks packs);

    /// <summary>What is wrong with it, in one sentence, or null.</summary>
    public abstract string? Check(Scope scope, ReportPacks packs);

    /// <summary>且 and 或: a part that is missing counts only where the other part does not decide.</summary>
    internal sealed record Both(Condition Left, Condition Right, bool And) : Condition
    {
        public override ConditionResult Test(Scope scope, ReportPacks packs)
        {
            var left = Left.Test(scope, packs);
            if (left.Holds == !And)
            {
                return left;
            }

            var right = Right.Test(scope, packs);
            return right.Holds == !And || left.Holds is not null ? right : left;
        }

        public override string? Check(Scope scope, ReportPacks packs) => Left.Check(scope, packs) ?? Right.Check(scope, packs);
    }

    internal sealed record Not(Condition Inner) : Condition
    {
        public override ConditionResult Test(Scope scope, ReportPacks packs)
        {
            var inner = Inner.Test(scope, packs);
            return inner.Holds is { } holds ? !holds : inner;
        }

        public override string? Check(Scope scope, ReportPacks packs) => Inner.Check(scope, packs);
    }

    /// <summary>缺: is the figure missing?</summary>
    internal sealed record Missing(FieldPath Path) : Condition
    {
        public override ConditionResult Test(Scope scope, ReportPacks packs) => Path.Read(scope, packs) is Reading.Amount { Missing: not null };

        public override string? Check(Scope scope, ReportPacks packs) => Path.Check(scope, packs).Wrong;
    }

    /// <summary>A path alone: a list that is not empty, words that are not empty, a number that is not zero, a verdict that is met.</summary>
    internal sealed record Bare(FieldPath Path) : Condition
    {
        public override ConditionResult Test(Scope scope, ReportPacks packs) => Path.Read(scope, packs) switch
        {
            Reading.Amount { Missing: not null } missing => new ConditionResult(null, missing),
            Reading.Amount { Truth: { } truth } => truth,
            Reading.Amount amount => amount.Value != 0,
            Reading.Words words => words.Text.Length > 0,
            Reading.Many many => many.Subjects.Count > 0,
            Reading.Ordinal ordinal => ordinal.Value != 0,
            _ => true,
        };

        public override string? Check(Scope scope, ReportPacks packs) => Path.Check(scope, packs).Wrong;
    }

    internal sealed record Compare(FieldPath Left, string Operator, Operand Right) : Condition
    {
        public override ConditionResult Test(Scope scope, ReportPacks packs)
        {
            var left = Left.Read(scope, packs);
            var right = Right.Read(scope, packs);
            if ((left as Reading.Amount ?? right as Reading.Amount) is { Missing: not null } missing
                || (right is Reading.Amount { Missing: not null } other && (missing = other) is not null))
            {
                return new ConditionResult(null, missing);
            }

            if (NumberOf(left) is { } l && NumberOf(right) is { } r)
            {
                return Holds(l.CompareTo(r));
            }

            var words = WordsOf(right);
            var same = WordsOf(left) == (left is Reading.Amount { Truth: not null } ? VerdictWords.Chinese(words) : words);
            return Operator == "=" ? same : !same;
        }

        public override string? Check(Scope scope, ReportPacks packs)
        {
            var (field, wrong) = Left.Check(scope, packs);
            if (wrong is not null)
            {
                return wrong;
            }

            if (field!.Result is FieldResult.One or FieldResult.Many)
            {
                return $"“{Left}”不是数或文字，不能比较";
            }

            return Operator is "=" or "!=" || Right.IsNumber(scope, packs) ? null : $"“{Operator}”右边要写数";
        }

        private bool Holds(int order) => Operator switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            ">" => order > 0,
            ">=" => order >= 0,
            "<" => order < 0,
            _ => order <= 0,
        };

        private static decimal? NumberOf(Reading reading) => reading switch
        {
            Reading.Amount { Word: null } amount => amount.Value,
            Reading.Ordinal ordinal => ordinal.Value,
            _ => null,
        };

        private static string WordsOf(Reading reading) => reading switch
        {
            Reading.Amount { Word: { } word } => word,
            Reading.Words words => words.Text,
            Reading.Amount amount => $"{amount.Value}",
            _ => "",
        };
    }
}
