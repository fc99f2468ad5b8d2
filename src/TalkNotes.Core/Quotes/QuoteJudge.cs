using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Quotes;

/// <summary>A stretch of one talk where a quotation may stand.</summary>
/// <param name="Talk">Which talk, by the caller's own counting; equal numbers are one talk.</param>
/// <param name="SourceId">Its transcript, by the caller's own counting.</param>
/// <param name="FirstSegment">Number of the first segment.</param>
/// <param name="SegmentCount">Number of segments of the whole transcript.</param>
/// <param name="Segments">The segments, in reading order.</param>
/// <param name="IsCorrected">Whether the words are those that people put right instead of those written.</param>
internal sealed record QuoteCandidate(int Talk, int SourceId, int FirstSegment, int SegmentCount, IReadOnlyList<Segment> Segments, bool IsCorrected = false)
{
    /// <summary>When the talk was published, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The stretches that <see cref="Segments"/> only counts, in order; each is one segment there.</summary>
    public IReadOnlyList<QuoteSkip> Skips { get; init; } = [];

    /// <summary>The number in the transcript of a segment, by its place in <see cref="Segments"/>.</summary>
    public int Number(int at) => FirstSegment + at + Skips.Where(s => s.At < at).Sum(s => s.Segments - 1);
}

/// <summary>Words between two places far apart, which are counted and not read.</summary>
/// <param name="At">Place of the segment that stands for them.</param>
/// <param name="Segments">How many segments they are.</param>
/// <param name="Words">How many words.</param>
internal readonly record struct QuoteSkip(int At, int Segments, int Words);

/// <summary>A place where a quotation was read, judged.</summary>
internal sealed record QuotePlace
{
    /// <summary>The stretch that was read.</summary>
    public required QuoteCandidate Candidate { get; init; }

    /// <summary>How the quotation reads there.</summary>
    public required QuoteReading Reading { get; init; }

    /// <summary>Label of the segments that hold most of the quoted words; null where none governs them.</summary>
    public required string? Speaker { get; init; }

    /// <summary>Every person whose label governs quoted words, in order.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    /// <summary>What the source's label says about the name given.</summary>
    public required SpeakerCheck SpeakerCheck { get; init; }

    /// <summary>The verdict, attribution included.</summary>
    public required QuoteVerdict Verdict { get; init; }

    /// <summary>Number of the first segment in the transcript.</summary>
    public int First => Candidate.Number(Reading.First);

    /// <summary>Number of the last segment, included.</summary>
    public int Last => Candidate.Number(Reading.Last);

    /// <summary>Whether it stands in the opening of the talk and again later: a cold open.</summary>
    public bool ColdOpen { get; init; }
}

/// <summary>Chooses the best of several places and judges it. Pure: neither index nor database.</summary>
internal static class QuoteJudge
{
    private const double LeastCoverage = 0.6;
    private const double LeastCoverageOfFew = 0.75; // "it really depends on the" is said of anything
    private const int FewContentWords = 2;
    private const int FewestWordsOfAnother = 4; // a label may come a word late
    private const double ShareOfAnother = 0.25;
    private const int ShortestRun = 3;
    private const int TellingRun = 6; // so many words in a row are no chance, whatever was left out behind them
    private const double LeastSimilarity = 0.5;
    private const double OpeningShare = 0.08;
    private const int FewestWordsOfAClip = 8;

    /// <summary>The places where the quotation stands, as it is or changed, best first; empty when it was not found.</summary>
    public static IReadOnlyList<QuotePlace> Judge(QuotedText quoted, string? speaker, IEnumerable<QuoteCandidate> candidates, Spellings spellings, SpeakerNames names)
    {
        var equivalents = new Equivalents(quoted, spellings);
        var places = candidates
            .Select(c => (Candidate: c, Reading: QuoteReading.Of(quoted, c.Segments, equivalents, c.Skips)))
            .Where(p => p.Reading is not null && IsFound(p.Reading, quoted))
            .Select(p => Place(p.Candidate, p.Reading!, speaker, names))
            .ToList();
        places = Distinct(places);
        return [.. places
            .Select(p => p with { ColdOpen = IsColdOpen(p, places, quoted) })
            .OrderBy(Rank)
            .ThenBy(p => p.Reading.Cost)
            .ThenBy(p => p.ColdOpen)
            .ThenBy(p => p.Candidate.Published ?? DateOnly.MaxValue) // who said it first; a copy rarely states a date
            .ThenBy(p => p.Candidate.Talk)
            .ThenBy(p => p.First)];
    }

