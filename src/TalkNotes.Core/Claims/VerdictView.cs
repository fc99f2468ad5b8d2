namespace TalkNotes.Core.Claims;

/// <summary>One row of a claim's history, as recorded.</summary>
public sealed record VerdictView
{
    /// <summary>Number within the claim, from 1, over both questions.</summary>
    public required int Number { get; init; }

    /// <summary>A word of <see cref="Claims.Question"/>.</summary>
    public required string Question { get; init; }

    /// <summary>What was in force on this question before.</summary>
    public required string From { get; init; }

    /// <summary>The value given: a word of <see cref="Status"/> or <see cref="Accuracy"/>.</summary>
    public required string Value { get; init; }

    /// <summary>Words of <see cref="Claims.Reasons"/>.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The curator's note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Who gave it.</summary>
    public required string Curator { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The wording that was judged.</summary>
    public required string ClaimText { get; init; }

    /// <summary>Number of the verdict that this one takes back; null but for an undo.</summary>
    public int? Undoes { get; init; }

    /// <summary>For a fidelity verdict that closed or opened the question of accuracy again: the answer that stopped counting, or counts again, with it; else null.</summary>
    public string? AccuracyAffected { get; init; }

    /// <summary>What it rests on.</summary>
    public required IReadOnlyList<EvidenceView> Evidence { get; init; }

    /// <summary>What was searched, and what that found then.</summary>
    public required IReadOnlyList<StoredSearch> Searched { get; init; }

    /// <summary>What other curators said of it, oldest first.</summary>
    public IReadOnlyList<ReviewView> Reviews { get; init; } = [];
}

/// <summary>One piece of evidence, as recorded, and where it stands today.</summary>
public sealed record EvidenceView
{
    /// <summary>Number within the verdict, from 0.</summary>
    public required int N { get; init; }

    /// <summary><c>segments</c>, <c>moment</c> or <c>url</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A word of <see cref="Claims.Stance"/>.</summary>
    public required string Stance { get; init; }

    /// <summary>First and last segment in the transcript version that was read; null for other kinds.</summary>
    public IReadOnlyList<int>? Segments { get; init; }

    /// <summary>Start in milliseconds, as stated then; null where the transcript has no times.</summary>
    public long? StartMs { get; init; }

    /// <summary>End in milliseconds (exclusive), or null.</summary>
    public long? EndMs { get; init; }

    /// <summary>Label of the speaker as written, or null where none governs the whole range.</summary>
    public string? Speaker { get; init; }

    /// <summary>The words, as they stood or were heard; null for a page.</summary>
    public string? Words { get; init; }

    /// <summary>The page, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The day on which the page was read, or null.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>What it shows, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Where the words stand in today's transcript; null for moments, pages and verdicts no longer in force.</summary>
    public AnchorView? Anchor { get; init; }
}

/// <summary>A search that was made before a verdict, and what it found then.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Found">The places found, each as the folded words that matched; empty when there were none.</param>
public sealed record StoredSearch(string Query, IReadOnlyList<string> Found);

/// <summary>What a second curator said of a verdict.</summary>
/// <param name="Answer"><c>confirm</c> or <c>dispute</c>.</param>
/// <param name="Value">The value this curator would give.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Curator">Who.</param>
/// <param name="GivenAt">When, UTC.</param>
public sealed record ReviewView(string Answer, string Value, string? Note, string Curator, DateTimeOffset GivenAt);

internal static class Milliseconds
{
    public static long? Of(TimeSpan? time) => (long?)time?.TotalMilliseconds;
}
