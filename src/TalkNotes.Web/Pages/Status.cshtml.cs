using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Background;

namespace TalkNotes.Web.Pages;

/// <summary>How the library stands: what it holds, what failed, what was not understood.</summary>
public sealed class StatusModel(LibraryQueries library, LibraryWatcher watcher, LibraryReading reading, DeskQueries desk, SameTalks same, CorrectionQueries corrections) : PageModel
{
    public StatusView View { get; private set; } = null!;

    public LibraryWatcher Watcher => watcher;

    /// <summary>What the start of the program still has to do.</summary>
    public LibraryReading Reading => reading;

    /// <summary>Talks that may be one, by their words.</summary>
    public IReadOnlyList<SameTalkProposal> Proposals { get; private set; } = [];

    /// <summary>Corrections whose words are no longer found.</summary>
    public IReadOnlyList<CorrectionView> Lost { get; private set; } = [];

    /// <summary>How far curators agree.</summary>
    public AgreementFigures Agreement { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        View = await library.StatusAsync(ct);
        Proposals = await same.AllAsync(ct);
        Lost = await corrections.LostAsync(ct);
        Agreement = await desk.AgreementAsync(ct);
    }
}
