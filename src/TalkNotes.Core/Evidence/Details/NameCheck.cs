using TalkNotes.Core.Text;

namespace TalkNotes.Core.Evidence.Details;

/// <summary>
/// Looks names of people and organisations up in the spoken words and the header. A capital alone makes no name: a word
/// that the talk also uses in lower case, or that begins a sentence or a label, is not looked up as one.
/// </summary>
internal static class NameCheck
{
    /// <summary>A run of capitalised words.</summary>
    /// <param name="First">Index of its first word.</param>
    /// <param name="Last">Index of its last word.</param>
    public readonly record struct Name(int First, int Last);

    /// <summary>The names of a claim, in order.</summary>
    public static List<Name> Read(IReadOnlyList<DetailWord> claim, IReadOnlySet<int> taken)
    {
        var names = new List<Name>();
        for (var i = LabelEnd(claim); i < claim.Count; i++)
        {
            if (taken.Contains(i) || !CanBegin(claim, i))
            {
                continue;
            }

            var last = i;
            while (last + 1 < claim.Count && !taken.Contains(last + 1) && claim[last + 1].Start == claim[last].End + 1 && claim[last].After == ' ' && IsNameWord(claim[last + 1]))
            {
                last++;
            }

            names.Add(new Name(i, last));
            i = last;
        }

        return names;
    }

    /// <summary>The findings with the index of the first word they are about.</summary>
    public static IEnumerable<(int At, DetailFinding Finding)> Check(IReadOnlyList<DetailWord> claim, Func<int, int, string> textOf, IEnumerable<Name> names, SpokenDetails spoken, SpokenPlaces places, TalkHeader header)
    {
        var headerWords = header.Texts.SelectMany(t => DetailWord.Of(t)).Select(w => w.Folded).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var words = claim.Skip(name.First).Take(name.Last - name.First + 1).Select(w => w.Folded).Where(w => w.Length > 1).ToList();
            var text = textOf(name.First, name.Last);
            if (Spoken(words, spoken, places, Exactly) is { } exact)
            {
                yield return (name.First, new DetailFinding(text, "name", "yes", Nearest(text, spoken, exact), spoken.Lines(exact.First, exact.Last)));
            }
            else if (Spoken(words, spoken, places, Alike) is { } alike)
            {
                yield return (name.First, new DetailFinding(text, "name", "yes", Nearest(text, spoken, alike), spoken.Lines(alike.First, alike.Last)));
            }
            else if (words.Exists(headerWords.Contains))
            {
                yield return (name.First, new DetailFinding(text, "name", "yes", header.Texts.First(t => DetailWord.Of(t).Exists(w => words.Contains(w.Folded))), null));
            }
            else if (IsSurelyAName(claim, name))
            {
                yield return (name.First, new DetailFinding(text, "name", "no", null, null));
            }
        }
    }

    /// <summary>Words of a label ("Proactive Communication: …") are no names.</summary>
    private static int LabelEnd(IReadOnlyList<DetailWord> claim)
    {
        var colon = claim.Take(8).ToList().FindIndex(w => w.After == ':');
        return colon + 1;
    }

    private static bool CanBegin(IReadOnlyList<DetailWord> claim, int i) =>
        IsNameWord(claim[i]) && (HasInnerCapital(claim[i]) || !BeginsSentence(claim, i) || (i + 1 < claim.Count && claim[i].After == ' ' && IsNameWord(claim[i + 1])));

    private static bool IsNameWord(DetailWord word) =>
        word.Raw.Length > 1 && (word.IsCapital || HasInnerCapital(word)) && !word.Folded.Any(char.IsAsciiDigit) && !StopWords.Contains(word.Folded) && !Months.IsMonth(word.Folded);

    private static bool HasInnerCapital(DetailWord word) => word.Raw.Skip(1).Any(char.IsUpper);

    private static bool BeginsSentence(IReadOnlyList<DetailWord> claim, int i) => i == 0 || claim[i - 1].After is '.' or '!' or '?' or ':' or '"' or '“' || claim[i].Before is '"' or '“' or '\'' or '‘' or '(';

    /// <summary>Two capitalised words or more inside a sentence, neither a short form nor hyphenated.</summary>
    private static bool IsSurelyAName(IReadOnlyList<DetailWord> claim, Name name) =>
        name.Last > name.First && !BeginsSentence(claim, name.First) && claim[name.Last].After != '-'
        && Enumerable.Range(name.First, name.Last - name.First + 1).All(i => !claim[i].Raw.All(char.IsUpper));

    private static (int First, int Last)? Spoken(List<string> words, SpokenDetails spoken, SpokenPlaces places, Func<string, SpokenDetails, IEnumerable<string>> spellings)
    {
        (int First, int Last)? best = null;
        var bestKey = (Length: 0, Rank: 0);
        foreach (var place in words.SelectMany(w => spellings(w, spoken)).SelectMany(spoken.Places))
        {
            var last = place;
            while (last + 1 < spoken.Words.Count && last - place + 1 < words.Count && spellings(words[last - place + 1], spoken).Contains(spoken.Words[last + 1].Folded))
            {
                last++;
            }

            var key = (Length: last - place + 1, Rank: places.RankOf(spoken.Words[place].Place));
            if (best is null || key.Length > bestKey.Length || (key.Length == bestKey.Length && (key.Rank, place).CompareTo((bestKey.Rank, best.Value.First)) < 0))
            {
                (best, bestKey) = ((place, last), key);
            }
        }

        return best;
    }

    private static IEnumerable<string> Exactly(string word, SpokenDetails spoken) =>
        spoken.Places(word).Count > 0 ? [word] : word.EndsWith('s') && spoken.Places(word[..^1]).Count > 0 ? [word[..^1]] : spoken.Places(word + "s").Count > 0 ? [word + "s"] : [];

    /// <summary>Spellings in the transcript that sound the same or differ by a letter or two.</summary>
    private static IEnumerable<string> Alike(string word, SpokenDetails spoken) => word.Length < 4
        ? []
        : spoken.BySound[SoundKey.Of(word)].Where(w => EditDistance.Between(w, word, 3) <= 3)
            .Concat(spoken.Vocabulary.Where(w => w.Length > 3 && EditDistance.Between(w, word, 2) <= (word.Length > 6 ? 2 : 1)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string? Nearest(string text, SpokenDetails spoken, (int First, int Last) at)
    {
        var said = spoken.Text(at.First, at.Last);
        return string.Equals(said, text, StringComparison.OrdinalIgnoreCase) ? null : said;
    }
}
