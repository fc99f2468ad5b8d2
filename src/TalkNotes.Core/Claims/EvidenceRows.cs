using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>Evidence as a row: the words themselves, what stood around them, and which transcript was read.</summary>
internal static class EvidenceRows
{
    /// <summary>The row of a draft that the rules have passed.</summary>
    public static EvidenceRow From(EvidenceDraft draft, int n, int talkId, string stance, TranscriptWords? transcript)
    {
        stance = draft.Stance ?? stance;
        var note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim();
        return draft switch
        {
            SegmentsEvidence s => Words(s, n, talkId, stance, note, transcript!),
            MomentEvidence m => new EvidenceRow
            {
                N = n, Kind = "moment", Stance = stance, TalkId = talkId, Start = m.Start, End = m.End, Words = m.Heard.Trim(), Note = note,
            },
            UrlEvidence u => new EvidenceRow { N = n, Kind = "url", Stance = stance, Url = u.Url.Trim(), Accessed = u.Accessed, Note = note },
            _ => throw new InvalidOperationException("Evidence that the rules do not pass cannot be stored."),
        };
    }

    /// <summary>The same evidence for another verdict.</summary>
    public static EvidenceRow Copy(EvidenceRow row) => new()
    {
        N = row.N,
        Kind = row.Kind,
        Stance = row.Stance,
        TalkId = row.TalkId,
        SourceSha256 = row.SourceSha256,
        FirstSegment = row.FirstSegment,
        LastSegment = row.LastSegment,
        Start = row.Start,
        End = row.End,
        Speaker = row.Speaker,
        Words = row.Words,
        Prefix = row.Prefix,
        Suffix = row.Suffix,
        Url = row.Url,
        Accessed = row.Accessed,
        Note = row.Note,
    };

    /// <summary>The words that stand before and after a range of segments.</summary>
    public static (string Prefix, string Suffix) Around(TranscriptWords transcript, int first, int last)
    {
        var from = transcript.FirstWordOf(first);
        var to = transcript.FirstWordOf(last + 1);
        var start = Math.Max(0, from - EvidenceAnchors.ContextWords);
        return (
            string.Join(' ', transcript.Words.Skip(start).Take(from - start)),
            string.Join(' ', transcript.Words.Skip(to).Take(EvidenceAnchors.ContextWords)));
    }

    private static EvidenceRow Words(SegmentsEvidence range, int n, int talkId, string stance, string? note, TranscriptWords transcript)
    {
        var (prefix, suffix) = Around(transcript, range.First, range.Last);
        var speakers = transcript.Segments.Skip(range.First).Take(range.Last - range.First + 1).Select(s => s.Speaker).Distinct().ToList();
        return new EvidenceRow
        {
            N = n,
            Kind = "segments",
            Stance = stance,
            TalkId = talkId,
            SourceSha256 = transcript.Sha256,
            FirstSegment = range.First,
            LastSegment = range.Last,
            Start = transcript.Segments[range.First].Start,
            End = transcript.EndOf(range.Last),
            Speaker = speakers.Count == 1 ? speakers[0] : null,
            Words = transcript.TextOf(range.First, range.Last),
            Prefix = prefix,
            Suffix = suffix,
            Note = note,
        };
    }
}
