using System.Net;
using System.Net.Http.Headers;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

public class ConditionalGetTests(SeedsApp site) : IClassFixture<SeedsApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var browser = site.Browser();
        using var first = await AskAsync(browser, "/api/v1/talks", null);
        Assert.True(first.Headers.ETag!.IsWeak);
        using var again = await AskAsync(browser, "/api/v1/talks", first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Ct)).Length));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        using var other = await AskAsync(browser, "/api/v1/talks?limit=1", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Errors_redirects_and_searches_carry_no_tag()
    {
        using var browser = site.Browser();
        foreach (var address in new[] { "/api/v1/talks/nowhere", "/api/v1/search?q=reasoning", "/api/v1/quote" })
        {
            using var answer = await AskAsync(browser, address, null);
            Assert.Null(answer.Headers.ETag);
            Assert.True((await answer.Content.ReadAsByteArrayAsync(Ct)).Length > 0, address);
        }
    }

    [Theory]
    [InlineData("\"a\"", 412)]
    [InlineData("W/\"a\"", 412)]
    [InlineData("*", 401)] // goes on to the token, which is missing
    public async Task A_write_that_depends_on_a_tag_is_not_done(string tag, int status)
    {
        using var browser = site.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/glossary", UriKind.Relative)) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.IfMatch.ParseAdd(tag);
        using var answer = await browser.SendAsync(request, Ct);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient browser, string address, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await browser.SendAsync(request, Ct);
    }
}
