using System.Net;
using AngleSharp.Html.Parser;
using TalkNotes.Web.Tests.Accounts;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests.Pages;

/// <summary>A page that is asked by a method or for a form that it does not have says so in words, and does not fail.</summary>
public class PageMethodsTests(VerdictsFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_refuses_what_it_has_nothing_for()
    {
        using var browser = app.Browser();
        var handlers = await Handlers.OfAsync(app.Services);
        var pages = handlers.Pages.Where(p => p.Method == "GET" && !p.Route.Contains('{', StringComparison.Ordinal)).Select(p => p.Route).Distinct().ToList();
        Assert.True(pages.Count > 15);
        var wrong = new List<string>();
        var met = new HashSet<HttpStatusCode>();
        foreach (var page in pages)
        {
            foreach (var method in new[] { "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(page, UriKind.Relative));
                using var answer = await browser.SendAsync(request, Ct);
                await LookAsync($"{method} {page}", answer, HttpStatusCode.MethodNotAllowed);
            }

            if (!handlers.Pages.Any(p => p.Method == "POST" && p.Route == page && p.Handler.Length == 0))
            {
                using var answer = await VerdictsFixture.SendAsync(browser, "/add", page, ("x", "y"));
                await LookAsync($"POST {page}", answer, HttpStatusCode.MethodNotAllowed);
            }

            using var odd = new HttpRequestMessage(HttpMethod.Get, new Uri(page, UriKind.Relative)) { Content = new ByteArrayContent([]) };
            odd.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data");
            using var read = await browser.SendAsync(odd, Ct);
            met.Add(read.StatusCode);
            if (read.StatusCode >= HttpStatusCode.BadRequest)
            {
                wrong.Add($"GET {page} with the type of a form: {(int)read.StatusCode}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains(HttpStatusCode.OK, met);

        async Task LookAsync(string what, HttpResponseMessage answer, HttpStatusCode expected)
        {
            var heading = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct)).QuerySelector("h1")?.TextContent;
            if (answer.StatusCode != expected || string.IsNullOrWhiteSpace(heading) || !answer.Content.Headers.Allow.Contains("GET"))
            {
                wrong.Add($"{what}: {(int)answer.StatusCode} {heading}");
            }
        }
    }
}
