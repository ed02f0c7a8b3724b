namespace Xueheng.Demo;

/// <summary>
/// Chance that is the same for the same seed on every machine and every version of .NET (SplitMix64). A branch has a stream
/// of its own, so that adding a throw in one place leaves all other places as they were.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public Dice Branch(int key) => new(Mix(_state ^ Mix((ulong)(uint)key)));

    public ulong Next()
    {
        var value = Mix(_state);
        _state += 0x9E3779B97F4A7C15;
        return value;
    }

    /// <summary>At least 0, less than 1.</summary>
    public double Share() => Share(Next());

    public static double Share(ulong value) => (value >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    public int Below(int limit) => (int)(Share() * limit);

    public double Between(double least, double most) => least + (Share() * (most - least));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
