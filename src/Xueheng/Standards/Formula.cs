using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;
using Xueheng.Packs;
using Xueheng.Standards.Trying;

namespace Xueheng.Standards;

/// <summary>
/// A formula of a pack: the four operations, brackets and numbers over names such as <c>teachers.backbone</c>. Parsed by
/// System.Linq.Dynamic.Core over decimals, with each name standing for a place in an array, and worked out in exact fractions.
/// </summary>
internal sealed partial class Formula
{
    private readonly Expression _body;

    private Formula(string text, ReadOnlyCollection<string> names, Expression body) =>
        (Text, Names, _body) = (text, names, body);

    public string Text { get; }

    /// <summary>The names it uses, in order of appearance, each once.</summary>
    public ReadOnlyCollection<string> Names { get; }

    /// <exception cref="PackException">It does not parse, or uses more than the four operations.</exception>
    public static Formula Read(PackNode node)
    {
        var names = new List<string>();
        var indexed = Name().Replace(node.AsText(), match =>
        {
            var place = names.IndexOf(match.Value);
            if (place < 0)
            {
                place = names.Count;
                names.Add(match.Value);
            }

            return string.Create(CultureInfo.InvariantCulture, $"f[{place}]");
        });
        var values = Expression.Parameter(typeof(decimal[]), "f");
        var body = PackExpression.Parse(node, indexed, [values], typeof(decimal)).Body;
        if (Beyond(body) is { } part)
        {
            throw node.Wrong($"算式“{node.AsText()}”里的 {part} 不能用，算式只用加减乘除、括号、数和事实");
        }

        return new Formula(node.AsText(), names.AsReadOnly(), body);
    }

    /// <param name="values">The value of each name, in the order of <see cref="Names"/>.</param>
    /// <returns>Null when it divides by zero.</returns>
    public Fraction? Evaluate(IReadOnlyList<Fraction> values) => Evaluate(_body, values);

    private static Fraction? Evaluate(Expression part, IReadOnlyList<Fraction> values)
    {
        switch (part)
        {
            case ConstantExpression constant:
                return Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture);
            case UnaryExpression { NodeType: ExpressionType.Negate } negate:
                return Evaluate(negate.Operand, values) is { } operand ? -operand : null;
            case UnaryExpression convert:
                return Evaluate(convert.Operand, values);
            case BinaryExpression { NodeType: ExpressionType.ArrayIndex, Right: ConstantExpression { Value: int place } }:
                return values[place];
            case BinaryExpression binary when Evaluate(binary.Left, values) is { } left && Evaluate(binary.Right, values) is { } right:
                return binary.NodeType switch
                {
                    ExpressionType.Add => left + right,
                    ExpressionType.Subtract => left - right,
                    ExpressionType.Multiply => left * right,
                    _ => right.IsZero ? null : left / right,
                };
            default:
                return null;
        }
    }

    /// <summary>The formula as a ratio of two quantities that grow with steps.</summary>
    /// <param name="values">The value of each name, in the order of <see cref="Names"/>.</param>
    /// <returns>Null where it is no such ratio: a product of two that grow, a sum of ratios with different denominators.</returns>
    public StepRatio? Ratio(IReadOnlyList<Affine> values) => Ratio(_body, values);

    private static StepRatio? Ratio(Expression part, IReadOnlyList<Affine> values)
    {
        switch (part)
        {
            case ConstantExpression constant:
                return StepRatio.Of(new Affine(Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture), []));
            case UnaryExpression { NodeType: ExpressionType.Negate } negate:
                return Ratio(negate.Operand, values)?.Times(-1);
            case UnaryExpression convert:
                return Ratio(convert.Operand, values);
            case BinaryExpression { NodeType: ExpressionType.ArrayIndex, Right: ConstantExpression { Value: int place } }:
                return StepRatio.Of(values[place]);
            case BinaryExpression binary when Ratio(binary.Left, values) is { } left && Ratio(binary.Right, values) is { } right:
                return binary.NodeType switch
                {
                    ExpressionType.Add => left.Plus(right),
                    ExpressionType.Subtract => left.Plus(right.Times(-1)),
                    ExpressionType.Multiply => left.Times(right),
                    _ => left.Over(right),
                };
            default:
                return null;
        }
    }

    /// <summary>The first part that <see cref="Evaluate(Expression, IReadOnlyList{Fraction})"/> does not know; null when it knows all.</summary>
    private static Expression? Beyond(Expression part) => part switch
    {
        ConstantExpression { Value: int or long or double or decimal } => null,
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.Convert } unary => Beyond(unary.Operand),
        BinaryExpression { NodeType: ExpressionType.ArrayIndex, Right: ConstantExpression } => null,
        BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply or ExpressionType.Divide } binary =>
            Beyond(binary.Left) ?? Beyond(binary.Right),
        _ => part,
    };

    [GeneratedRegex(@"(?<![\w.])\p{L}[\w]*(\.\w+)*")]
    private static partial Regex Name();
}
