namespace TalkNotes.Core.Talks;

/// <summary>What the library holds, in three numbers.</summary>
/// <param name="Talks">Talks.</param>
/// <param name="Words">Spoken words of all primary transcripts.</param>
/// <param name="Waiting">Claims without a verdict in force, of talks that have a transcript to check them against.</param>
public sealed record LibraryCounts(int Talks, long Words, int Waiting);

/// <summary>What the start page shows.</summary>
public sealed record HomeView
{
    /// <summary>All claims by verdict.</summary>
    public required VerdictCounts Claims { get; init; }

    /// <summary>Claims without a verdict whose talk has no transcript.</summary>
    public required int Blocked { get; init; }

    /// <summary>The newest verdict that rests on words; null when there is none.</summary>
    public RecentVerdict? Latest { get; init; }

    /// <summary>Some claims that can be checked now, from different talks first.</summary>
    public required IReadOnlyList<WaitingClaim> Waiting { get; init; }

    /// <summary>The talks that came last.</summary>
    public required IReadOnlyList<TalkSummary> Recent { get; init; }

    /// <summary>What is missing.</summary>
    public required LibraryGaps Gaps { get; init; }
}

/// <summary>A claim that waits for a verdict.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Text">As written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Talk">Slug of its talk.</param>
/// <param name="Title">Title of its talk, or null.</param>
/// <param name="HasNumbers">Whether it names numbers or dates.</param>
/// <param name="NotFound">Details that the program looked up and did not find, as the claim writes them.</param>
public sealed record WaitingClaim(string Id, string Text, string Kind, string Talk, string? Title, bool HasNumbers, IReadOnlyList<string> NotFound);

/// <summary>A verdict in a list of verdicts.</summary>
/// <param name="Claim">Public id of the claim.</param>
/// <param name="Text">The wording that was judged.</param>
/// <param name="Talk">Slug of the talk.</param>
/// <param name="Title">Title of the talk, or null.</param>
/// <param name="VideoId">Its video, or null.</param>
/// <param name="Question"><c>fidelity</c> or <c>accuracy</c>.</param>
/// <param name="Value">The value given.</param>
/// <param name="Note">The curator's note, or null.</param>
/// <param name="Curator">Who.</param>
/// <param name="GivenAt">When, UTC.</param>
/// <param name="Evidence">The first words it rests on; null when it rests on none.</param>
public sealed record RecentVerdict(
    string Claim, string Text, string Talk, string? Title, string? VideoId, string Question, string Value,
    string? Note, string Curator, DateTimeOffset GivenAt, ClaimEvidenceView? Evidence);

/// <summary>What sources do not say, so that a person can add it.</summary>
/// <param name="WithoutTranscript">Talks that have claims and no transcript.</param>
/// <param name="WaitingForTranscript">Their claims without a verdict.</param>
/// <param name="WithoutSpeakers">Talks whose transcript labels nobody.</param>
/// <param name="WithoutTimes">Talks whose transcript has no times.</param>
/// <param name="Undated">Talks without a date of publication.</param>
/// <param name="Example">One of the talks without a transcript, or null.</param>
public sealed record LibraryGaps(int WithoutTranscript, int WaitingForTranscript, int WithoutSpeakers, int WithoutTimes, int Undated, TalkRef? Example);

/// <summary>A talk by name.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Title">Its title, or null.</param>
public sealed record TalkRef(string Slug, string? Title);

/// <summary>A page of verdicts, newest first.</summary>
/// <param name="Total">All verdicts ever given.</param>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="PageSize">Verdicts a page.</param>
/// <param name="Verdicts">The verdicts.</param>
/// <param name="Months">Verdicts by month, oldest first, months without any included.</param>
public sealed record HistoryView(int Total, int Page, int PageSize, IReadOnlyList<RecentVerdict> Verdicts, IReadOnlyList<MonthCount> Months);

/// <summary>Verdicts of one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Count">Verdicts.</param>
public sealed record MonthCount(DateOnly Month, int Count);

/// <summary>How the library stands.</summary>
public sealed record StatusView
{
    /// <summary>The three numbers.</summary>
    public required LibraryCounts Counts { get; init; }

    /// <summary>Claims by verdict.</summary>
    public required VerdictCounts Claims { get; init; }

    /// <summary>Rows by what they are, in words.</summary>
    public required IReadOnlyList<Holding> Holdings { get; init; }

    /// <summary>Lines of all sources by what became of them.</summary>
    public required LineTotals Lines { get; init; }

    /// <summary>Sources with lines that no rule understood, most first.</summary>
    public required IReadOnlyList<SourceIssue> Unrecognised { get; init; }

    /// <summary>Warnings about sources, newest source first.</summary>
    public required IReadOnlyList<SourceWarning> Warnings { get; init; }

    /// <summary>Documents that could not be taken in, newest first.</summary>
    public required IReadOnlyList<IngestFailure> Failures { get; init; }

    /// <summary>When something was last taken in, or null.</summary>
    public DateTimeOffset? LastTakenInAt { get; init; }

    /// <summary>Size of the database file in bytes.</summary>
    public required long DatabaseBytes { get; init; }
}

/// <summary>How many rows of one kind there are.</summary>
/// <param name="What">The kind, in words.</param>
/// <param name="Count">Rows.</param>
public sealed record Holding(string What, long Count);

/// <summary>A source with lines that no rule understood.</summary>
/// <param name="Talk">Slug of its talk.</param>
/// <param name="N">Number within the talk.</param>
/// <param name="Path">Its path.</param>
/// <param name="Lines">Number of such lines.</param>
public sealed record SourceIssue(string Talk, int N, string Path, int Lines);

/// <summary>A diagnostic of a source.</summary>
/// <param name="Talk">Slug of its talk.</param>
/// <param name="N">Number within the talk.</param>
/// <param name="Path">Its path.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What happened.</param>
/// <param name="Line">Where, or null for the whole file.</param>
public sealed record SourceWarning(string Talk, int N, string Path, string Code, string Message, int? Line);

/// <summary>A document that could not be taken in.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Message">Why.</param>
/// <param name="FailedAt">When, UTC.</param>
public sealed record IngestFailure(string Path, string Message, DateTimeOffset FailedAt);
