using TalkNotes.Core.Evidence;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>A claim in a talk's list; drawn by <c>_ClaimRow.cshtml</c>.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Talk">Its talk.</param>
/// <param name="Section">The heading it stands under, where that is worth a word; else null.</param>
/// <param name="LookedUp">What the program found for it in the words; null without a transcript.</param>
public sealed record ClaimRowView(TalkClaim Claim, TalkSummary Talk, string? Section = null, EvidenceResult? LookedUp = null)
{
    /// <summary>Details that do not stand in the words as the claim has them.</summary>
    public IReadOnlyList<DetailFinding> NotFound => [.. (LookedUp?.Details ?? []).Where(d => d.Found != "yes")];

    /// <summary>The passage that most likely carries a claim nobody has judged; null where its own words were found, or none.</summary>
    public EvidencePassage? Nearest => Claim.Status == "unverified" && Claim.Found is null && LookedUp is { Passages: [var best, ..] } ? best : null;

    /// <summary>Whether anything stands under the claim but its evidence.</summary>
    public bool HasMore => NotFound.Count > 0 || (Claim.AttributedTo ?? Claim.Marker ?? Claim.Note ?? Section) is not null || Claim.Found is not null || Claim.Status == "unverified" || Claim.Kind == "quote";
}
