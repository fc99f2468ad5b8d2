using AngleSharp;
using AngleSharp.Html.Dom;

namespace TalkNotes.Web.Tests.Accounts;

/// <summary>Who may only read is offered no link that would be refused.</summary>
public class WritingLinksTests(NetworkSite site)
{
    private const string Timed = "/talks/openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future";

    private static readonly string[] Pages =
    [
        "/", "/talks", "/talks?show=nobody", Timed, Timed + "/transcript?at=1:58-2:12", Timed + "/sources/1", "/search?q=model", "/search?q=zzqqx", "/quote",
        "/quote?text=humanoid+robots+will+be+in+most+homes+by+then", "/claims", "/claims?status=disputed", "/claims/tdnpp52ipn", "/speakers", "/speakers/noam-brown",
        "/topics/rag", "/terms?q=model", "/glossary", "/history", "/history?kind=corrections", "/status",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("rita")]
    public async Task No_page_offers_a_reader_what_would_be_refused(string? name)
    {
        using var browser = name is null ? site.Browser() : await site.SignedInAsync(name);
        var links = new Dictionary<string, (string Page, string Link)>(StringComparer.Ordinal);
        foreach (var page in Pages.Append(await BareAsync(browser)))
        {
            using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var document = await BrowsingContext.New().OpenAsync(r => r.Content(html).Address("http://localhost" + page));
            foreach (var link in document.Links.OfType<IHtmlAnchorElement>().Where(a => a.Host == "localhost"))
            {
                links.TryAdd(Shape(link.PathName), (page, link.PathName + link.Search));
            }
        }

        Assert.True(links.Count > 20, "The pages carry links.");
        foreach (var (_, (page, link)) in links.Where(l => l.Value.Link.Split('?')[0] != "/sign-in"))
        {
            using var answer = await browser.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode is 200 or 301 or 302, $"{page} offers {link}, which answers {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_curator_is_offered_them()
    {
        using var browser = await site.SignedInAsync("Ines");
        var html = await browser.GetStringAsync(new Uri(Timed + "/transcript?at=1:58-2:12", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Make a claim", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/add\"", html, StringComparison.Ordinal);
    }

    /// <summary>The page of the seed that has claims and no transcript.</summary>
    private static async Task<string> BareAsync(HttpClient browser)
    {
        var html = await browser.GetStringAsync(new Uri("/talks?transcript=no", UriKind.Relative), TestContext.Current.CancellationToken);
        var document = await BrowsingContext.New().OpenAsync(r => r.Content(html));
        return document.QuerySelector("li.talk a")!.GetAttribute("href")!;
    }

    /// <summary>Addresses of one kind: every name in a path counts as the same.</summary>
    private static string Shape(string path) => string.Join('/', path.Split('/').Select((part, i) => i == 2 || part.Any(char.IsDigit) ? "*" : part));
}
