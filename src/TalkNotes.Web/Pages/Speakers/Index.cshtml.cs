using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Speakers;

/// <summary>Everybody who takes part in a talk.</summary>
public sealed class IndexModel(SpeakerQueries speakers) : PageModel
{
    public IReadOnlyList<SpeakerSummary> View { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => View = await speakers.ListAsync(ct);
}
