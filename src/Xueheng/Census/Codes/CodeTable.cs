using System.Collections.Frozen;
using System.Text;

namespace Xueheng.Census;

/// <summary>One line of a code table.</summary>
/// <param name="Code">What is stored, and what packs and filters compare with.</param>
/// <param name="Name">In Chinese, as people read it.</param>
/// <param name="Also">Other spellings accepted in workbooks.</param>
/// <param name="Stages">Stages it belongs to or may have; empty when stages do not matter.</param>
/// <param name="Unit">Unit of a figure of 县域; null elsewhere.</param>
/// <param name="Note">What it means, where that needs saying.</param>
public sealed record CodeEntry(
    string Code, string Name, IReadOnlyList<string> Also, IReadOnlyList<Stage> Stages, string? Unit, string? Note);

/// <summary>A table of <c>packs/codes</c>: codes with their names, other spellings and source.</summary>
public sealed class CodeTable
{
    private readonly FrozenDictionary<string, IReadOnlyList<CodeEntry>> _bySpelling;
    private readonly FrozenDictionary<string, CodeEntry> _byCode;

    internal CodeTable(string id, string name, string source, IReadOnlyList<CodeEntry> entries)
    {
        (Id, Name, Source, Entries) = (id, name, source, entries);
        _byCode = entries.ToFrozenDictionary(e => e.Code);
        var bySpelling = new Dictionary<string, List<CodeEntry>>();
        foreach (var entry in entries)
        {
            foreach (var key in ((string[])[entry.Code, entry.Name, .. entry.Also]).Select(Normalise).Distinct())
            {
                (bySpelling.TryGetValue(key, out var found) ? found : bySpelling[key] = []).Add(entry);
            }
        }

        _bySpelling = bySpelling.ToFrozenDictionary(p => p.Key, p => (IReadOnlyList<CodeEntry>)p.Value);
    }

    public string Id { get; }

    /// <summary>In Chinese.</summary>
    public string Name { get; }

    /// <summary>Where the codes come from and how sure that is.</summary>
    public string Source { get; }

    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>The entry with exactly this code.</summary>
    public CodeEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The entry's name, or the code itself when the table has none.</summary>
    public string NameOf(string code) => Find(code)?.Name ?? code;

    /// <summary>
    /// The entry a cell means, by code, name or other spelling. A spelling that several entries share (一年级 of 小学 and
    /// of 初中) is decided by the stage; without one, by the order of the table.
    /// </summary>
    public CodeEntry? Read(string text, Stage? stage = null)
    {
        if (!_bySpelling.TryGetValue(text, out var found) && !_bySpelling.TryGetValue(Normalise(text), out found))
        {
            return null;
        }

        if (stage is { } wanted && found.Count > 1)
        {
            foreach (var entry in found)
            {
                if (entry.Stages.Contains(wanted))
                {
                    return entry;
                }
            }
        }

        return found[0];
    }

    private static string Normalise(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in Tidy.Whole(text).Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c))
            {
                kept.Append(char.ToUpperInvariant(c));
            }
        }

        return kept.ToString();
    }
}
