using System.Collections.Frozen;

namespace Xueheng.Engines.Text;

/// <summary>Traditional characters to simplified ones: by character, and by phrase where a phrase converts otherwise.</summary>
public sealed class CharacterTable
{
    private readonly FrozenDictionary<char, char> _characters;
    private readonly FrozenDictionary<string, string> _phrases;
    private readonly WordList _phraseList;

    /// <param name="characters">Traditional to simplified. No target is itself a source, so converting twice is converting once.</param>
    /// <param name="phrases">Phrase to phrase of the same length.</param>
    public CharacterTable(IEnumerable<KeyValuePair<char, char>> characters, IEnumerable<KeyValuePair<string, string>> phrases)
    {
        _characters = characters.ToFrozenDictionary();
        _phrases = phrases.ToFrozenDictionary();
        _phraseList = new WordList(_phrases.Keys);
    }

    /// <summary>Every pair of characters, the traditional one first.</summary>
    public IEnumerable<KeyValuePair<char, char>> Pairs => _characters;

    internal MappedText Simplify(MappedText text)
    {
        var clean = new MappedTextBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (_phraseList.At(text.Span, i) is { } phrase)
            {
                foreach (var c in _phrases[phrase])
                {
                    clean.Add(c, text, i++);
                }

                i--;
                continue;
            }

            clean.Add(_characters.GetValueOrDefault(text[i], text[i]), text, i);
        }

        return clean.Build();
    }
}
