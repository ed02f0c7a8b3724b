using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.CustomTypeProviders;
using System.Linq.Dynamic.Core.Exceptions;
using System.Linq.Expressions;
using System.Reflection;

namespace Xueheng.Packs;

/// <summary>
/// Filters and formulas written in packs, parsed once when the pack is read. An expression sees the properties of its row
/// and nothing else: no other type can be named.
/// </summary>
public static class PackExpression
{
    private static readonly ParsingConfig Config = new()
    {
        IsCaseSensitive = true,
        AreContextKeywordsEnabled = false,
        CustomTypeProvider = new NoTypes(),
    };

    /// <summary>A condition over the properties of a row.</summary>
    /// <exception cref="PackException">It does not parse, names an unknown property or is not a condition.</exception>
    public static Expression<Func<TRow, bool>> Predicate<TRow>(PackNode node) =>
        (Expression<Func<TRow, bool>>)Parse(node, node.AsText(), [Expression.Parameter(typeof(TRow), "")], typeof(bool));

    public static LambdaExpression Parse(PackNode node, string text, ParameterExpression[] parameters, Type result)
    {
        try
        {
            return DynamicExpressionParser.ParseLambda(Config, createParameterCtor: false, parameters, result, text);
        }
        catch (ParseException e)
        {
            throw node.Wrong($"表达式“{node.AsText()}”有误（第 {e.Position + 1} 个字符）：{e.Message}");
        }
        catch (InvalidOperationException e)
        {
            throw node.Wrong($"表达式“{node.AsText()}”有误：{e.Message}");
        }
    }

    private sealed class NoTypes : IDynamicLinqCustomTypeProvider
    {
        public HashSet<Type> GetCustomTypes() => [];

        public Dictionary<Type, List<MethodInfo>> GetExtensionMethods() => [];

        public Type? ResolveType(string typeName) => null;

        public Type? ResolveTypeBySimpleName(string simpleTypeName) => null;
    }
}
