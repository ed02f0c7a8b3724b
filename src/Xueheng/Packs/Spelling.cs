namespace Xueheng.Packs;

/// <summary>Finds what was probably meant by a misspelt word.</summary>
public static class Spelling
{
    private const int MostEdits = 2;

    /// <summary>The candidate fewest edits away; null when none is within two.</summary>
    public static string? Nearest(string wanted, IEnumerable<string> candidates) => candidates
        .Select(c => (Word: c, Edits: Edits(wanted, c)))
        .Where(c => c.Edits <= MostEdits && c.Edits < wanted.Length)
        .OrderBy(c => c.Edits)
        .Select(c => c.Word)
        .FirstOrDefault();

    /// <summary>Levenshtein distance.</summary>
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var kept = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(kept, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
