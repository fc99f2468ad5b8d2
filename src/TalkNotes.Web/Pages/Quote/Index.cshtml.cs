using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Quote;

/// <summary>Was this said? The whole question stands in the address, so that an answer is a link.</summary>
public sealed class IndexModel(QuoteCheck quotes) : PageModel
{
    /// <summary>The quotation as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "text")]
    public string? Text { get; set; }

    /// <summary>Who is said to have said it.</summary>
    [BindProperty(SupportsGet = true, Name = "speaker")]
    public string? Speaker { get; set; }

    /// <summary>Slug of the only talk to look in.</summary>
    [BindProperty(SupportsGet = true, Name = "talk")]
    public string? Talk { get; set; }

    /// <summary>The answer; null until something was asked.</summary>
    public QuoteResult? View { get; private set; }

    /// <summary>Each sentence alone, where the whole was not said as one passage and some of its sentences were; else empty.</summary>
    public IReadOnlyList<QuoteResult> Sentences { get; private set; } = [];

    /// <summary>The words as they were said and where they are from; null when nothing was found.</summary>
    public Citation? Citation { get; private set; }

    /// <summary>Whether the form was sent without a quotation.</summary>
    public bool IsEmpty => Request.Query.ContainsKey("text") && string.IsNullOrWhiteSpace(Text);

    /// <summary>What stops the quotation from being looked for, or null.</summary>
    public string? Problem => IsEmpty ? "Paste a quotation first." : View is { Length: not QuoteLength.Fits } ? QuoteWords.Sentence(View) : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            View = await quotes.CheckAsync(Text, Speaker, Talk, ct);
            Sentences = await quotes.SentencesAsync(View, Talk, ct);
            Citation = View.Match is null ? null : Cite(View.Match, Request);
        }
    }

    /// <summary>The citation, with the words as they were said and nobody's name unless the labels give it.</summary>
    private static Citation Cite(QuoteMatch match, HttpRequest request) => new()
    {
        Slug = match.Talk,
        Title = match.Title,
        Show = match.Show,
        Published = match.Published,
        Speakers = match.Speakers,
        Place = Show.Place(match.Segments[0], match.Segments[1], match.StartMs, match.EndMs),
        Words = match.Text,
        Link = Links.Moment(match.VideoId, match.StartMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null)
            ?? Links.Absolute(request, Links.Segments(match.Talk, match.Segments[0], match.Segments[1])),
    };
}
