using System.Buffers;
using TalkNotes.Core.Documents;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>Makes quotations with known answers from transcripts; the same seed makes the same ones.</summary>
internal static class MadeCases
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[](){}<>…");

    private const int Tries = 600;
    private const int Longest = 300;
    private const int Run = 4;

    /// <summary>Quotations evenly over the kinds that these transcripts can give.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="talks">Transcripts to draw from.</param>
    /// <param name="controls">Transcripts that will not be searched; without any, nothing is "not said".</param>
    public static IEnumerable<QuoteCase> Make(int count, int seed, IReadOnlyList<Transcript> talks, IReadOnlyList<Transcript> controls)
    {
        var random = new Random(seed);
        var runs = Runs(talks.SelectMany(t => RunsOf(Plain(t))));
        for (var i = 0; i < count; i++)
        {
            var change = Changes.All[i % Changes.All.Count];
            var from = change.IsSaid ? talks : controls;
            for (var attempt = 0; attempt < Tries && from.Count > 0; attempt++)
            {
                if (Cut(from[random.Next(from.Count)], change.Size, random) is { } cut && (!change.IsSaid || RunsOf([.. cut.Words.Select(Quotes.Cut.Plain)]).All(r => runs[r] == 1)) && change.Make(cut, random) is { } made)
                {
                    yield return new QuoteCase(
                        change.Kind, made.Text, made.Speaker, [.. change.Expected],
                        change.HasPlace ? cut.Talk.Path : null, change.HasPlace ? [(cut.Lines.First, cut.Lines.Last)] : []);
                    break;
                }
            }
        }
    }

    private static List<string> Plain(Transcript talk) => [.. talk.Segments.SelectMany(s => s.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(Quotes.Cut.Plain)];

    /// <summary>Every few words in a row; the right place is one place where each stands once.</summary>
    private static IEnumerable<string> RunsOf(List<string> words) => Enumerable.Range(0, Math.Max(0, words.Count - Run + 1)).Select(i => string.Join(' ', words.GetRange(i, Run)));

    private static Dictionary<string, int> Runs(IEnumerable<string> runs) => runs.CountBy(r => r, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>A run of words of one turn, across segments where it has several.</summary>
    private static Cut? Cut(Transcript talk, (int Least, int Most) size, Random random)
    {
        var first = random.Next(talk.Segments.Count);
        var length = random.Next(size.Least, size.Most + 1);
        var words = new List<string>();
        var last = first;
        while (last < talk.Segments.Count && words.Count < length && talk.Segments[last].Turn == talk.Segments[first].Turn && talk.Segments[last].Speaker == talk.Segments[first].Speaker)
        {
            words.AddRange(talk.Segments[last++].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return words.Count < length || length > Longest || words.Exists(w => w.AsSpan().ContainsAny(Marks) || w[^1] is '-' || w.Contains("..", StringComparison.Ordinal))
            ? null
            : new Cut(talk, [.. words.Take(length)], talk.Segments[first].Speaker, talk.Segments[first].Lines.Through(talk.Segments[last - 1].Lines));
    }
}

/// <summary>Words of a transcript as they stand.</summary>
internal sealed record Cut(Transcript Talk, string[] Words, string? Speaker, LineSpan Lines)
{
    /// <summary>A word as it is compared: lower case, without the marks around it.</summary>
    public static string Plain(string word) => word.Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '‘').ToLowerInvariant().Replace('’', '\'');

    /// <summary>Positions of inner words that fit.</summary>
    public int[] Where(Func<string, bool> fits) => [.. Enumerable.Range(1, Words.Length - 2).Where(i => fits(Plain(Words[i])))];

    /// <summary>The words with one of them replaced; null takes it out.</summary>
    public string With(int at, string? word) => string.Join(' ', [.. Words[..at], .. word is null ? Array.Empty<string>() : [word], .. Words[(at + 1)..]]);
}
