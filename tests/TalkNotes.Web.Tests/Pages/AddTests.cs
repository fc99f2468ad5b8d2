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

    [Fact]
    public async Task What_is_no_document_is_refused_with_a_reason()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        foreach (var (name, content) in new[] { ("picture.png", "\u0089PNG\r\n\u001a\n\0\0\0\0"), ("empty.txt", "   ") })
        {
            using var answer = await GiveAsync(browser, name, content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await ParseAsync(answer);
            Assert.Contains(name, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        foreach (var address in (string[])["/add/0123456789abcdef0123", "/add/..", "/add/nonsense"])
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.OK });
            Assert.Null((await ParseAsync(answer)).QuerySelector("form[aria-label=Save]"));
        }
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_document_is_read_otherwise_or_left_and_is_recorded_when_all_are_saved()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var captions = await GiveAsync(browser, "talk.en.vtt", Captions);
        var review = captions.Headers.Location!.OriginalString;
        var token = Token(await PageAsync(browser, new Uri(review, UriKind.Relative)));
        foreach (var (format, title) in new[] { ("plain-text", "A title that I typed"), ("", null) })
        {
            using var read = await SendAsync(review + "?handler=Read", ("Format", format), ("Form.Facts.Title", title ?? "A title that I typed"), ("Form.Labels[0]", "Ada"), ("Form.Names[0]", "Ada Byron"));
            var page = await PageAsync(browser, read.Headers.Location!);
            Assert.Equal("A title that I typed", page.QuerySelector("#f-title")!.GetAttribute("value"));
            Assert.Equal(format, page.QuerySelector("#format option[selected]")?.GetAttribute("value") ?? "");
            Assert.Equal(format.Length == 0 ? "Ada Byron" : null, page.QuerySelector("#f-who-0")?.GetAttribute("value"));
        }

        using var info = await GiveAsync(browser, "talk.info.json", """{"id": "AbCdEf12_-3", "title": "What yt-dlp says", "webpage_url": "https://www.youtube.com/watch?v=AbCdEf12_-3", "extractor": "youtube", "duration": 600}""");
        using var later = await SendAsync(info.Headers.Location!.OriginalString + "?handler=Later", ("Form.Facts.Title", "What yt-dlp says"), ("Form.Facts.Show", "The Show"));
        Assert.Equal("/add", later.Headers.Location!.OriginalString);
        using var all = await SendAsync("/add?handler=All");
        Assert.Equal("/talks", all.Headers.Location!.OriginalString);

        var talk = Assert.Single((await PageAsync(browser, all.Headers.Location)).QuerySelectorAll("main a[href^='/talks/']").Select(a => a.GetAttribute("href")!.Split('?')[0]).Distinct());
        Assert.Equal("/talks/what-yt-dlp-says", talk); // the description first, then the captions that lie beside it
        var text = (await PageAsync(browser, new Uri(talk, UriKind.Relative))).Body!.TextContent;
        Assert.All(["A title that I typed", "The Show", "talk.en.vtt", "talk.info.json"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.Contains("<v Ada Byron>", await browser.GetStringAsync(new Uri(talk + ".vtt", UriKind.Relative), Ct), StringComparison.Ordinal);

        Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields) => browser.PostAsync(
            new Uri(address, UriKind.Relative),
            new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), Ct);
    }

    [Fact]
    public async Task A_file_name_cannot_leave_its_folder_or_bring_markup()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        foreach (var (name, kept) in new[] { ("../../etc/passwd", "passwd"), (@"C:\notes\a.vtt", "a.vtt"), ("..", "document.txt"), ("a\u202Etxt.<b>.vtt", "atxt.b.vtt") })
        {
            using var given = await GiveAsync(browser, name, Captions);
            Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
            var page = await PageAsync(browser, given.Headers.Location!);
            Assert.Equal(kept, page.QuerySelector("section p b")!.TextContent);
        }
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
