namespace TalkNotes.Core.Claims;

/// <summary>A claim in a list.</summary>
public sealed record ClaimSummary
{
    /// <summary>Permanent public id: ten characters.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of its talk.</summary>
    public required string Talk { get; init; }

    /// <summary>Title of its talk, or null.</summary>
    public string? Title { get; init; }

    /// <summary><c>claim</c>, <c>key-point</c>, <c>summary</c> or <c>quote</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who wrote it: <c>publisher</c>, <c>ai</c> or <c>person</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>Nearest heading or key, as written; null when there is none.</summary>
    public string? Section { get; init; }

    /// <summary>The claim as written.</summary>
    public required string Text { get; init; }

    /// <summary>The source's own marker ("Unverified"), never a verdict; null when it has none.</summary>
    public string? Marker { get; init; }

    /// <summary>To whom the source attributes the words, or null.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>What counts today: the fidelity verdict in force, a word of <see cref="Claims.Status"/>; unverified while a person must look at it again.</summary>
    public required string Status { get; init; }

    /// <summary>The fidelity verdict on record; differs from <see cref="Status"/> only while <see cref="Suspended"/> or <see cref="Reopened"/>.</summary>
    public required string Given { get; init; }

    /// <summary>The accuracy verdict; null while the question is not open (the claim is not verified).</summary>
    public string? Accuracy { get; init; }

    /// <summary>Whether a second curator disputes the verdict in force.</summary>
    public bool Disputed { get; init; }

    /// <summary>Whether the verdict waits for a person because its evidence changed or is gone: it stays on record, its badge is suspended.</summary>
    public bool Suspended { get; init; }

    /// <summary>Whether a search of a not-said verdict finds something now that it did not find then.</summary>
    public bool Reopened { get; init; }

    /// <summary>How many verdicts are on record for it; what a later verdict must have seen.</summary>
    public int Verdicts { get; init; }

    /// <summary>Whether there is a transcript to check it against.</summary>
    public bool HasTranscript { get; init; }

    /// <summary>Whether no source makes it any more.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>One page of a list of claims.</summary>
/// <param name="Total">Claims that the filter lets through.</param>
/// <param name="Counts">How many of them have each status, by the filter without its status.</param>
/// <param name="Next">Cursor of the next page, or null on the last one.</param>
/// <param name="Claims">The claims, in the order of talks and of their notes.</param>
public sealed record ClaimList(int Total, IReadOnlyDictionary<string, int> Counts, string? Next, IReadOnlyList<ClaimSummary> Claims);

/// <summary>Which claims to list; null lets everything through.</summary>
public sealed record ClaimFilter
{
    /// <summary>Words that <see cref="Status"/> may be.</summary>
    public static IReadOnlyList<string> Statuses { get; } = [.. Claims.Status.All, "suspended", "disputed", "withdrawn"];

    /// <summary>Slug of a talk.</summary>
    public string? Talk { get; init; }

    /// <summary>A word of <see cref="Claims.Status"/>, or <c>suspended</c> (a person must look again), <c>disputed</c>, or <c>withdrawn</c> (left out otherwise).</summary>
    public string? Status { get; init; }

    /// <summary><c>claim</c>, <c>key-point</c>, <c>summary</c> or <c>quote</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Name, alias or slug of a person who takes part in the talk or to whom the claim is attributed.</summary>
    public string? Speaker { get; init; }

    /// <summary>The source's own marker, as written.</summary>
    public string? Marker { get; init; }
}

/// <summary>A claim's permanent page.</summary>
public sealed record ClaimPage
{
    /// <summary>The claim.</summary>
    public required ClaimSummary Claim { get; init; }

    /// <summary>YouTube id of the talk's recording, or null.</summary>
    public string? VideoId { get; init; }

    /// <summary>Every place where a source makes it.</summary>
    public required IReadOnlyList<MentionView> Mentions { get; init; }

    /// <summary>What people did to it, newest first; empty when it came from sources alone.</summary>
    public required IReadOnlyList<MakingView> Makings { get; init; }

    /// <summary>The fidelity verdict in force, with where its evidence stands today; null while unverified.</summary>
    public VerdictView? Verdict { get; init; }

    /// <summary>Number of the verdict that an undo of the fidelity question takes back; null when there is none.</summary>
    public int? UndoNumber { get; init; }

    /// <summary>The newest accuracy verdict; counts only while the claim is verified; null when there is none.</summary>
    public VerdictView? AccuracyVerdict { get; init; }

    /// <summary>Everything ever recorded, newest first.</summary>
    public required IReadOnlyList<VerdictView> History { get; init; }

    /// <summary>What the searches of a not-said verdict find now and did not find then.</summary>
    public required IReadOnlyList<StoredSearch> NewlyFound { get; init; }

    /// <summary>The claim before it in the talk's notes, or null.</summary>
    public ClaimLink? Previous { get; init; }

    /// <summary>The claim after it in the talk's notes, or null.</summary>
    public ClaimLink? Next { get; init; }

    /// <summary>Other claims of the talk whose evidence shares segments with this one's.</summary>
    public required IReadOnlyList<ClaimLink> SameWords { get; init; }

    /// <summary>Similar claims of other talks.</summary>
    public required IReadOnlyList<ClaimLink> AlsoClaimed { get; init; }

    /// <summary>Earlier wordings that a person joined to this one, with their verdicts.</summary>
    public required IReadOnlyList<ClaimLink> EarlierWordings { get; init; }

    /// <summary>The wording that a person accepted as its successor, or null.</summary>
    public ClaimLink? Successor { get; init; }

    /// <summary>For a withdrawn claim nobody has joined: wordings that may have replaced it, likeliest first.</summary>
    public required IReadOnlyList<ClaimLink> ProposedSuccessors { get; init; }

    /// <summary>Last day of the latest date that the claim names, or null.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>One place where a source makes a claim.</summary>
/// <param name="Path">The source's path, with <c>/</c>.</param>
/// <param name="Source">Number of the source within its talk, from 1.</param>
/// <param name="Lines">First and last line.</param>
/// <param name="Section">Nearest heading or key there, or null.</param>
/// <param name="Marker">The source's own marker there, or null.</param>
public sealed record MentionView(string Path, int Source, IReadOnlyList<int> Lines, string? Section, string? Marker);

/// <summary>A claim that another one points at.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Talk">Slug of its talk.</param>
/// <param name="Title">Title of its talk, or null.</param>
/// <param name="Text">The claim.</param>
/// <param name="Status">Its status.</param>
public sealed record ClaimLink(string Id, string Talk, string? Title, string Text, string Status);
