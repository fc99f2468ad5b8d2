using System.Buffers;
using TalkNotes.Core.Documents;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>Makes quotations with known answers from transcripts; the same seed makes the same ones.</summary>
internal static class MadeCases
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[](){}<>…");

    private const int Tries = 400;

    private static readonly string[] Auxiliaries = ["is", "are", "was", "were", "can", "will", "would", "should", "could", "do", "does", "did"];

    private static readonly string[] Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "fifty", "hundred", "million", "billion"];

    private static readonly string[] Fillers = ["uh", "um", "erm"];

    private static readonly (string Kind, string[] Expected)[] Kinds =
    [
        ("as it stands", ["verbatim"]), ("case and punctuation", ["verbatim", "near-verbatim"]), ("fillers dropped", ["near-verbatim"]),
        ("negation", ["altered"]), ("number", ["altered"]), ("word dropped", ["altered"]), ("other speaker", ["misattributed"]), ("not said", ["not-found"]),
    ];

    /// <summary>Quotations evenly over the kinds that these transcripts can give.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="talks">Transcripts to draw from.</param>
    /// <param name="controls">Transcripts that will not be searched; without any, nothing is "not said".</param>
    public static IEnumerable<QuoteCase> Make(int count, int seed, IReadOnlyList<Transcript> talks, IReadOnlyList<Transcript> controls)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var (kind, expected) = Kinds[i % Kinds.Length];
            var from = kind == "not said" ? controls : talks;
            for (var attempt = 0; attempt < Tries && from.Count > 0; attempt++)
            {
                var talk = from[random.Next(from.Count)];
                if (Cut(talk, random) is { } cut && Change(kind, cut.Words, talk, cut.Speaker, random) is { } made)
                {
                    var isSaid = kind != "not said";
                    yield return new QuoteCase(kind, made.Text, made.Speaker, [.. expected], isSaid ? talk.Path : null, isSaid ? [(cut.Lines.First, cut.Lines.Last)] : []);
                    break;
                }
            }
        }
    }

    /// <summary>8 to 30 words of one turn, across segments where it has several.</summary>
    private static (string[] Words, string? Speaker, LineSpan Lines)? Cut(Transcript talk, Random random)
    {
        var first = random.Next(talk.Segments.Count);
        var words = new List<string>();
        var last = first;
        while (last < talk.Segments.Count && words.Count < 60 && talk.Segments[last].Turn == talk.Segments[first].Turn && talk.Segments[last].Speaker == talk.Segments[first].Speaker)
        {
            words.AddRange(talk.Segments[last++].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        var size = random.Next(8, 31);
        return words.Count < size || words.Exists(w => w.AsSpan().ContainsAny(Marks))
            ? null
            : ([.. words.Take(size)], talk.Segments[first].Speaker, talk.Segments[first].Lines.Through(talk.Segments[last - 1].Lines));
    }

    private static (string Text, string? Speaker)? Change(string kind, string[] words, Transcript talk, string? speaker, Random random) => kind switch
    {
        "case and punctuation" => (string.Join(' ', words.Select(w => w.Trim('.', ',', ';', ':', '!', '?').ToUpperInvariant())), null),
        "fillers dropped" => Kept(words, w => !Fillers.Contains(Plain(w))),
        "negation" => Negated(words),
        "number" => Replaced(words, w => Numbers.Contains(Plain(w)), w => Numbers[(Array.IndexOf(Numbers, Plain(w)) + 1 + random.Next(Numbers.Length - 1)) % Numbers.Length]),
        "word dropped" => Dropped(words, random),
        "other speaker" => speaker is not null && talk.Speakers.FirstOrDefault(s => s.Split(' ')[0] != speaker.Split(' ')[0]) is { } other ? (string.Join(' ', words), other) : null,
        _ => (string.Join(' ', words), null),
    };

    private static (string, string?)? Kept(string[] words, Func<string, bool> keep)
    {
        var kept = words[1..^1].Where(keep).ToList();
        return kept.Count == words.Length - 2 ? null : ($"{words[0]} {string.Join(' ', kept)} {words[^1]}", null);
    }

    private static (string, string?)? Negated(string[] words)
    {
        var at = Array.FindIndex(words, 2, words.Length - 4, w => Auxiliaries.Contains(w));
        return at < 0 || Plain(words[at + 1]) is "not" or "never" ? null : (string.Join(' ', [.. words[..(at + 1)], "not", .. words[(at + 1)..]]), null);
    }

    private static (string, string?)? Replaced(string[] words, Func<string, bool> which, Func<string, string> by)
    {
        var at = Array.FindIndex(words, 2, words.Length - 4, w => which(w));
        return at < 0 ? null : (string.Join(' ', [.. words[..at], by(words[at]), .. words[(at + 1)..]]), null);
    }

    /// <summary>Drops one long word that stands once: a content word.</summary>
    private static (string, string?)? Dropped(string[] words, Random random)
    {
        var at = 2 + random.Next(words.Length - 4);
        return Plain(words[at]) is { Length: >= 6 } word && word is not ("basically" or "actually" or "literally") && words.Count(w => Plain(w) == word) == 1
            ? (string.Join(' ', [.. words[..at], .. words[(at + 1)..]]), null)
            : null;
    }

    private static string Plain(string word) => word.Trim('.', ',', ';', ':', '!', '?', '"').ToLowerInvariant();
}
