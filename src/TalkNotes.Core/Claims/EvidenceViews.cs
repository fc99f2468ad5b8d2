using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>Evidence rows as read records.</summary>
internal static class EvidenceViews
{
    /// <summary>As recorded.</summary>
    public static EvidenceView Of(EvidenceRow row) => new()
    {
        N = row.N,
        Kind = row.Kind,
        Stance = row.Stance,
        Segments = row.FirstSegment is { } first && row.LastSegment is { } last ? [first, last] : null,
        StartMs = Milliseconds.Of(row.Start),
        EndMs = Milliseconds.Of(row.End),
        Speaker = row.Speaker,
        Words = row.Words,
        Url = row.Url,
        Accessed = row.Accessed,
        Note = row.Note,
    };

    /// <summary>As recorded, and where its words stand in today's transcript.</summary>
    public static EvidenceView Of(EvidenceRow row, TranscriptWords? transcript) =>
        row.Kind == "segments" ? Of(row) with { Anchor = Anchor(row, row.Decisions, transcript) } : Of(row);

    /// <summary>Where the words stand today, after what a person last said about it.</summary>
    public static AnchorView Anchor(EvidenceRow row, IReadOnlyList<AnchorDecisionRow> decisions, TranscriptWords? transcript)
    {
        var decision = decisions.Count == 0 ? null : decisions[^1];
        if (decision?.Answer == "gone")
        {
            return new AnchorView(AnchorState.Orphaned, null, []);
        }

        var words = decision is null
            ? new AnchoredWords(row.Words, row.Prefix, row.Suffix, row.FirstSegment, row.LastSegment, row.Start)
            : new AnchoredWords(decision.Words, decision.Prefix, decision.Suffix, decision.FirstSegment, decision.LastSegment, decision.Start);
        return EvidenceAnchors.Locate(words, transcript);
    }
}
