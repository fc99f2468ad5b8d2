using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Topics;

/// <summary>One topic and the talks that sources file under it.</summary>
public sealed class TopicModel(SpeakerQueries speakers) : PageModel
{
    /// <summary>Talks on the page; all of them are in the list of talks under this filter.</summary>
    private const int MostTalks = 50;

    public TopicView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await speakers.FindTopicAsync(slug, ct, MostTalks) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
