using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>A claim in a talk's list; drawn by <c>_ClaimRow.cshtml</c>.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Talk">Its talk.</param>
/// <param name="Section">The heading it stands under, where that is worth a word; else null.</param>
public sealed record ClaimRowView(TalkClaim Claim, TalkSummary Talk, string? Section = null)
{
    /// <summary>Whether anything stands under the claim but its evidence.</summary>
    public bool HasMore => (Claim.AttributedTo ?? Claim.Marker ?? Claim.Note ?? Section) is not null || Claim.Found is not null || Claim.Status == "unverified" || Claim.Kind == "quote";
}
