using System.Globalization;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>What can be done to words that were said, and what the check must answer then.</summary>
/// <param name="Kind">Name of the row in the table.</param>
/// <param name="Expected">Right verdicts.</param>
/// <param name="Make">The quotation and the name it is given to; null when these words do not allow it.</param>
internal sealed record Change(string Kind, string[] Expected, Func<Cut, Random, (string Text, string? Speaker)?> Make)
{
    /// <summary>Whether the words are drawn from what is searched.</summary>
    public bool IsSaid { get; init; } = true;

    /// <summary>Whether there is one right place.</summary>
    public bool HasPlace { get; init; } = true;

    /// <summary>Fewest and most words.</summary>
    public (int Least, int Most) Size { get; init; } = (8, 30);
}

/// <summary>The changes, true ones first.</summary>
internal static class Changes
{
    private static readonly string[] Verbatim = ["verbatim"];
    private static readonly string[] Near = ["near-verbatim"];
    private static readonly string[] Altered = ["altered"];
    private static readonly string[] AlteredOrNone = ["altered", "not-found"];

    private static readonly string[] Auxiliaries = ["is", "are", "was", "were", "can", "will", "would", "should", "could", "do", "does", "did"];

    private static readonly string[] Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "fifty", "hundred", "million", "billion"];

    private static readonly string[] Units = ["percent", "dollars", "hours", "minutes", "seconds", "days", "weeks", "months", "years", "tokens", "people", "times"];

    private static readonly (string A, string B)[] Opposites =
    [
        ("more", "less"), ("better", "worse"), ("before", "after"), ("always", "sometimes"), ("all", "some"), ("most", "few"), ("first", "last"), ("bigger", "smaller"), ("up", "down"),
        ("can", "should"), ("will", "might"), ("is", "was"), ("are", "were"), ("i", "we"), ("he", "she"), ("they", "you"), ("good", "great"), ("big", "huge"), ("every", "any"), ("over", "under"),
        ("to", "from"), ("and", "or"), ("with", "without"), ("because", "although"), ("now", "then"), ("new", "old"), ("high", "low"), ("early", "late"),
    ];

    private static readonly string[] Fillers = ["uh", "um", "erm"];

    private static readonly (string Short, string Long)[] Contracted =
        [("don't", "do not"), ("it's", "it is"), ("that's", "that is"), ("we're", "we are"), ("i'm", "I am"), ("can't", "cannot"), ("they're", "they are"), ("i've", "I have"), ("you'll", "you will"), ("didn't", "did not")];

    public static IReadOnlyList<Change> All { get; } =
    [
        new("as it stands", Verbatim, (c, _) => (string.Join(' ', c.Words), null)),
        new("as it stands, four words", Verbatim, (c, _) => (string.Join(' ', c.Words), null)) { Size = (4, 4) },
        new("as it stands, 120 to 300", Verbatim, (c, _) => (string.Join(' ', c.Words), null)) { Size = (120, 300) },
        new("typography", ["verbatim", "near-verbatim"], Typeset),
        new("an ellipsis for words", ["verbatim", "altered"], Elided) { Size = (16, 40) },
        new("fillers dropped", Near, (c, _) => Kept(c, w => !Fillers.Contains(w))),
        new("written out", Near, WrittenOut),
        new("digits for words", Near, Digits),
        new("fillers added", Near, (c, r) => Inserted(c, r, "uh,", null)),
        new("negation added", Altered, (c, r) => Added(c, r, "not", w => Auxiliaries.Contains(w))),
        new("negation dropped", Altered, (c, r) => Replaced(c, r, w => w is "not" or "never", _ => null)),
        new("contraction denied", Altered, (c, r) => Replaced(c, r, w => w.EndsWith("n't", StringComparison.Ordinal) && w is not ("can't" or "won't" or "ain't"), w => w.Replace("n't", "", StringComparison.Ordinal))),
        new("number", Altered, (c, r) => Replaced(c, r, Numbers.Contains, w => Other(Numbers, w, r))),
        new("digit", Altered, (c, r) => Replaced(c, r, w => w.Length > 0 && w.All(char.IsAsciiDigit), w => (int.TryParse(w, CultureInfo.InvariantCulture, out var n) ? n + 1 + r.Next(8) : 7).ToString(CultureInfo.InvariantCulture))),
        new("unit", Altered, (c, r) => Replaced(c, r, Units.Contains, w => Other(Units, w, r))),
        new("one word for another", Altered, (c, r) => Replaced(c, r, w => Array.Exists(Opposites, o => o.A == w || o.B == w), w => Array.Find(Opposites, o => o.A == w || o.B == w) is var o && o.A == w ? o.B : o.A)),
        new("name", Altered, Renamed),
        new("two words swapped", Altered, Swapped),
        new("content word dropped", Altered, (c, r) => Replaced(c, r, w => w.Length >= 6 && !IsFiller(w) && c.Words.Count(x => Cut.Plain(x) == w) == 1, _ => null)),
        new("content word added", Altered, (c, r) => Inserted(c, r, "certainly", null)),
        new("clause dropped", Altered, ClauseDropped) { Size = (20, 40) },
        new("two places joined", AlteredOrNone, Joined) { Size = (8, 16), HasPlace = false },
        new("other speaker", ["misattributed"], (c, _) =>
            c.Speaker is not null && c.Talk.Speakers.FirstOrDefault(s => s.Split(' ')[0] != c.Speaker.Split(' ')[0]) is { } other ? (string.Join(' ', c.Words), other) : null),
        new("not said", ["not-found"], (c, _) => (string.Join(' ', c.Words), null)) { IsSaid = false, HasPlace = false },
    ];

    private static (string, string?)? Typeset(Cut cut, Random random) => (
        "“" + string.Join(random.Next(2) == 0 ? " " : "\u00A0", cut.Words).Replace("'", "’", StringComparison.Ordinal).Replace(" - ", " — ", StringComparison.Ordinal).ToUpper(CultureInfo.InvariantCulture) + "”", null);

    private static (string, string?)? Elided(Cut cut, Random random)
    {
        var (from, count) = (4 + random.Next(3), 3 + random.Next(5));
        var mark = new[] { "…", "...", ". . .", "[…]", "[...]", "(…)", "…." }[random.Next(7)];
        return (string.Join(' ', [.. cut.Words[..from], mark, .. cut.Words[(from + count)..]]), null);
    }

    private static (string, string?)? Kept(Cut cut, Func<string, bool> keep)
    {
        var kept = cut.Words[1..^1].Where(w => keep(Cut.Plain(w))).ToList();
        return kept.Count == cut.Words.Length - 2 ? null : ($"{cut.Words[0]} {string.Join(' ', kept)} {cut.Words[^1]}", null);
    }

    private static (string, string?)? WrittenOut(Cut cut, Random random) =>
        Replaced(cut, random, w => Array.Exists(Contracted, c => c.Short == w), w => Array.Find(Contracted, c => c.Short == w).Long);

    private static (string, string?)? Digits(Cut cut, Random random)
    {
        string[] words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        return Replaced(cut, random, words.Contains, w => (Array.IndexOf(words, w) + 2).ToString(CultureInfo.InvariantCulture));
    }

    private static (string, string?)? Added(Cut cut, Random random, string word, Func<string, bool> behind)
    {
        var places = cut.Where(behind).Where(i => i + 1 < cut.Words.Length && Cut.Plain(cut.Words[i + 1]) is not ("not" or "never") && char.IsLetter(cut.Words[i][^1])).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var at = places[random.Next(places.Length)];
        return (cut.With(at, $"{cut.Words[at]} {word}"), null);
    }

    private static (string, string?)? Inserted(Cut cut, Random random, string word, string? speaker)
    {
        var at = Inner(cut, random);
        return (cut.With(at, $"{cut.Words[at]} {word}"), speaker);
    }

    private static (string, string?)? Replaced(Cut cut, Random random, Func<string, bool> which, Func<string, string?> by)
    {
        var places = cut.Where(w => w.Length > 0 && which(w));
        if (places.Length == 0)
        {
            return null;
        }

        var at = places[random.Next(places.Length)];
        var plain = Cut.Plain(cut.Words[at]);
        return Cut.Plain(cut.Words[at - 1]) == plain || Cut.Plain(cut.Words[at + 1]) == plain ? null : (cut.With(at, by(plain)), null);
    }

    private static (string, string?)? Renamed(Cut cut, Random random)
    {
        string[] names = ["Zuckerberg", "Stripe", "Berlin", "Kubernetes", "Tesla", "Patricia"];
        var places = Enumerable.Range(1, cut.Words.Length - 2)
            .Where(i => char.IsUpper(cut.Words[i][0]) && cut.Words[i].Length > 4 && char.IsLetterOrDigit(cut.Words[i - 1][^1])).ToArray();
        return places.Length == 0 ? null : (cut.With(places[random.Next(places.Length)], names[random.Next(names.Length)]), null);
    }

    private static (string, string?)? Swapped(Cut cut, Random random)
    {
        var places = Enumerable.Range(1, cut.Words.Length - 3)
            .Where(i => Cut.Plain(cut.Words[i]).Length > 3 && Cut.Plain(cut.Words[i + 1]).Length > 3 && Cut.Plain(cut.Words[i]) != Cut.Plain(cut.Words[i + 1])
                && !IsFiller(Cut.Plain(cut.Words[i])) && !IsFiller(Cut.Plain(cut.Words[i + 1]))).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var at = places[random.Next(places.Length)];
        return (string.Join(' ', [.. cut.Words[..at], cut.Words[at + 1], cut.Words[at], .. cut.Words[(at + 2)..]]), null);
    }

    private static (string, string?)? ClauseDropped(Cut cut, Random random)
    {
        var (from, count) = (5 + random.Next(4), 4 + random.Next(6));
        var gone = cut.Words[from..(from + count)].Select(Cut.Plain).ToList();
        var rest = cut.Words[..from].Concat(cut.Words[(from + count)..]).Select(Cut.Plain).ToHashSet(StringComparer.Ordinal);
        return gone.Exists(w => w.Length > 5 && !IsFiller(w) && !rest.Contains(w)) ? (string.Join(' ', [.. cut.Words[..from], .. cut.Words[(from + count)..]]), null) : null;
    }

    /// <summary>These words and some from quite another place of the talk, as if said in one breath.</summary>
    private static (string, string?)? Joined(Cut cut, Random random)
    {
        var far = cut.Talk.Segments[random.Next(cut.Talk.Segments.Count)];
        var words = far.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Math.Abs(far.Lines.First - cut.Lines.First) < 60 || words.Length < 8 ? null : ($"{string.Join(' ', cut.Words)} {string.Join(' ', words.Take(8))}", null);
    }

    private static int Inner(Cut cut, Random random) => 2 + random.Next(cut.Words.Length - 4);

    private static string Other(string[] words, string word, Random random) => words[(Array.IndexOf(words, word) + 1 + random.Next(words.Length - 1)) % words.Length];

    private static bool IsFiller(string word) => word is "basically" or "actually" or "literally" or "like" or "right" or "yeah" or "okay" or "well" or "mean" or "kind" or "sort" or "know";
}
