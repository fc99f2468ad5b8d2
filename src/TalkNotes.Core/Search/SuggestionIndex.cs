namespace TalkNotes.Core.Search;

/// <summary>
/// Every word at which the name of a talk, a person or a term can be entered, sorted, so that what a person has typed is a range in it and
/// not a walk over the library.
/// </summary>
internal sealed class SuggestionIndex
{
    private readonly Entry[] _entries;
    private readonly (string Word, int Entry)[] _words;

    private SuggestionIndex(Entry[] entries)
    {
        _entries = entries;
        _words = [.. entries.SelectMany((e, i) => e.Names.SelectMany(n => n).Distinct(StringComparer.Ordinal).Select(w => (w, i)))];
        Array.Sort(_words, static (a, b) => string.CompareOrdinal(a.Word, b.Word) is not 0 and var order ? order : a.Entry.CompareTo(b.Entry));
    }

    /// <summary>An index of suggestions, each with its folded names.</summary>
    public static SuggestionIndex Of(IEnumerable<(SearchSuggestion Suggestion, IEnumerable<string> Names)> all) =>
        new([.. all.Select(a => new Entry(a.Suggestion, [.. a.Names.Select(n => Words(n).ToArray())])).OrderBy(e => e.Suggestion.Text, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>What has, in one of its names, a word that begins with each of these: people, terms, talks; of each kind what begins so first.</summary>
    /// <param name="typed">Folded words, at least one.</param>
    /// <param name="mostOfAKind">How many of each kind.</param>
    public List<SearchSuggestion> Find(IReadOnlyList<string> typed, int mostOfAKind)
    {
        var rarest = typed.MaxBy(w => w.Length)!;
        var found = new HashSet<int>();
        for (var i = First(rarest); i < _words.Length && _words[i].Word.StartsWith(rarest, StringComparison.Ordinal); i++)
        {
            if (typed.Count == 1 || _entries[_words[i].Entry].Has(typed))
            {
                found.Add(_words[i].Entry);
            }
        }

        return
        [
            .. found.OrderBy(e => _entries[e].Begins(typed[0]) ? 0 : 1).ThenBy(e => e).Select(e => _entries[e].Suggestion)
                .GroupBy(s => s.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key switch { "speaker" => 0, "term" => 1, _ => 2 })
                .SelectMany(kind => kind.Take(mostOfAKind)),
        ];
    }

    /// <summary>The first word that is not before this one.</summary>
    private int First(string word)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_words[middle].Word, word) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The words of a name, and what stands in them behind a sign: <c>gpt-4.1</c> is also entered at <c>4.1</c>.</summary>
    private static IEnumerable<string> Words(string name)
    {
        foreach (var word in name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            for (var at = 0; at < word.Length; at++)
            {
                if (char.IsLetterOrDigit(word[at]) && (at == 0 || !char.IsLetterOrDigit(word[at - 1])))
                {
                    yield return word[at..];
                }
            }
        }
    }

    private sealed record Entry(SearchSuggestion Suggestion, string[][] Names)
    {
        public bool Has(IReadOnlyList<string> typed) =>
            Array.Exists(Names, name => typed.All(t => Array.Exists(name, w => w.StartsWith(t, StringComparison.Ordinal))));

        public bool Begins(string word) => Array.Exists(Names, name => name.Length > 0 && name[0].StartsWith(word, StringComparison.Ordinal));
    }
}
