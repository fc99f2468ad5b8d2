using System.Collections.Immutable;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Search;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Evaluation;

/// <summary>
/// How well search finds labelled places, and whether words of a transcript find themselves.
/// <c>search [--labels FILE] [--library DIR] [--windows 1000] [--long 300] [--seed 1]</c>.
/// </summary>
internal static class SearchEvaluation
{
    private const int Depth = 10;

    public static async Task<int> RunAsync(Options options)
    {
        var folder = options["library", Checkout.Seeds];
        await using var library = await EvaluationLibrary.OpenAsync(folder);
        var search = library.Get<PassageSearch>();
        await LabelsAsync(search, SearchLabels.Read(options["labels", Path.Combine(AppContext.BaseDirectory, "search-labels.json")]));

        var transcripts = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(Transcript.Read).Where(t => t.Words.Length > 0).ToList();
        var random = new Random(options.Number("seed", 1));
        var missed = await WindowsAsync(search, transcripts, random, words: 8, options.Number("windows", 1000));
        missed += await WindowsAsync(search, transcripts, random, words: 25, options.Number("long", 300));
        return missed == 0 ? 0 : 1;
    }

    private static async Task LabelsAsync(PassageSearch search, SearchLabels labels)
    {
        double reciprocal = 0, first = 0, five = 0, recall = 0;
        var misses = new List<string>();
        foreach (var query in labels.Queries)
        {
            var places = query.Relevant.Where(p => p.Grade == 2).ToList();
            var hits = (await search.SearchAsync(new SearchRequest { Query = query.Written, Limit = Depth }, CancellationToken.None)).Hits;
            var rank = hits.Select((h, i) => (Hit: h, Rank: i + 1)).Where(h => places.Exists(p => Stands(h.Hit, p))).Select(h => h.Rank).FirstOrDefault();
            var reached = places.Count(p => hits.Any(h => Stands(h, p)));
            reciprocal += rank == 0 ? 0 : 1.0 / rank;
            first += rank == 1 ? 1 : 0;
            five += rank is > 0 and <= 5 ? 1 : 0;
            recall += Math.Min(1, reached / (double)Math.Min(Depth, places.Count));
            if (rank != 1 || reached < Math.Min(Depth, places.Count))
            {
                misses.Add($"  {query.Id} {query.Written}: first right {(rank == 0 ? "nowhere" : rank)}, {reached} of {places.Count} places; got "
                    + string.Join("; ", hits.Take(2).Select(h => $"{h.Source?.Path} {string.Join('-', h.Source?.Lines ?? [])} {h.Text}")));
            }
        }

        var n = Math.Max(1, labels.Queries.Count);
        Console.WriteLine($"{labels.Queries.Count} labelled queries: MRR@10 {reciprocal / n:0.000}  hit@1 {first / n:0.000}  hit@5 {five / n:0.000}  recall@10 {recall / n:0.000}");
        misses.ForEach(Console.WriteLine);
    }

    private static bool Stands(SearchHit hit, LabelledPlace place) =>
        hit.Source is { Lines: [var from, var to] } source && Path.GetFileName(source.Path) == place.File && from <= place.EndLine && to >= place.StartLine;

    private static async Task<int> WindowsAsync(PassageSearch search, List<Transcript> transcripts, Random random, int words, int count)
    {
        var (bare, quoted) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var transcript = transcripts[random.Next(transcripts.Count)];
            var start = random.Next(transcript.Words.Length - words);
            var window = transcript.Words[start..(start + words)];
            var text = string.Join(' ', window.Select(w => w.Text));
            bare += await FoundAsync(search, transcript, window, text) ? 1 : 0;
            quoted += await FoundAsync(search, transcript, window, $"\"{text}\"") ? 1 : 0;
        }

        Console.WriteLine($"{count} windows of {words} words: {bare} find themselves first, {quoted} in quotation marks");
        return (2 * count) - bare - quoted;
    }

    /// <summary>First hit at exactly the segments of the window, or at another place where the same words stand.</summary>
    private static async Task<bool> FoundAsync(PassageSearch search, Transcript transcript, ImmutableArray<SpokenWord> window, string query)
    {
        var hits = (await search.SearchAsync(new SearchRequest { Query = query, Limit = Depth }, CancellationToken.None)).Hits;
        var found = hits.Count > 0 && (Covers(hits[0], window) || transcript.Repeats(window));
        if (!found)
        {
            Console.WriteLine($"  {transcript.Path} segments {window[0].Segment}-{window[^1].Segment} not first: {query}");
        }

        return found;

        bool Covers(SearchHit hit, ImmutableArray<SpokenWord> w) =>
            hit.Source?.Path == transcript.Path && hit.Segments is [var first, var last] && first == w[0].Segment && last == w[^1].Segment;
    }

    private readonly record struct SpokenWord(string Text, int Segment);

    private sealed record Transcript(string Path, ImmutableArray<SpokenWord> Words)
    {
        public static Transcript Read(string file)
        {
            var source = SourceText.FromBytes(System.IO.Path.GetFileName(file), File.ReadAllBytes(file));
            var segments = SourceFormats.Parse(source) is ParseResult.Parsed { Source.Document.Segments: var read } ? read : [];
            return new Transcript(source.Path, [.. segments.SelectMany((s, n) => s.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(w => w.Any(char.IsLetterOrDigit)).Select(w => new SpokenWord(w, n)))]);
        }

        /// <summary>Whether the same words stand more than once, so that either place is right.</summary>
        public bool Repeats(ImmutableArray<SpokenWord> window) => Enumerable.Range(0, Words.Length - window.Length + 1)
            .Count(i => Words.AsSpan(i, window.Length).ToArray().Select(w => w.Text).SequenceEqual(window.Select(w => w.Text), StringComparer.OrdinalIgnoreCase)) > 1;
    }
}
