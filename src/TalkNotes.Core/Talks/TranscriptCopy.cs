using System.Collections.Concurrent;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>The words of a transcript as they were read, with the places of quotes in them, which take a walk over all its words each.</summary>
internal sealed class TranscriptCopy(IReadOnlyList<TranscriptSegment> segments)
{
    private readonly ConcurrentDictionary<(string Words, long? DurationMs), ClaimEvidenceView?> _places = new();

    /// <summary>A talk without a transcript.</summary>
    public static TranscriptCopy None { get; } = new([]);

    /// <summary>The segments by number.</summary>
    public IReadOnlyList<TranscriptSegment> Segments => segments;

    /// <summary>How many turns the segments mark.</summary>
    public int Turns { get; } = segments.Where(s => s.Turn is not null).DistinctBy(s => s.Turn).Count();

    /// <summary>Where these words stand first; null where they do not.</summary>
    public ClaimEvidenceView? Find(string words, long? durationMs) => _places.GetOrAdd((words, durationMs), asked =>
    {
        if (TranscriptFind.Matches(segments, asked.Words, wholeWords: true) is not [var match, ..])
        {
            return null;
        }

        var place = new SegmentRange(match.Parts[0].Segment, match.Parts[^1].Segment);
        return new ClaimEvidenceView(
            place, segments[place.First].StartMs, SegmentRange.EndMs(segments, place.Last, asked.DurationMs), null, segments[place.First].Speaker, null);
    });
}

/// <summary>The transcripts that were read last: a talk, its reader and the words selected in it ask for the same one again and again.</summary>
internal sealed class TranscriptCopies
{
    private const int MostTranscripts = 8; // of ten thousand words each, some five megabytes

    private readonly Recent<(DateTimeOffset ChangedAt, long Gone), TranscriptCopy> _copies = new(MostTranscripts);

    /// <summary>A transcript of a talk; <see cref="TranscriptCopy.None"/> without one.</summary>
    /// <param name="db">The database.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="source">The source; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TranscriptCopy> OfAsync(TalkNotesDb db, TalkRow talk, int? source, CancellationToken ct)
    {
        if (source is not { } id)
        {
            return TranscriptCopy.None;
        }

        // Whatever changes words writes the talk's passages anew; its time alone would not tell two changes of one millisecond apart.
        var revision = await LibraryRevision.ReadAsync(db, ct);
        return await _copies.OfAsync(id, (talk.ChangedAt, revision.Passages), async () => new TranscriptCopy(await TalkParts.SegmentsAsync(db, id, ct)));
    }
}
