using System.Collections.Concurrent;

namespace TalkNotes.Core.Quotes;

/// <summary>
/// Numbers for words, so that a whole archive is an array. A contraction has the numbers of the words it stands for and
/// a hesitation has none: quotations that differ in these only are found like exact ones.
/// </summary>
internal sealed class WordNumbers
{
    private readonly ConcurrentDictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int[]> _keys = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>One more than the highest number given.</summary>
    public int Count => Volatile.Read(ref _next);

    /// <summary>The numbers of a word; a new word gets a new number.</summary>
    public int[] Give(string key) => _keys.TryGetValue(key, out var known) ? known
        : _keys[key] = [.. Parts(key).Select(p => _words.GetOrAdd(p, _ => Interlocked.Increment(ref _next) - 1))];

    /// <summary>The numbers of a word; −1 for a word that was never said.</summary>
    public IEnumerable<int> Of(string key) => _keys.TryGetValue(key, out var known) ? known : Parts(key).Select(p => _words.GetValueOrDefault(p, -1));

    /// <summary>The words that a word stands for.</summary>
    public static string[] Parts(string key) => Fillers.IsHesitation(key) ? [] : Contractions.Of(key) is [var full, ..] ? full.Split(' ') : [key];
}
