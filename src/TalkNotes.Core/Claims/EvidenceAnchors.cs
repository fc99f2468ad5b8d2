namespace TalkNotes.Core.Claims;

/// <summary>Where evidence stands after its transcript changed.</summary>
public static class AnchorState
{
    /// <summary>The same words at the same place.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>The same words, exact and unique, at another place or time.</summary>
    public const string Moved = "moved";

    /// <summary>Something like it stands there; a person must say whether that is it.</summary>
    public const string NeedsConfirmation = "needs-confirmation";

    /// <summary>The words are gone.</summary>
    public const string Orphaned = "orphaned";

    /// <summary>Whether a verdict that rests on such evidence keeps its badge.</summary>
    public static bool Holds(string state) => state is Unchanged or Moved;
}

/// <summary>Where evidence stands in today's transcript.</summary>
/// <param name="State">A word of <see cref="AnchorState"/>.</param>
/// <param name="Place">Where it stands; null unless unchanged or moved.</param>
/// <param name="Candidates">For needs-confirmation: what a person may choose from, best first.</param>
public sealed record AnchorView(string State, AnchorPlace? Place, IReadOnlyList<AnchorPlace> Candidates);

/// <summary>A place in today's transcript.</summary>
/// <param name="Segments">First and last segment number, both included.</param>
/// <param name="StartMs">Start in milliseconds, or null.</param>
/// <param name="EndMs">End in milliseconds (exclusive), or null.</param>
/// <param name="Words">The words of those segments, as written.</param>
public sealed record AnchorPlace(IReadOnlyList<int> Segments, long? StartMs, long? EndMs, string Words);

/// <summary>
/// Finds the words of stored evidence in a newer version of the transcript. Words are followed only where they stand
/// exactly and where what stood around them still does, or where they never left their place; anything less waits for a
/// person, and look-alikes elsewhere are never taken.
/// </summary>
internal static class EvidenceAnchors
{
    /// <summary>Words of context kept on each side.</summary>
    public const int ContextWords = 16;

    private const double ContextThatHolds = 0.5;
    private const double LikenessWorthAsking = 0.6;
    private const int WordsThatStandAlone = 8;
    private const int MostCandidates = 3;

    /// <summary>Where the evidence stands in <paramref name="transcript"/>, which is null when the talk has none any more.</summary>
    public static AnchorView Locate(AnchoredWords evidence, TranscriptWords? transcript)
    {
        var words = TranscriptWords.Fold(evidence.Words);
        if (transcript is null || words.Count == 0)
        {
            return new AnchorView(AnchorState.Orphaned, null, []);
        }

        var exact = transcript.Find(words)
            .Select(at => (At: at, Context: ContextAgreement(evidence, transcript, at, words.Count))).ToList();
        if (TheOne(exact) is { } found)
        {
            var place = Place(transcript, found, words.Count);
            return new AnchorView(IsWhereItWas(place, evidence) ? AnchorState.Unchanged : AnchorState.Moved, place, []);
        }

        // What stands beside them was put right, they were not: nothing was looked for, so nothing can be mistaken for them.
        if (exact is [var only] && words.Count >= WordsThatStandAlone && Place(transcript, only.At, words.Count) is var there && IsWhereItWas(there, evidence))
        {
            return new AnchorView(AnchorState.Unchanged, there, []);
        }

        var candidates = Apart(exact.OrderByDescending(e => e.Context).ThenBy(e => e.At).Select(e => e.At)
            .Concat(Alike(evidence, transcript, words)).Select(at => Place(transcript, at, words.Count)));
        return new AnchorView(candidates.Count == 0 ? AnchorState.Orphaned : AnchorState.NeedsConfirmation, null, candidates);
    }

    private static bool IsWhereItWas(AnchorPlace place, AnchoredWords evidence) =>
        place.Segments[0] == evidence.First && place.Segments[1] == evidence.Last && place.StartMs == Milliseconds.Of(evidence.Start);

