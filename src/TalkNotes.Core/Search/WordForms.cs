using System.Collections.Immutable;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>The forms of a word or of words in a row: as typed, and what else is meant by them, each labelled.</summary>
/// <param name="glossary">Names and terms with their variants.</param>
/// <param name="vocabulary">The words that there are.</param>
/// <param name="namesOfPeople">Words of people's names, which may be misheard.</param>
/// <param name="isTolerant">Whether anything but inflections is meant.</param>
/// <param name="typed">All words of the query.</param>
internal sealed class WordForms(Glossary glossary, Vocabulary vocabulary, IReadOnlySet<string> namesOfPeople, bool isTolerant, IReadOnlyCollection<string> typed)
{
    private const int ShortestPart = 3;
    private const int LongestCompound = 24;

    /// <summary>Spellings of one term that are looked up.</summary>
    private const int MostVariants = 100;

    /// <summary>In longer queries a word that there is is taken as it is: nobody types so many words wrongly written apart.</summary>
    private const int FewWords = 8;

    private readonly HashSet<string> _known = isTolerant ? vocabulary.Known(typed) : [];
    private readonly bool _isLong = typed.Count > FewWords;

    /// <summary>A word or words in a row as one unit.</summary>
    public SearchUnit Of(ImmutableArray<string> words)
    {
        var forms = new List<UnitForm> { Exact(words), Inflected(words) };
        if (isTolerant)
        {
            AddGlossary(forms, words);
            if (words is [var word])
            {
                AddParts(forms, word);
                AddSoundAlikes(forms, word);
            }
            else if (words is [var first, var second] && first.All(char.IsLetter) && second.All(char.IsLetter))
            {
                forms.Add(new UnitForm([first + second], MatchKind.Joined));
            }
        }

        return new SearchUnit(string.Join(' ', words), forms);
    }

    /// <summary>How many words, from each on, name one thing: a term of the glossary, a model with its number, a word written as two.</summary>
    public List<int> Things(List<string> words)
    {
        var named = isTolerant ? glossary.Find(words) : [];
        var joined = isTolerant ? Joined(words) : [];
        var counts = new List<int>();
        for (var i = 0; i < words.Count; i += counts[^1])
        {
            var match = named.FirstOrDefault(m => m.First == i);
            var count = Math.Max(1, match.Count);
            if (match.Entry is { Kind: "model" } && i + count < words.Count && char.IsAsciiDigit(words[i + count][0]))
            {
                count++;
            }
            else if (match.Entry is null && i + 1 < words.Count && joined.Contains(words[i] + words[i + 1]))
            {
                count = 2;
            }

            counts.Add(count);
        }

        return counts;
    }

    /// <summary>The words as typed.</summary>
    public static UnitForm Exact(ImmutableArray<string> words) => new(words, MatchKind.Exact);

    /// <summary>Their inflections.</summary>
    public static UnitForm Inflected(ImmutableArray<string> words) => new([.. words.Select(Tokens.StemOf)], MatchKind.Inflected, IsStem: true);

    private void AddGlossary(List<UnitForm> forms, ImmutableArray<string> words)
    {
        foreach (var match in glossary.Find(words).Where(m => m.First == 0))
        {
            if (match.Count == words.Length)
            {
                AddVariants(forms, match.Entry.Names.Concat(match.Entry.Heard), [], MatchKind.Glossary);
                AddVariants(forms, match.Entry.Short.Where(s => words.Contains(s)), [], MatchKind.Short);
                AddVariants(forms, match.Entry.Short, [], MatchKind.Heard);
            }
            else if (match.Entry.Kind == "model" && match.Count == words.Length - 1)
            {
                AddVariants(forms, match.Entry.Names.Concat(match.Entry.Heard), [words[^1]], MatchKind.Glossary);
            }
            else
            {
                continue;
            }

            if (match.Entry.Kind == "model")
            {
                AddModelNumber(forms, words[^1]);
            }
        }
    }

    /// <summary>A version with a point is said alone (<c>4.1</c>) and heard without its point (<c>41</c>).</summary>
    private static void AddModelNumber(List<UnitForm> forms, string number)
    {
        if (number.Contains('.', StringComparison.Ordinal) && char.IsAsciiDigit(number[0]))
        {
            AddVariants(forms, [number], [], MatchKind.Short);
            AddVariants(forms, [number.Replace(".", "", StringComparison.Ordinal)], [], MatchKind.Heard);
        }
    }

    private static void AddVariants(List<UnitForm> forms, IEnumerable<string> spellings, ImmutableArray<string> tail, MatchKind kind)
    {
        foreach (var spelling in spellings.Take(MostVariants))
        {
            ImmutableArray<string> words = [.. Tokens.Of(spelling).Select(t => kind >= MatchKind.Short ? t.Form : t.Stem), .. tail];
            var isNew = !words.IsEmpty && !forms.Exists(f => f.Words.SequenceEqual(words));
            if (isNew)
            {
                forms.Add(new UnitForm(words, kind, IsStem: kind < MatchKind.Short) { Spelling = string.Join(' ', tail.Prepend(spelling)) });
            }
        }
    }

    /// <summary>Pairs of neighbours that are also written as one word.</summary>
    private HashSet<string> Joined(List<string> words)
    {
        var pairs = Enumerable.Range(0, words.Count - 1)
            .Where(i => !StopWords.Contains(words[i]) && !StopWords.Contains(words[i + 1]) && words[i].All(char.IsLetter) && words[i + 1].All(char.IsLetter))
            .Select(i => words[i] + words[i + 1]).ToList();
        return pairs.Count == 0 ? [] : vocabulary.Known(pairs);
    }

    /// <summary>One word that may be written as two.</summary>
    private void AddParts(List<UnitForm> forms, string word)
    {
        if (word.Length is < 2 * ShortestPart or > LongestCompound || !word.All(char.IsLetter) || StopWords.Contains(word) || (_isLong && _known.Contains(word)))
        {
            return;
        }

        var cuts = Enumerable.Range(ShortestPart, word.Length - (2 * ShortestPart) + 1).ToList();
        var known = vocabulary.Known(cuts.SelectMany(c => new[] { word[..c], word[c..] }));
        foreach (var cut in cuts.Where(c => known.Contains(word[..c]) && known.Contains(word[c..]) && !StopWords.Contains(word[..c]) && !StopWords.Contains(word[c..])))
        {
            forms.Add(new UnitForm([word[..cut], word[cut..]], MatchKind.Joined));
        }
    }

    private void AddSoundAlikes(List<UnitForm> forms, string word)
    {
        var isKnown = _known.Contains(word) || vocabulary.HasStem(Tokens.StemOf(word)); // "reward" where only "rewards" stands is no misheard "read"
        var isName = namesOfPeople.Contains(word) || glossary.Find([word]).Exists(m => m.Entry.Kind == "person");
        if (isKnown && !isName)
        {
            return;
        }

        foreach (var alike in vocabulary.SoundAlikes(word, isKnown))
        {
            if (!forms.Exists(f => f.Words is [var known] && (known == alike || known == Tokens.StemOf(alike))))
            {
                forms.Add(new UnitForm([alike], MatchKind.SoundsAlike));
            }
        }
    }
}
