using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>Addresses of the pages that people read, found by following the site's own links.</summary>
internal static class ReadingPages
{
    /// <summary>A timed transcript with chapters, and one without times.</summary>
    public const string Timed = "/talks/openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future";
    public const string Untimed = "/talks/noam-brown-ilge-akkaya-hunter-lightman-of-openais-o1-research-team-on-teaching";

    public static TheoryData<string> All() =>
    [
        "/", "/talks", "/talks?show=nobody", Timed, Timed + "/transcript?at=1:58-2:12&find=intern", Timed + "/sources/1", Untimed, Untimed + "/transcript",
        "/speakers", "/speakers/noam-brown", "/topics/rag", "/history", "/status", "/no-such-page",
    ];

    /// <summary>Whether the page is wider than its window.</summary>
    public static Task<bool> ScrollsSidewaysAsync(this IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
