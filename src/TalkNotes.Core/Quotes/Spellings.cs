namespace TalkNotes.Core.Quotes;

/// <summary>Terms and the ways captions misspell them, single words or phrases; one key for all spellings of a term.</summary>
internal sealed class Spellings
{
    private readonly Dictionary<string, List<(string[] Words, string Key)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>No glossary.</summary>
    public static Spellings None { get; } = new([]);

    /// <summary>Takes terms with their variants; a term is a spelling of itself.</summary>
    public Spellings(IEnumerable<(string Term, IEnumerable<string> Variants)> entries)
    {
        foreach (var (term, variants) in entries)
        {
            foreach (var spelling in variants.Prepend(term))
            {
                var words = Tokenizer.Of(spelling).Select(t => t.Key).ToArray();
                if (words.Length == 0)
                {
                    continue;
                }

                if (!_byFirst.TryGetValue(Stem(words[0]), out var list))
                {
                    _byFirst[Stem(words[0])] = list = [];
                }

                list.Add((words, term));
            }
        }
    }

    /// <summary>Whether a word begins a term or one of its variants.</summary>
    public bool Begins(string key) => _byFirst.ContainsKey(Stem(key));

    /// <summary>Every term that begins at <paramref name="start"/>, with the number of words it takes there.</summary>
    public IEnumerable<(int Count, string Term)> At(IReadOnlyList<QuoteToken> tokens, int start)
    {
        if (!_byFirst.TryGetValue(Stem(tokens[start].Key), out var list))
        {
            yield break;
        }

        foreach (var (words, term) in list)
        {
            var last = start + words.Length - 1;
            if (last >= tokens.Count || !Enumerable.Range(0, words.Length - 1).All(k => tokens[start + k].Key == words[k]))
            {
                continue;
            }

            if (tokens[last].Key == words[^1])
            {
                yield return (words.Length, term);
            }
            else if (Stem(tokens[last].Key) == words[^1])
            {
                yield return (words.Length, term + "'s");
            }
        }
    }

    private static string Stem(string key) => key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key;
}
