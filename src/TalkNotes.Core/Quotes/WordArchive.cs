using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Quotes;

/// <summary>A stretch of a transcript where a quotation may stand.</summary>
/// <param name="TalkId">The talk.</param>
/// <param name="SourceId">Its transcript.</param>
/// <param name="FirstSegment">Number of the first segment.</param>
/// <param name="LastSegment">Number of the last segment, included.</param>
/// <param name="SegmentCount">Number of segments of the whole transcript.</param>
internal readonly record struct SpokenPlace(int TalkId, int SourceId, int FirstSegment, int LastSegment, int SegmentCount);

/// <summary>The words of one transcript as numbers.</summary>
internal sealed class NumberedTranscript
{
    private readonly int[] _firstWords; // of each segment

    /// <summary>Reads a whole transcript; segments are numbered from 0 without gaps.</summary>
    public NumberedTranscript(int talkId, int sourceId, IEnumerable<string> segments, WordNumbers numbers)
    {
        (TalkId, SourceId) = (talkId, sourceId);
        var words = new List<int>();
        var firstWords = new List<int>();
        foreach (var text in segments)
        {
            firstWords.Add(words.Count);
            foreach (var token in Tokenizer.Of(text))
            {
                words.AddRange(numbers.Give(token.Key));
            }
        }

        Words = [.. words];
        _firstWords = [.. firstWords];
    }

    public int TalkId { get; }

    public int SourceId { get; }

    /// <summary>The words in reading order.</summary>
    public int[] Words { get; }

    /// <summary>The segments that hold the words <paramref name="from"/> to <paramref name="to"/>, which may lie outside.</summary>
    public SpokenPlace Place(int from, int to) => new(TalkId, SourceId, SegmentOf(from), SegmentOf(to), _firstWords.Length);

    private int SegmentOf(int word)
    {
        var found = Array.BinarySearch(_firstWords, Math.Clamp(word, 0, Words.Length - 1));
        if (found < 0)
        {
            return ~found - 1;
        }

        while (found + 1 < _firstWords.Length && _firstWords[found + 1] == _firstWords[found])
        {
            found++; // a segment without words begins where the next one does
        }

        return found;
    }
}

/// <summary>
/// The words of an archive as numbers, to find the stretches where a quotation may stand: where it stands as it is, and
/// where most of its telling words and of its pairs of words stand close together. Reads every word each time, which
/// takes a few milliseconds for ten million, so that nothing said can be missed.
/// </summary>
internal sealed class WordArchive
{
    private const int Most = 12;
    private const int MostWindows = 64;
    private const double ShareOfBest = 0.45; // the right place has most of the telling words, changed or not
    private const int Margin = 12;
    private const int GapRoom = 150;

    private readonly IReadOnlyList<NumberedTranscript> _transcripts;
    private readonly WordNumbers _numbers;
    private readonly int[] _counts;
    private readonly long _total;

    /// <summary>Takes transcripts whose words <paramref name="numbers"/> numbered.</summary>
    public WordArchive(IReadOnlyList<NumberedTranscript> transcripts, WordNumbers numbers)
    {
        (_transcripts, _numbers) = (transcripts, numbers);
        _counts = new int[numbers.Count];
        foreach (var transcript in transcripts)
        {
            foreach (var word in transcript.Words)
            {
                _counts[word]++;
            }

            _total += transcript.Words.Length;
        }
    }

    /// <summary>An archive of one transcript.</summary>
    public static WordArchive Of(IReadOnlyList<Segment> segments)
    {
        var numbers = new WordNumbers();
        return new WordArchive([new NumberedTranscript(0, 0, segments.Select(s => s.Text), numbers)], numbers);
    }

    /// <summary>The most likely places of a quotation with room around them, best first; of one talk, or of all.</summary>
    public List<SpokenPlace> Find(QuotedText quoted, int? talkId)
    {
        var question = new ArchiveQuestion(quoted, _numbers, word => word < _counts.Length ? (double)_total / Math.Max(1, _counts[word]) : _total);
        var found = new List<(double Score, NumberedTranscript Transcript, int From, int To)>();
        var scan = new ArchiveScan(question, quoted.Tokens.Count + (quoted.Tokens.Count / 2) + Margin + (GapRoom * quoted.GapBefore.Count(g => g)), _counts.Length);
        foreach (var transcript in _transcripts)
        {
            if (transcript.Words.Length > 0 && (talkId is null || talkId == transcript.TalkId))
            {
                AddExact(found, transcript, question.Longest);
                found.AddRange(scan.Windows(transcript.Words).Select(w => (w.Score, transcript, w.From, w.To)));
                if (found.Count > 2 * MostWindows)
                {
                    Keep(found, MostWindows);
                    scan.Least = ShareOfBest * found[0].Score;
                }
            }
        }

        Keep(found, MostWindows);
        var best = found.Count == 0 ? 0 : found.Find(f => !double.IsPositiveInfinity(f.Score)).Score;
        var margin = Margin + quoted.Tokens.Count;
        return Merge(found.Where(f => f.Score >= ShareOfBest * best).Select(f => f.Transcript.Place(f.From - margin, f.To + margin)));
    }

    /// <summary>Where the words stand just so, which outweighs all else.</summary>
    private static void AddExact(List<(double Score, NumberedTranscript Transcript, int From, int To)> found, NumberedTranscript transcript, int[] words)
    {
        if (words.Length == 0)
        {
            return;
        }

        var exact = 0;
        for (var at = 0; exact < Most; exact++)
        {
            var next = transcript.Words.AsSpan(at).IndexOf(words);
            if (next < 0)
            {
                return;
            }

            at += next;
            found.Add((double.PositiveInfinity, transcript, at, at + words.Length - 1));
            at++;
        }
    }

    private static void Keep(List<(double Score, NumberedTranscript Transcript, int From, int To)> found, int most)
    {
        var ordered = found.OrderByDescending(f => f.Score).ThenBy(f => f.To - f.From).ThenBy(f => f.Transcript.SourceId).ThenBy(f => f.From).Take(most).ToList();
        found.Clear();
        found.AddRange(ordered);
    }

    /// <summary>Places that touch are one; the order of the best stays.</summary>
    private static List<SpokenPlace> Merge(IEnumerable<SpokenPlace> places)
    {
        var merged = new List<SpokenPlace>();
        foreach (var place in places)
        {
            var i = merged.FindIndex(m => m.SourceId == place.SourceId && m.FirstSegment <= place.LastSegment && place.FirstSegment <= m.LastSegment);
            if (i >= 0)
            {
                merged[i] = merged[i] with
                {
                    FirstSegment = Math.Min(merged[i].FirstSegment, place.FirstSegment),
                    LastSegment = Math.Max(merged[i].LastSegment, place.LastSegment),
                };
            }
            else if (merged.Count < Most)
            {
                merged.Add(place);
            }
        }

        return merged;
    }
}
