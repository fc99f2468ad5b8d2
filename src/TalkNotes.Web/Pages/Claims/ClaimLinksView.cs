using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Pages.Claims;

/// <summary>Claims that another one points at; drawn by <c>_ClaimLinks.cshtml</c>, not at all when there are none.</summary>
/// <param name="Heading">What they are.</param>
/// <param name="Hint">What to know of them, or null.</param>
/// <param name="Claims">The claims.</param>
public sealed record ClaimLinksView(string Heading, string? Hint, IReadOnlyList<ClaimLink> Claims);
