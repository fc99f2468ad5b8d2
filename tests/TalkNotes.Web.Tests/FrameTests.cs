using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

public class FrameTests
{
    [Fact]
    public async Task Missing_page_is_a_404_in_the_sites_frame_with_a_way_on()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri("/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await ParseAsync(answer);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("There is no such page", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main form[role=search]"));
    }

    [Fact]
    public async Task Chosen_colours_are_written_by_the_server_and_lead_back_to_this_site_only()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        foreach (var (back, expected) in new[] { ("/talks?show=x", "/talks?show=x"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil", "/") })
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["theme"] = "dark", ["back"] = back });
            using var answer = await browser.PostAsync(new Uri("/appearance", UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        }

        using var home = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await ParseAsync(home);
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task Frame_has_a_skip_link_landmarks_and_fingerprinted_files()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await ParseAsync(answer);
        Assert.Equal("#main", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector("nav[aria-label=Main]"));
        Assert.Equal("status", page.QuerySelector(".toast")!.GetAttribute("role"));
        Assert.StartsWith("0 talks, 0 words", page.QuerySelector(".foot p")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll<IHtmlLinkElement>("link[rel=stylesheet]"), link => Assert.Matches(@"\.[a-z0-9]{10}\.css$", link.GetAttribute("href")!));
    }

    private static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
