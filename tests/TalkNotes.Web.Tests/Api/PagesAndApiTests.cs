using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Accounts;

namespace TalkNotes.Web.Tests.Api;

/// <summary>The API does everything that the pages show and do. A page or a form that is new has to be named here with its counterpart, or with the reason why it has none.</summary>
public class PagesAndApiTests(SeedsApp site) : IClassFixture<SeedsApp>
{
    private const string Browser = "no counterpart: ";
    private const string People = Browser + "accounts and tokens are given by people, at the site or by talknotes user; a token that leaked must not make more of them";

    /// <summary>Page, method and handler, and what the API has for it.</summary>
    private static readonly Dictionary<string, string> Counterparts = new(StringComparer.Ordinal)
    {
        ["/Index GET"] = "GET /api/v1/status",
        ["/Status GET"] = "GET /api/v1/status",
        ["/History GET"] = "GET /api/v1/history",
        ["/Glossary GET"] = "GET /api/v1/glossary",
        ["/Glossary POST"] = "POST /api/v1/glossary",
        ["/Glossary POST Undo"] = "POST /api/v1/glossary/undo",
        ["/Terms GET"] = "GET /api/v1/terms",
        ["/Talks/Index GET"] = "GET /api/v1/talks",
        ["/Talks/Talk GET"] = "GET /api/v1/talks/{slug}",
        ["/Talks/Transcript GET"] = "GET /api/v1/talks/{slug}/segments",
        ["/Talks/Transcript GET Selection"] = "GET /api/v1/talks/{slug}/segments",
        ["/Talks/Source GET"] = "GET /api/v1/talks/{slug}/sources/{n:int}",
        ["/Talks/NewClaim GET"] = "GET /api/v1/talks/{slug}/segments",
        ["/Talks/NewClaim POST"] = "POST /api/v1/claims",
        ["/Speakers/Index GET"] = "GET /api/v1/speakers",
        ["/Speakers/Speaker GET"] = "GET /api/v1/speakers/{slug}",
        ["/Topics/Topic GET"] = "GET /api/v1/topics/{slug}",
        ["/Quote/Index GET"] = "GET /api/v1/quote",
        ["/Search/Index GET"] = "GET /api/v1/search",
        ["/Searches/Index GET"] = "GET /api/v1/searches",
        ["/Searches/Index POST"] = "POST /api/v1/searches",
        ["/Searches/Index POST Remove"] = "POST /api/v1/searches/{slug}/remove",
        ["/Searches/Index POST Restore"] = "POST /api/v1/searches/{slug}/restore",
        ["/Claims/Index GET"] = "GET /api/v1/claims",
        ["/Claims/Claim GET"] = "GET /api/v1/claims/{id}",
        ["/Claims/Claim POST Verdict"] = "POST /api/v1/claims/{id}/verdicts",
        ["/Claims/Claim POST Undo"] = "POST /api/v1/claims/{id}/verdicts/{n:int}/undo",
        ["/Claims/Claim POST Review"] = "POST /api/v1/claims/{id}/verdicts/{n:int}/reviews",
        ["/Claims/Claim POST Anchor"] = "POST /api/v1/claims/{id}/evidence/{n:int}",
        ["/Claims/Claim POST Successor"] = "POST /api/v1/claims/{id}/successor",
        ["/Claims/Claim POST TakeBack"] = "POST /api/v1/claims/{id}/take-back",
        ["/Claims/Claim POST Restore"] = "POST /api/v1/claims/{id}/restore",
        ["/Desk/Index GET"] = "GET /api/v1/desk",
        ["/Desk/Index POST Verdict"] = "POST /api/v1/claims/{id}/verdicts",
        ["/Desk/Index POST Undo"] = "POST /api/v1/claims/{id}/verdicts/{n:int}/undo",
        ["/Desk/Index POST Curator"] = Browser + "it names the one who uses this browser; a token has its account's name",
        ["/Desk/Bulk GET"] = "GET /api/v1/claims",
        ["/Desk/Bulk POST Preview"] = Browser + "it records nothing; a program sends the verdicts and reads which rule refuses which",
        ["/Desk/Bulk POST Record"] = "POST /api/v1/claims/{id}/verdicts",
        ["/Notes/Index GET"] = "GET /api/v1/notes",
        ["/Notes/Index POST"] = "POST /api/v1/notes/{n:int}/edits/{key}",
        ["/Add/Index GET"] = Browser + "what a browser gave waits for a look; a program looks with POST /api/v1/inspect",
        ["/Add/Index POST"] = "POST /api/v1/inspect",
        ["/Add/Index POST All"] = "POST /api/v1/talks",
        ["/Add/Review GET"] = "POST /api/v1/inspect",
        ["/Add/Review POST"] = "POST /api/v1/talks",
        ["/Add/Review POST Read"] = "POST /api/v1/inspect",
        ["/Add/Review POST Later"] = Browser + "what was typed waits with the document; a program sends facts when it has them",
        ["/Add/Review POST Discard"] = Browser + "a program that inspected a document has nothing waiting",
        ["/Curation/Talk GET"] = "GET /api/v1/talks/{slug}/corrections",
        ["/Curation/Talk POST"] = "POST /api/v1/talks/{slug}/facts",
        ["/Curation/Talk POST Transcript"] = "POST /api/v1/talks/{slug}/transcript",
        ["/Curation/Talk POST Label"] = "POST /api/v1/talks/{slug}/turns",
        ["/Curation/Talk POST Part"] = "POST /api/v1/talks/{slug}/parts",
        ["/Curation/Same GET"] = "GET /api/v1/talks/{slug}/alike",
        ["/Curation/Same POST"] = "POST /api/v1/talks/{slug}/same",
        ["/Curation/Who GET"] = "GET /api/v1/talks/{slug}/corrections",
        ["/Curation/Who POST"] = "POST /api/v1/talks/{slug}/turns",
        ["/Curation/Misheard GET"] = "GET /api/v1/talks/{slug}/words",
        ["/Curation/Misheard POST"] = "POST /api/v1/talks/{slug}/words",
        ["/Curation/Compare GET"] = "GET /api/v1/talks/{slug}/compare",
        ["/Curation/Speaker GET"] = "GET /api/v1/speakers/{slug}/corrections",
        ["/Curation/Speaker POST Name"] = "POST /api/v1/speakers/{slug}/name",
        ["/Curation/Speaker POST Also"] = "POST /api/v1/speakers/{slug}/name",
        ["/Curation/Speaker POST Into"] = "POST /api/v1/speakers/{slug}/name",
        ["/Curation/Speaker POST Split"] = "POST /api/v1/speakers/{slug}/split",
        ["/Curation/Undo GET"] = "GET /api/v1/corrections",
        ["/Curation/Undo POST"] = "POST /api/v1/corrections/{n:int}/undo",
        ["/SignIn GET"] = People,
        ["/SignIn POST"] = People,
        ["/SignIn POST Out"] = People,
        ["/Account GET"] = People,
        ["/Account POST"] = People,
        ["/Account POST Others"] = People,
        ["/Users GET"] = People,
        ["/Users POST Add"] = People,
        ["/Users POST Role"] = People,
        ["/Users POST Password"] = People,
        ["/Users POST Remove"] = People,
        ["/Users POST Token"] = People,
        ["/Users POST Revoke"] = People,
    };

    [Fact]
    public async Task Whatever_a_page_shows_or_does_a_program_can_have_or_the_reason_is_named()
    {
        var handlers = await Handlers.OfAsync(site.Services);
        var pages = handlers.Pages.Select(p => $"{p.Page} {p.Method} {p.Handler}".TrimEnd()).ToList();
        Assert.True(pages.Count > 60, $"{pages.Count} handlers were found");
        Assert.Empty(pages.Except(Counterparts.Keys)); // a page that has no counterpart yet
        Assert.Empty(Counterparts.Keys.Except(pages)); // a page that is gone
        var routes = handlers.Routes.Select(r => $"{r.Method} {r.Route}").ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Counterparts.Values, c => !c.StartsWith(Browser, StringComparison.Ordinal) && !routes.Contains(c));
    }
}
