namespace TalkNotes.Core.Claims;

/// <summary>A verdict that somebody wants to record. <see cref="VerdictDesk"/> checks it.</summary>
public sealed record VerdictDraft
{
    /// <summary>The claim's public id.</summary>
    public required string Claim { get; init; }

    /// <summary><see cref="Claims.Question.Fidelity"/> or <see cref="Claims.Question.Accuracy"/>.</summary>
    public string Question { get; init; } = Claims.Question.Fidelity;

    /// <summary>A word of <see cref="Status"/> or <see cref="Accuracy"/>, by question.</summary>
    public required string Value { get; init; }

    /// <summary>Words of <see cref="Claims.Reasons"/>; needed for partly and refuted, refused elsewhere.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Shown with the verdict; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<EvidenceDraft> Evidence { get; init; } = [];

    /// <summary>For not-said and unproven: what was searched, as typed.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>Who judges.</summary>
    public required string Curator { get; init; }

    /// <summary>The wording that the curator saw; null when the caller cannot say, then any wording is accepted.</summary>
    public string? SeenText { get; init; }

    /// <summary>Number of the claim's newest verdict that the curator saw, 0 for none; null when the caller cannot say.</summary>
    public int? Seen { get; init; }
}

/// <summary>One piece of evidence, as a person gives it.</summary>
public abstract record EvidenceDraft
{
    private protected EvidenceDraft()
    {
    }

    /// <summary>A word of <see cref="Claims.Stance"/>; null means the one that fits the verdict.</summary>
    public string? Stance { get; init; }

    /// <summary>What it shows; needed for a link, else null when nothing is to be added.</summary>
    public string? Note { get; init; }
}

/// <summary>A range of transcript segments.</summary>
/// <param name="First">First segment number, from 0.</param>
/// <param name="Last">Last segment number, included.</param>
public sealed record SegmentsEvidence(int First, int Last) : EvidenceDraft;

/// <summary>A moment in the recording, with the words heard there.</summary>
/// <param name="Start">Time from the start of the talk.</param>
/// <param name="End">End of the moment (exclusive), or null.</param>
/// <param name="Heard">The words heard.</param>
public sealed record MomentEvidence(TimeSpan Start, TimeSpan? End, string Heard) : EvidenceDraft;

/// <summary>A page elsewhere; its note says what it shows.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Accessed">The day on which it was read.</param>
public sealed record UrlEvidence(string Url, DateOnly Accessed) : EvidenceDraft;

/// <summary>Evidence as it could not be read; refused by the rules with its reason.</summary>
/// <param name="Text">As given.</param>
public sealed record UnreadableEvidence(string Text) : EvidenceDraft;
