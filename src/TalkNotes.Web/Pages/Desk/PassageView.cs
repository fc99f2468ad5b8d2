using TalkNotes.Web.Pages.Claims;

namespace TalkNotes.Web.Pages.Desk;

/// <summary>A passage that may carry the claim; drawn by <c>_Passage.cshtml</c>, never chosen beforehand.</summary>
/// <param name="Number">From 1; the key that chooses it.</param>
/// <param name="Talk">Slug of the talk.</param>
/// <param name="VideoId">The talk's recording, or null.</param>
/// <param name="Segments">First and last segment.</param>
/// <param name="StartMs">Start in milliseconds, or null.</param>
/// <param name="EndMs">End in milliseconds, or null.</param>
/// <param name="Who">The speaker's label, or how it was found; null where none is named.</param>
/// <param name="Text">The words.</param>
/// <param name="Highlights">The claim's words in it.</param>
/// <param name="Form">What was chosen when the form was sent before.</param>
public sealed record PassageView(
    int Number, string Talk, string? VideoId, IReadOnlyList<int> Segments, long? StartMs, long? EndMs, string? Who, string Text,
    IReadOnlyList<IReadOnlyList<int>> Highlights, VerdictForm Form)
{
    /// <summary>The passage as evidence: <c>118-124</c>.</summary>
    public string Value => $"{Segments[0]}-{Segments[1]}";
}
