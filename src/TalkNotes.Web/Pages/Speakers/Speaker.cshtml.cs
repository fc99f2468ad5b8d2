using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Speakers;

/// <summary>One person: their own words first, then what is attributed to them.</summary>
public sealed class SpeakerModel(SpeakerQueries speakers) : PageModel
{
    /// <summary>Talks on the page; all of them are in the list of talks under this filter.</summary>
    private const int MostTalks = 50;

    public SpeakerView View { get; private set; } = null!;

    /// <summary>Roles that sources state, in words.</summary>
    public string Roles()
    {
        var roles = View.Talks.SelectMany(t => t.People).Where(p => p.Slug == View.Slug).Select(p => p.Role).OfType<string>().Distinct().ToList();
        return roles.Count == 0 ? "No role stated" : string.Join(" and ", roles.Select((r, i) => i == 0 ? char.ToUpperInvariant(r[0]) + r[1..] : r));
    }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await speakers.FindAsync(slug, ct, MostTalks) is not { } view)
        {
            return await speakers.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.Speaker(current)) : NotFound();
        }

        View = view;
        return Page();
    }
}
