using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Terms and the ways captions misspell them, single words or phrases; one key for all spellings of a term.</summary>
internal sealed class Spellings
{
    private const int LettersOfASlip = 6;

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

    /// <summary>
    /// The spellings of a glossary, misheard and short forms included. Names of one thing that are other words ("test-time
    /// compute" and "inference-time compute", "Karpathy" and "Andrej Karpathy") stay apart: who says one did not say the
    /// other. A misheard form may stand for each.
    /// </summary>
    public static Spellings Of(Glossary glossary) => new(glossary.Entries.SelectMany(e =>
    {
        var groups = SameNames([e.Term, .. e.Also]);
        return groups.Select(g => (g[0], g.Skip(1).Concat(e.Heard).Concat(e.Short)));
    }));

    private static List<List<string>> SameNames(IEnumerable<string> names)
    {
        var groups = new List<List<string>>();
        foreach (var name in names)
        {
            if (groups.Find(g => g.Exists(n => IsSpelling(n, name))) is { } group)
            {
                group.Add(name);
            }
            else
            {
                groups.Add([name]);
            }
        }

        return groups;
    }

    /// <summary>Joined or parted, a letter aside, or its initials: "Hugging Face", "HuggingFace"; "large language model", "LLMs".</summary>
    private static bool IsSpelling(string a, string b)
    {
        var (x, y) = (Tokenizer.Of(a).ConvertAll(t => t.Key), Tokenizer.Of(b).ConvertAll(t => t.Key));
        var (joinedX, joinedY) = (string.Concat(x), string.Concat(y));
        return (joinedX.Length >= LettersOfASlip && EditDistance.Between(joinedX, joinedY, 1) <= 1) || joinedX == joinedY || IsInitials(x, joinedY) || IsInitials(y, joinedX);
    }

    private static bool IsInitials(List<string> words, string letters)
    {
        var initials = string.Concat(words.Where(w => w is not ("of" or "in" or "the" or "from" or "and" or "for")).Select(w => w[0]));
        return words.Count > 1 && initials.Length > 1 && (letters == initials || letters == initials + "s" || letters == string.Concat(words.Select(w => w[0])));
    }

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
            if (last >= tokens.Count || IsPlainNumber(tokens, start, last) || !Enumerable.Range(0, words.Length - 1).All(k => tokens[start + k].Key == words[k]))
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

    /// <summary>A short form that is a number ("41" for GPT-4.1) is that number wherever it counts something.</summary>
    private static bool IsPlainNumber(IReadOnlyList<QuoteToken> tokens, int start, int last) => start == last && NumberReader.IsNumber(tokens[start].Key)
        && ((NumberReader.Read(tokens, start) is { Count: > 1 }) || (start > 0 && tokens[start - 1].Key is "$" or "€" or "£")
            || (last + 1 < tokens.Count && WordClasses.IsUnit(tokens[last + 1].Key)));

    private static string Stem(string key) => key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key;
}
