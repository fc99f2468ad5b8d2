using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Api;

/// <summary>A verdict as a program sends it.</summary>
internal sealed record VerdictRequest
{
    /// <summary><c>fidelity</c> (default) or <c>accuracy</c>.</summary>
    public string? Question { get; init; }

    /// <summary>The value given, as <c>--status</c> takes it.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string> Reasons { get; init; } = [];

    public string? Note { get; init; }

    public IReadOnlyList<EvidenceRequest> Evidence { get; init; } = [];

    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>The wording that was judged; another one now is a conflict.</summary>
    public string? SeenText { get; init; }

    /// <summary>How many verdicts were on record; another number now is a conflict.</summary>
    public int? Seen { get; init; }

    public VerdictDraft ToDraft(string claim, string curator, DateOnly today) => new()
    {
        Claim = claim,
        Question = Question ?? Core.Claims.Question.Fidelity,
        Value = Status ?? "",
        Reasons = Reasons ?? [],
        Note = Note,
        Evidence = [.. (Evidence ?? []).Select(e => e.ToDraft(today))],
        Searched = Searched ?? [],
        Curator = curator,
        SeenText = SeenText,
        Seen = Seen,
    };
}

/// <summary>One piece of evidence: <c>segments</c>, or <c>startMs</c> with <c>heard</c>, or <c>url</c> with <c>note</c>.</summary>
internal sealed record EvidenceRequest
{
    public IReadOnlyList<int>? Segments { get; init; }

    public long? StartMs { get; init; }

    public long? EndMs { get; init; }

    public string? Heard { get; init; }

    public string? Url { get; init; }

    public DateOnly? Accessed { get; init; }

    public string? Stance { get; init; }

    public string? Note { get; init; }

    public EvidenceDraft ToDraft(DateOnly today)
    {
        EvidenceDraft draft = this switch
        {
            { Segments: [var first, var last] } => new SegmentsEvidence(first, last),
            { Url: { } url } => new UrlEvidence(url, Accessed ?? today),
            { StartMs: { } start } => new MomentEvidence(Time(start), EndMs is { } end ? Time(end) : null, Heard ?? ""),
            _ => new UnreadableEvidence(""),
        };
        return draft with { Stance = Stance, Note = Note };
    }

    /// <summary>Any number is a time; no talk is longer than a year.</summary>
    private static TimeSpan Time(long milliseconds) => TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, -1, 366L * 24 * 3600 * 1000));
}
