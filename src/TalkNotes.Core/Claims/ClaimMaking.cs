namespace TalkNotes.Core.Claims;

/// <summary>A claim that a person wants to make from words of a transcript.</summary>
public sealed record ClaimDraft
{
    /// <summary>A claim is a sentence or two, not a chapter.</summary>
    public const int LongestText = 2_000;

    /// <summary>Slug of the talk.</summary>
    public required string Talk { get; init; }

    /// <summary>First segment, from 0.</summary>
    public required int First { get; init; }

    /// <summary>Last segment, inclusive.</summary>
    public required int Last { get; init; }

    /// <summary>The words selected, as they stand in those segments.</summary>
    public required string Words { get; init; }

    /// <summary>The claim in the person's wording. The words themselves make it a quote.</summary>
    public required string Text { get; init; }

    /// <summary>Who makes it.</summary>
    public required string Curator { get; init; }
}

/// <summary>What became of a wish to make a claim or to take one back.</summary>
public abstract record ClaimOutcome
{
    private ClaimOutcome()
    {
    }

    /// <summary>It is on record.</summary>
    /// <param name="Claim">Public id of the claim.</param>
    public sealed record Done(string Claim) : ClaimOutcome;

    /// <summary>The talk has this claim already; nothing was written.</summary>
    /// <param name="Claim">Its public id.</param>
    public sealed record Known(string Claim) : ClaimOutcome;

    /// <summary>It breaks a rule; nothing was written (422).</summary>
    /// <param name="Error">What to put right.</param>
    public sealed record Invalid(FieldError Error) : ClaimOutcome;

    /// <summary>There is no such talk, transcript or claim of a person (404).</summary>
    public sealed record NotFound : ClaimOutcome;
}

/// <summary>What a person did to a claim of their own.</summary>
/// <param name="Act"><c>made</c>, <c>taken-back</c> or <c>restored</c>.</param>
/// <param name="Curator">Who.</param>
/// <param name="At">When.</param>
/// <param name="Words">The words it was made from; null for other acts.</param>
/// <param name="Speaker">Whose label governs them; null where none does, or several.</param>
/// <param name="Place">Where they stand today; null when they are not found again.</param>
public sealed record MakingView(string Act, string Curator, DateTimeOffset At, string? Words, string? Speaker, AnchorPlace? Place);
