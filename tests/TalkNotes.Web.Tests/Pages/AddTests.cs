using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Pages;

public class AddTests
{
    private const string Captions = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>Hello there, this is a talk.\n\nrubbish line\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_looked_over_and_then_saved()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var given = await GiveAsync(browser, "talk.vtt", Captions);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var review = given.Headers.Location!;

        var page = await PageAsync(browser, review);
        Assert.Contains("WebVTT", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("rubbish line", page.QuerySelector("ol.lines")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nothing saved yet", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/talks/", (await PageAsync(browser, new Uri("/talks", UriKind.Relative))).Body!.InnerHtml, StringComparison.Ordinal);

        using var saved = await browser.PostAsync(review, Form(page), Ct);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var talk = await PageAsync(browser, saved.Headers.Location!);
        Assert.Contains("talk.vtt", talk.Body!.TextContent, StringComparison.Ordinal);
        using var gone = await browser.GetAsync(review, Ct);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_document_that_was_given_waits_until_it_is_saved_or_given_up()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var given = await GiveAsync(browser, "talk.vtt", Captions);
        var waiting = await PageAsync(browser, new Uri("/add", UriKind.Relative));
        Assert.NotNull(waiting.QuerySelector($"a[href='{given.Headers.Location}']"));

        var review = await PageAsync(browser, given.Headers.Location!);
        using var discarded = await browser.PostAsync(
            new Uri(given.Headers.Location!.OriginalString + "?handler=Discard", UriKind.Relative), Form(review), Ct);
        Assert.Equal("/add", discarded.Headers.Location!.OriginalString);
        Assert.Null((await PageAsync(browser, new Uri("/add", UriKind.Relative))).QuerySelector("a[href^='/add/']"));
    }

    [Fact]
    public async Task The_same_bytes_are_recognised_and_change_nothing()
    {
        await using var app = new TalkNotesApp();
        using var browser = app.Browser();
        using var given = await GiveAsync(browser, "again.txt", await File.ReadAllTextAsync(Checkout.Seed("003"), Ct));
        var review = await PageAsync(browser, given.Headers.Location!);
        Assert.Contains("byte for byte", review.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("picture.png", "\u0089PNG\r\n\u001a\n\0\0\0\0")]
    [InlineData("empty.txt", "   ")]
    public async Task What_is_no_document_is_refused_with_a_reason(string name, string content)
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var answer = await GiveAsync(browser, name, content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ParseAsync(answer);
        Assert.Contains(name, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\notes\a.vtt", "a.vtt")]
    [InlineData("..", "document.txt")]
    [InlineData("a\u202Etxt.<b>.vtt", "atxt.b.vtt")]
    public async Task A_file_name_cannot_leave_its_folder_or_bring_markup(string name, string kept)
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var given = await GiveAsync(browser, name, Captions);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var page = await PageAsync(browser, given.Headers.Location!);
        Assert.Equal(kept, page.QuerySelector("section p b")!.TextContent);
    }

    [Theory]
    [InlineData("/add/0123456789abcdef0123")]
    [InlineData("/add/..")]
    [InlineData("/add/nonsense")]
    public async Task An_unknown_document_is_not_found(string address)
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.OK });
        Assert.Null((await ParseAsync(answer)).QuerySelector("form[aria-label=Save]"));
    }

    private static async Task<HttpResponseMessage> GiveAsync(HttpClient browser, string name, string content)
    {
        var page = await PageAsync(browser, new Uri("/add", UriKind.Relative));
        var encoding = content.All(c => c < 256) ? System.Text.Encoding.Latin1 : System.Text.Encoding.UTF8;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token(page)), "__RequestVerificationToken" },
            { new ByteArrayContent(encoding.GetBytes(content)), "files", name },
        };
        return await browser.PostAsync(new Uri("/add", UriKind.Relative), form, Ct);
    }

    private static FormUrlEncodedContent Form(IDocument page) =>
        new([new KeyValuePair<string, string>("__RequestVerificationToken", Token(page))]);

    private static string Token(IDocument page) =>
        page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<IDocument> PageAsync(HttpClient browser, Uri address)
    {
        using var answer = await browser.GetAsync(address, Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await ParseAsync(answer);
    }

    private static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(Ct);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), Ct);
    }
}
