namespace TalkNotes.Core.Claims;

/// <summary>Everything on record about one claim: what leaves the program.</summary>
public sealed record ClaimRecord
{
    /// <summary>The claim.</summary>
    public required ClaimSummary Claim { get; init; }

    /// <summary>Every place where a source makes it.</summary>
    public required IReadOnlyList<MentionView> Mentions { get; init; }

    /// <summary>The fidelity verdict in force, with where its evidence stands today; null while unverified.</summary>
    public VerdictView? Verdict { get; init; }

    /// <summary>The accuracy verdict in force, only while the claim is verified; null when there is none.</summary>
    public VerdictView? AccuracyVerdict { get; init; }

    /// <summary>Everything ever recorded, newest first.</summary>
    public required IReadOnlyList<VerdictView> History { get; init; }
}
