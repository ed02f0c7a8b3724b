using System.Reflection;
using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>
/// One group of a counting statement: all rows of a school and stage, and how many of them meet each of up to
/// <see cref="Size"/> conditions. The properties are fixed so that EF can translate the statement.
/// </summary>
internal sealed class TallySlots
{
    public const int Size = 32;

    public static readonly PropertyInfo[] Slots =
        [.. Enumerable.Range(0, Size).Select(i => typeof(TallySlots).GetProperty($"Slot{i:00}")!)];

    private static readonly Func<TallySlots, int>[] Readers = [.. Slots.Select(s => s.GetMethod!.CreateDelegate<Func<TallySlots, int>>())];

    public string School { get; init; } = "";

    public Stage Stage { get; init; }

    public int Rows { get; init; }

    public int Slot00 { get; init; }

    public int Slot01 { get; init; }

    public int Slot02 { get; init; }

    public int Slot03 { get; init; }

    public int Slot04 { get; init; }

    public int Slot05 { get; init; }

    public int Slot06 { get; init; }

    public int Slot07 { get; init; }

    public int Slot08 { get; init; }

    public int Slot09 { get; init; }

    public int Slot10 { get; init; }

    public int Slot11 { get; init; }

    public int Slot12 { get; init; }

    public int Slot13 { get; init; }

    public int Slot14 { get; init; }

    public int Slot15 { get; init; }

    public int Slot16 { get; init; }

    public int Slot17 { get; init; }

    public int Slot18 { get; init; }

    public int Slot19 { get; init; }

    public int Slot20 { get; init; }

    public int Slot21 { get; init; }

    public int Slot22 { get; init; }

    public int Slot23 { get; init; }

    public int Slot24 { get; init; }

    public int Slot25 { get; init; }

    public int Slot26 { get; init; }

    public int Slot27 { get; init; }

    public int Slot28 { get; init; }

    public int Slot29 { get; init; }

    public int Slot30 { get; init; }

    public int Slot31 { get; init; }

    public int this[int slot] => Readers[slot](this);
}
