using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Search;

namespace TalkNotes.Web.Pages;

/// <summary>A term over the years and the talks: a picture, and the numbers it shows.</summary>
public sealed class TermsModel(TermUse terms, GlossaryFile glossary) : PageModel
{
    /// <summary>Talks in the table; those with most places when there are more.</summary>
    public const int MostTalks = 100;

    private const int Suggestions = 24;

    /// <summary>The term as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    /// <summary>Null while nothing is asked.</summary>
    public TermUseView? View { get; private set; }

    /// <summary>Terms to start with.</summary>
    public IEnumerable<string> Known => glossary.Current.Entries.Where(e => e.Kind is not "person").Select(e => e.Term).Take(Suggestions);

    /// <summary>The talks of the table, oldest first.</summary>
    public IReadOnlyList<TermInTalk> Talks => View!.Talks.Count <= MostTalks
        ? View.Talks
        : [.. View.Talks.OrderByDescending(t => t.Places).Take(MostTalks).OrderBy(t => t.Published is null).ThenBy(t => t.Published)];

    public async Task OnGetAsync(CancellationToken ct) => View = await terms.CountAsync(Term, ct);

    /// <summary>Places in ten thousand words: comparable between talks of any length.</summary>
    public static double Rate(int places, long words) => words == 0 ? 0 : 10_000.0 * places / words;
}
