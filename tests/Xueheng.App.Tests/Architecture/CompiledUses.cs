using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Xueheng.App.Tests.Architecture;

/// <summary>
/// Which types of an assembly use which others, read from what was compiled: bases, members, signatures, attributes and
/// every instruction, so that no way of writing a use escapes. Nested and generated types count as the one they stand in.
/// </summary>
internal static class CompiledUses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Pairs of outermost types, both of the assembly, the first using the second.</summary>
    public static IReadOnlyList<(Type User, Type Used)> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(t => !Outermost(t).Name.StartsWith('<'))
            .SelectMany(t => UsedBy(t).SelectMany(Parts), (user, used) => (User: Outermost(user), Used: Outermost(used)))
            .Where(p => p.Used.Assembly == assembly && p.User != p.Used)
            .Distinct(),
    ];

    private static IEnumerable<Type> UsedBy(Type type)
    {
        foreach (var used in type.GetInterfaces().Append(type.BaseType!).Where(t => t is not null).Concat(type.GetCustomAttributesData().Select(a => a.AttributeType)))
        {
            yield return used;
        }

        foreach (var field in type.GetFields(All))
        {
            yield return field.FieldType;
        }

        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            foreach (var used in Signature(method).Concat(Body(method)))
            {
                yield return used;
            }
        }
    }

    private static IEnumerable<Type> Signature(MethodBase method)
    {
        var used = method.GetParameters().Select(p => p.ParameterType);
        return method is MethodInfo { ReturnType: var result } ? used.Append(result) : used;
    }

    private static IEnumerable<Type> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } il)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        var at = 0;
        while (at < il.Length)
        {
            var code = il[at] == 0xFE ? OpCodesByValue[(short)((0xFE << 8) | il[at + 1])] : OpCodesByValue[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var used in Resolve(method, BitConverter.ToInt32(il, at)))
                {
                    yield return used;
                }
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null);
        if (member is Type type)
        {
            yield return type;
        }
        else if (member?.DeclaringType is { } declaring)
        {
            yield return declaring;
        }

        foreach (var argument in member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [])
        {
            yield return argument;
        }
    }

    /// <summary>A type and the types it is made of.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : type.IsGenericParameter ? [] : [type];
    }

    private static Type Outermost(Type type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return type.DeclaringType is { } outer && !type.IsGenericParameter ? Outermost(outer) : type;
    }
}
