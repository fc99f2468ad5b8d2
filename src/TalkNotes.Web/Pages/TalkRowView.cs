using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>A talk in a listing; drawn by <c>_TalkRow.cshtml</c>.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Level">Level of its heading: 2 where the listing is the page, with topics; 3 inside a section.</param>
public sealed record TalkRowView(TalkSummary Talk, int Level);
