using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Pages.Claims;

/// <summary>One piece of evidence; drawn by <c>_Evidence.cshtml</c>.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Talk">Slug of its talk.</param>
/// <param name="VideoId">The talk's recording, or null.</param>
public sealed record EvidenceRowView(EvidenceView Evidence, string Talk, string? VideoId);