    /// <summary>Whether the words are those of the passage, be they changed, or others that share a few.</summary>
    private static bool IsFound(QuoteReading reading, QuotedText quoted) => reading.Verdict != QuoteVerdict.Altered
        || (reading.Coverage >= LeastCoverage && reading.LongestRun >= TellingRun)
        || (reading.Coverage >= (reading.ContentWords >= FewContentWords ? LeastCoverage : LeastCoverageOfFew)
            && reading.LongestRun >= Math.Min(ShortestRun, quoted.Tokens.Count - 1) && reading.Similarity >= LeastSimilarity);

    private static QuotePlace Place(QuoteCandidate candidate, QuoteReading reading, string? named, SpeakerNames names)
    {
        var words = reading.WordsBySegment
            .Select((count, i) => (Count: count, candidate.Segments[reading.First + i].Speaker))
            .GroupBy(s => s.Speaker is { } label && SpeakerNames.IsPerson(label) ? label : null, StringComparer.Ordinal)
            .Select(g => (Label: g.Key, Count: g.Sum(s => s.Count)))
            .ToList();
        var main = words.MaxBy(w => w.Count).Label;
        var check = Check(words, main, named, names);
        return new QuotePlace
        {
            Candidate = candidate,
            Reading = reading,
            Speaker = main,
            Speakers = [.. words.Where(w => w.Label is not null && w.Count > 0).Select(w => w.Label!)],
            SpeakerCheck = check,
            Verdict = check is (SpeakerCheck.Other or SpeakerCheck.Partly) && reading.Verdict != QuoteVerdict.Altered ? QuoteVerdict.Misattributed : reading.Verdict,
        };
    }

    /// <summary>Compares the labels of the words with a name: who said most of them decides, unless another said a good part.</summary>
    private static SpeakerCheck Check(List<(string? Label, int Count)> words, string? main, string? named, SpeakerNames names)
    {
        if (named is null || main is null)
        {
            return named is null ? SpeakerCheck.NotNamed : SpeakerCheck.NotMarked;
        }

        if (!names.Same(named, main))
        {
            return SpeakerCheck.Other;
        }

        var others = words.Where(w => w.Label is not null && !names.Same(named, w.Label)).Sum(w => w.Count);
        return others >= FewestWordsOfAnother && others >= ShareOfAnother * words.Sum(w => w.Count) ? SpeakerCheck.Partly : SpeakerCheck.Same;
    }

    /// <summary>Windows overlap: of readings that meet, the best stays.</summary>
    private static List<QuotePlace> Distinct(List<QuotePlace> places)
    {
        var kept = new List<QuotePlace>();
        foreach (var place in places.OrderBy(p => p.Reading.Cost).ThenBy(p => p.Candidate.Talk).ThenBy(p => p.First))
        {
            if (!kept.Exists(k => k.Candidate.Talk == place.Candidate.Talk && k.First <= place.Last && place.First <= k.Last && Overlap(k, place)))
            {
                kept.Add(place);
            }
        }

        return kept;
    }

    /// <summary>Two readings in one long paragraph may be two places; they are one when they begin in the same text.</summary>
    private static bool Overlap(QuotePlace a, QuotePlace b) => a.First != b.First || a.Last != b.Last || a.Reading.Text == b.Reading.Text
        || a.Reading.Text.Contains(b.Reading.Text, StringComparison.Ordinal) || b.Reading.Text.Contains(a.Reading.Text, StringComparison.Ordinal);

    private static bool IsColdOpen(QuotePlace place, List<QuotePlace> all, QuotedText quoted) =>
        quoted.WordCount >= FewestWordsOfAClip && place.Last < OpeningShare * place.Candidate.SegmentCount
        && all.Exists(p => p.Candidate.Talk == place.Candidate.Talk && p.First > place.Last);

    private static int Rank(QuotePlace place) => place.Verdict switch
    {
        QuoteVerdict.Verbatim => 0,
        QuoteVerdict.NearVerbatim => 1,
        QuoteVerdict.Misattributed => 2,
        _ => 3,
    };
}