    /// <summary>The best places, none over another: a window that begins a word later is the same place.</summary>
    private static List<AnchorPlace> Apart(IEnumerable<AnchorPlace> best)
    {
        var apart = new List<AnchorPlace>();
        foreach (var place in best)
        {
            if (apart.Count < MostCandidates && apart.TrueForAll(p => place.Segments[0] > p.Segments[1] || place.Segments[1] < p.Segments[0]))
            {
                apart.Add(place);
            }
        }

        return apart;
    }

    /// <summary>The exact place whose context holds, if there is one and only one.</summary>
    private static int? TheOne(List<(int At, double Context)> exact)
    {
        var whole = exact.FindAll(e => e.Context >= 1);
        var holding = whole.Count > 0 ? whole : exact.FindAll(e => e.Context >= ContextThatHolds);
        return holding.Count == 1 ? holding[0].At : null;
    }

    /// <summary>Share of the words that stood before and after the evidence that still do, in order; 1 when it had no neighbours.</summary>
    private static double ContextAgreement(AnchoredWords evidence, TranscriptWords transcript, int at, int count)
    {
        var prefix = TranscriptWords.Fold(evidence.Prefix);
        var suffix = TranscriptWords.Fold(evidence.Suffix);
        if (prefix.Count + suffix.Count == 0)
        {
            return 1;
        }

        var before = Slice(transcript, at - prefix.Count, at);
        var after = Slice(transcript, at + count, at + count + suffix.Count);
        return (double)(Sequences.InCommon(prefix, before) + Sequences.InCommon(suffix, after)) / (prefix.Count + suffix.Count);
    }

    /// <summary>
    /// Windows that share most of the words in order, best first: what a correction leaves behind. A few words are
    /// alike too easily, so there the context must hold as well.
    /// </summary>
    private static IEnumerable<int> Alike(AnchoredWords evidence, TranscriptWords transcript, List<string> words)
    {
        var needed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            needed[word] = needed.GetValueOrDefault(word) + 1;
        }

        var least = (int)Math.Ceiling(words.Count * LikenessWorthAsking);
        return WindowsSharing(transcript.Words, needed, words.Count)
            .Where(w => w.Shared >= least)
            .OrderByDescending(w => w.Shared).ThenBy(w => w.At).Take(40)
            .Select(w => (w.At, InOrder: Sequences.InCommon(words, Slice(transcript, w.At, w.At + words.Count))))
            .Where(w => w.InOrder >= least)
            .Where(w => words.Count >= WordsThatStandAlone || ContextAgreement(evidence, transcript, w.At, words.Count) >= ContextThatHolds)
            .OrderByDescending(w => w.InOrder).ThenBy(w => w.At)
            .Select(w => w.At);
    }

    /// <summary>How many of the needed words each window of <paramref name="size"/> words holds, in any order.</summary>
    private static IEnumerable<(int At, int Shared)> WindowsSharing(IReadOnlyList<string> text, Dictionary<string, int> needed, int size)
    {
        var missing = new Dictionary<string, int>(needed, StringComparer.Ordinal);
        var shared = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (missing.TryGetValue(text[i], out var left))
            {
                missing[text[i]] = left - 1;
                shared += left > 0 ? 1 : 0;
            }

            var gone = i - size;
            if (gone >= 0 && missing.TryGetValue(text[gone], out var back))
            {
                missing[text[gone]] = back + 1;
                shared -= back >= 0 ? 1 : 0;
            }

            if (gone >= -1)
            {
                yield return (gone + 1, shared);
            }
        }

        if (text.Count < size && text.Count > 0)
        {
            yield return (0, shared);
        }
    }

    private static AnchorPlace Place(TranscriptWords transcript, int at, int count)
    {
        var (first, last) = transcript.SegmentsOf(at, Math.Min(at + count, transcript.Words.Count));
        return transcript.Place(first, last);
    }

    private static List<string> Slice(TranscriptWords transcript, int from, int to)
    {
        from = Math.Max(0, from);
        to = Math.Min(transcript.Words.Count, to);
        return from >= to ? [] : [.. transcript.Words.Skip(from).Take(to - from)];
    }
}

/// <summary>Words of evidence and what stood around them: as recorded, or as a person last confirmed them.</summary>
internal sealed record AnchoredWords(string? Words, string? Prefix, string? Suffix, int? First, int? Last, TimeSpan? Start);
