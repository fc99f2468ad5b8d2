using System.Collections.Concurrent;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// Numbers for words, so that a transcript is an array. A contraction has the numbers of the words it stands for and
/// a hesitation has none: quotations that differ in these only are found like exact ones. One thread gives, any look up.
/// </summary>
internal sealed class WordNumbers
{
    private readonly ConcurrentDictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _composed = new(StringComparer.Ordinal); // hesitations and contractions
    private readonly Dictionary<string, int[]> _single = new(StringComparer.Ordinal);

    /// <summary>One more than the highest number given.</summary>
    public int Count { get; private set; }

    /// <summary>All words with their numbers.</summary>
    public IEnumerable<KeyValuePair<string, int>> Words => _words;

    /// <summary>The numbers of a word; a new word gets a new number.</summary>
    public ReadOnlySpan<int> Give(string key)
    {
        if (_composed.TryGetValue(key, out var known) || _single.TryGetValue(key, out known))
        {
            return known;
        }

        var parts = Parts(key);
        return (parts is [var only] && only == key ? _single : _composed)[key] = [.. parts.Select(Number)];
    }

    /// <summary>The number of a word that is no contraction, a new one where it has none.</summary>
    public int Number(string word)
    {
        if (!_words.TryGetValue(word, out var number))
        {
            _words[word] = number = Count++;
        }

        return number;
    }

    /// <summary>The number of a word that is no contraction; −1 for one that was never said.</summary>
    public int Of(string word) => _words.GetValueOrDefault(word, -1);

    /// <summary>The words that a word stands for.</summary>
    public static string[] Parts(string key) => Fillers.IsHesitation(key) ? [] : Contractions.Of(key) is [var full, ..] ? full.Split(' ') : [key];
}
