using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>Addresses of the site's pages, one or two of each kind, with their empty and failed states.</summary>
internal static class ReadingPages
{
    /// <summary>A timed transcript with chapters, and one without times.</summary>
    public const string Timed = "/talks/openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future";
    public const string Untimed = "/talks/noam-brown-ilge-akkaya-hunter-lightman-of-openais-o1-research-team-on-teaching";

    /// <summary>Words of a seed as a page quotes them: a negation is lost.</summary>
    public const string Quote = "/quote?text=We+are+buying+a+lot+of+compute+because+we+still+believe...+more+than+ever+to+some+degree.";

    /// <summary>Words that were changed, and words that somebody else said.</summary>
    public const string Altered = "/quote?text=I+think+it%27s+a+complete+solution+to+AI+alignment+%E2%80%A6+long+shot.&speaker=Jakub+Pachocki";
    public const string Misattributed = "/quote?text=Maybe+the+interviews+need+to+be+better.&speaker=Noam+Brown";

    public static string[] All { get; } =
    [
        "/", "/talks", "/talks?show=nobody", Timed, Timed + "/transcript?at=1:58-2:12&find=intern", Timed + "/claim?at=s49-s52",
        Timed + "/claim", Timed + "/sources/1", Untimed, Untimed + "/transcript", "/search", "/search?q=%22chain+of+thought%22", "/search?q=zzqqx",
        "/quote", Quote, Altered, Misattributed, "/quote?text=humanoid+robots+will+be+in+most+homes+by+then", "/quote?text=too+short", "/desk", "/desk?talk=nothing", "/desk/bulk", "/claims", "/claims?status=disputed", "/claims/tdnpp52ipn", "/claims/iupev2ymom",
        "/speakers", "/speakers/noam-brown", "/topics/rag", "/terms", "/terms?q=model", "/add", "/glossary", "/history", "/status",
        Timed + "/correct", Timed + "/who?at=s4-s5", Timed + "/misheard?at=s30-s31", "/speakers/noam-brown/correct",
        Timed + "/same", "/speakers/noam-brown/correct?name=Noam+B&into=nobody", Timed + "/misheard?heard=research&said=Research", "/history?kind=corrections", "/users",
        "/account", "/notes", "/searches", "/sign-in",
        "/no-such-page", "/error/400", "/error/500",
    ];

    /// <summary>Whether the page is wider than its window.</summary>
    public static Task<bool> ScrollsSidewaysAsync(this IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
