namespace TalkNotes.Web.Pages.Claims;

/// <summary>Fields for evidence beside the passages offered; drawn by <c>_OtherEvidence.cshtml</c>.</summary>
/// <param name="Form">What was typed before.</param>
/// <param name="HasTranscript">Whether there are segments to point at.</param>
public sealed record OtherEvidenceView(VerdictForm Form, bool HasTranscript);
