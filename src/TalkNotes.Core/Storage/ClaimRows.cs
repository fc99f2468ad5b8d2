namespace TalkNotes.Core.Storage;

// One class a table of Schema/0001_library.sql (claims), 0002_verdicts.sql, 0006_person_claims.sql, 0007_rechecks.sql,
// 0008_evidence_places.sql and 0015_large_libraries.sql; the scripts say what each column means.

internal sealed class ClaimRow
{
    public int Id { get; set; }
    public required string PublicId { get; set; }
    public int TalkId { get; set; }
    public required string TextHash { get; set; }
    public required string Text { get; set; }
    public required string Kind { get; set; }
    public required string Origin { get; set; }
    public string? Section { get; set; }
    public string? Marker { get; set; }
    public string? AttributedTo { get; set; }
    public int Position { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
    public int? SuccessorId { get; set; }
    public DateTimeOffset FirstSeenAt { get; set; }
    public TalkRow Talk { get; set; } = null!;
    public List<ClaimMentionRow> Mentions { get; } = [];
    public List<VerdictRow> Verdicts { get; } = [];
    public List<ClaimMakingRow> Makings { get; } = [];
    public ClaimStateRow? State { get; set; }
    public ClaimCheckRow? Check { get; set; }
}

/// <summary>What is in force; written by the schema's triggers, and by <c>Standings</c> whether it still holds.</summary>
internal sealed class ClaimStateRow
{
    public int ClaimId { get; set; }

    /// <summary>The verdict on record; column <c>status</c>.</summary>
    public required string Given { get; set; }

    /// <summary>What counts today: the verdict on record, or unverified while a person must look at it again; column <c>counts</c>.</summary>
    public string Status { get; private set; } = "";

    /// <summary><c>evidence</c> or <c>search</c>: why a person must look again; null while it holds.</summary>
    public string? Recheck { get; set; }

    public string? RecheckVersion { get; set; }
    public int? VerdictId { get; set; }
    public required string Accuracy { get; set; }
    public int? AccuracyId { get; set; }
    public bool Disputed { get; set; }

    // What lists sort and count by, as in the claim and its check; kept by triggers.
    public int TalkId { get; private set; }
    public int Position { get; private set; }

    /// <summary>1 while no source makes the claim; a number, so that SQLite uses the index.</summary>
    public int Withdrawn { get; private set; }

    public int Triage { get; private set; }

    /// <summary>The state of statuses in which it last changed; 0 when nobody ever judged it.</summary>
    public int Changed { get; private set; }

    public ClaimRow Claim { get; set; } = null!;
}

/// <summary>A stem by which a claim is known among others.</summary>
internal sealed class ClaimWordRow
{
    public int ClaimId { get; set; }
    public required string Word { get; set; }
}

/// <summary>What the program found for the claims of a talk; a cache, never a verdict.</summary>
internal sealed class EvidenceResultRow
{
    public int TalkId { get; set; }
    public required string Version { get; set; }
    public required byte[] Results { get; set; }
}

/// <summary>The program's own check; a cache, never a verdict.</summary>
internal sealed class ClaimCheckRow
{
    public int ClaimId { get; set; }
    public required string Version { get; set; }
    public int Triage { get; set; }
    public required string Flags { get; set; }
    public DateOnly? Due { get; set; }
}

internal sealed class ClaimMentionRow
{
    public int SourceId { get; set; }
    public int N { get; set; }
    public int ClaimId { get; set; }
    public required string Text { get; set; }
    public required string Kind { get; set; }
    public required string Origin { get; set; }
    public string? Section { get; set; }
    public string? Marker { get; set; }
    public string? AttributedTo { get; set; }
    public int? Chapter { get; set; }
    public int FirstLine { get; set; }
    public int LastLine { get; set; }
    public SourceRow Source { get; set; } = null!;
}

/// <summary>What a person did to a claim of their own.</summary>
internal sealed class ClaimMakingRow
{
    public int Id { get; set; }
    public int ClaimId { get; set; }
    public required string Act { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset At { get; set; }
    public string? SourceSha256 { get; set; }
    public int? FirstSegment { get; set; }
    public int? LastSegment { get; set; }
    public TimeSpan? Start { get; set; }
    public TimeSpan? End { get; set; }
    public string? Speaker { get; set; }
    public string? Words { get; set; }
    public string? Prefix { get; set; }
    public string? Suffix { get; set; }
}

internal sealed class VerdictRow
{
    public int Id { get; set; }
    public int ClaimId { get; set; }
    public int N { get; set; }
    public required string Question { get; set; }
    public required string Value { get; set; }
    public int? PreviousId { get; set; }
    public int? UndoesId { get; set; }
    public required string Reasons { get; set; }
    public string? Note { get; set; }
    public required string Curator { get; set; }
    public required string ClaimText { get; set; }
    public required string TextHash { get; set; }
    public string? TranscriptSha256 { get; set; }
    public required string Searched { get; set; }
    public DateTimeOffset GivenAt { get; set; }
    public ClaimRow Claim { get; set; } = null!;
    public List<EvidenceRow> Evidence { get; } = [];
    public List<ReviewRow> Reviews { get; } = [];
}

internal sealed class EvidenceRow
{
    public int Id { get; set; }
    public int VerdictId { get; set; }
    public int N { get; set; }
    public required string Kind { get; set; }
    public required string Stance { get; set; }
    public int? TalkId { get; set; }
    public string? SourceSha256 { get; set; }
    public int? FirstSegment { get; set; }
    public int? LastSegment { get; set; }
    public TimeSpan? Start { get; set; }
    public TimeSpan? End { get; set; }
    public string? Speaker { get; set; }
    public string? Words { get; set; }
    public string? Prefix { get; set; }
    public string? Suffix { get; set; }
    public string? Url { get; set; }
    public DateOnly? Accessed { get; set; }
    public string? Note { get; set; }
    public List<AnchorDecisionRow> Decisions { get; } = [];
}

/// <summary>Where evidence stands in today's transcript, where that is not where it was recorded.</summary>
internal sealed class EvidencePlaceRow
{
    public int EvidenceId { get; set; }
    public int FirstSegment { get; set; }
    public int LastSegment { get; set; }
    public TimeSpan? Start { get; set; }
    public TimeSpan? End { get; set; }
}

internal sealed class ReviewRow
{
    public int Id { get; set; }
    public int VerdictId { get; set; }
    public required string Answer { get; set; }
    public required string Value { get; set; }
    public string? Note { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset GivenAt { get; set; }
    public VerdictRow Verdict { get; set; } = null!;
}

internal sealed class AnchorDecisionRow
{
    public int Id { get; set; }
    public int EvidenceId { get; set; }
    public required string Answer { get; set; }
    public required string SourceSha256 { get; set; }
    public int? FirstSegment { get; set; }
    public int? LastSegment { get; set; }
    public TimeSpan? Start { get; set; }
    public TimeSpan? End { get; set; }
    public string? Words { get; set; }
    public string? Prefix { get; set; }
    public string? Suffix { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset DecidedAt { get; set; }
}

internal sealed class SuccessionRow
{
    public int Id { get; set; }
    public int ClaimId { get; set; }
    public int SuccessorId { get; set; }
    public required string Answer { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset DecidedAt { get; set; }
}
