using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TalkNotes.Tests.Shared;
using static TalkNotes.Web.Tests.Curation.CurationFixture;

namespace TalkNotes.Web.Tests.Curation;

public sealed class SeveralSourcesTests : IAsyncLifetime
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 60).Select(n => $"and then we said number{n} about topic{n % 7} which nobody{n} had heard of before{n % 11}")];

    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-sources-").FullName;
    private TalkNotesApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "one.vtt"), Captions("A title of the first one", Words));
        _app = new TalkNotesApp(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_document_put_right_while_it_is_added_joins_the_talk_with_its_words_and_both_can_be_read()
    {
        using var browser = _app.Browser();
        var first = Regex.Match(await ReadAsync(browser, "/talks"), "/talks/([a-z0-9-]+)\"", RegexOptions.NonBacktracking).Groups[1].Value;
        var review = await GiveAsync(browser, "two.vtt", Captions(null, [.. Words.Select((w, n) => n % 6 == 0 ? w.Replace("said", "sad", StringComparison.Ordinal) : w)], "Speaker 1"));
        var page = await ReadAsync(browser, review);
        Assert.Contains("of the words are the same", page, StringComparison.Ordinal);
        Assert.Contains("“Speaker 1” is", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using var saved = await SendAsync(
            browser, review, review, ("Form.Facts.Title", "The right <title>"), ("Form.Facts.Published", "2025-05-01"),
            ("Form.Labels[0]", "Speaker 1"), ("Form.Names[0]", "Jane Doe"), ("Form.SameAs", first));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var talk = await ReadAsync(browser, $"/talks/{first}");
        Assert.Contains("The right &lt;title&gt;", talk, StringComparison.Ordinal);
        Assert.Contains("1 May 2025", talk, StringComparison.Ordinal);
        var reader = await ReadAsync(browser, $"/talks/{first}/transcript");
        var other = Regex.Match(reader, "transcript\\?source=[0-9]", RegexOptions.NonBacktracking).Value;
        Assert.Contains("sad number0", await ReadAsync(browser, $"/talks/{first}/transcript") + await ReadAsync(browser, $"/talks/{first}/{other}"), StringComparison.Ordinal);
        Assert.Contains("Jane Doe", await ReadAsync(browser, $"/talks/{first}/transcript") + await ReadAsync(browser, $"/talks/{first}/{other}"), StringComparison.Ordinal);

        var compared = await ReadAsync(browser, $"/talks/{first}/compare");
        Assert.Contains(">sad</", compared, StringComparison.Ordinal);
        Assert.Contains(">said</", compared, StringComparison.Ordinal);
        Assert.DoesNotContain("sad number1 ", compared, StringComparison.Ordinal);

        // The other transcript is put right in its own words.
        var number = other[^1];
        Assert.Contains($"&source={number}", WebUtility.HtmlDecode(await ReadAsync(browser, $"/talks/{first}/{other}&at=s1-s2")), StringComparison.Ordinal);
        using var named = await SendAsync(browser, $"/talks/{first}/who?at=s1-s2&source={number}", $"/talks/{first}/who?at=s1-s2&source={number}", ("Name", "Grace Hopper"), ("everywhere", "false"));
        Assert.Equal($"/talks/{first}/{other}&at=s1-s2#s1", named.Headers.Location!.OriginalString);
        Assert.Contains("Grace Hopper", await ReadAsync(browser, $"/talks/{first}/{other}"), StringComparison.Ordinal);
        Assert.DoesNotContain("<v Grace Hopper>", await ReadAsync(browser, $"/talks/{first}.vtt"), StringComparison.Ordinal);
        var wrong = $"/talks/{first}/misheard?at=s3-s3&heard=number3&said=number%20three&source={number}";
        Assert.Contains("Only the place you selected", await ReadAsync(browser, wrong), StringComparison.Ordinal);
        using var heard = await SendAsync(browser, wrong, $"/talks/{first}/misheard", ("At", "s3-s3"), ("Source", number.ToString()), ("Heard", "number3"), ("Said", "number three"), ("reach", "Place"));
        Assert.Equal($"/talks/{first}/{other}&at=s3-s3#s3", heard.Headers.Location!.OriginalString);
        Assert.Contains("number three", await ReadAsync(browser, $"/talks/{first}/{other}"), StringComparison.Ordinal);
        Assert.DoesNotContain("number three", await ReadAsync(browser, $"/talks/{first}/transcript"), StringComparison.Ordinal);

        var form = $"/talks/{first}/correct";
        var source = Regex.Match(await ReadAsync(browser, form), "name=\"source\" value=\"([0-9])\"", RegexOptions.NonBacktracking).Groups[1].Value;
        using var chosen = await SendAsync(browser, form, form + "?handler=Transcript", ("source", source));
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.NotEqual(other, Regex.Match(await ReadAsync(browser, $"/talks/{first}/transcript"), "transcript\\?source=[0-9]", RegexOptions.NonBacktracking).Value);
    }

    [Fact]
    public async Task Talks_with_the_same_words_are_proposed_and_decided_on_their_page()
    {
        using var browser = _app.Browser();
        var first = Regex.Match(await ReadAsync(browser, "/talks"), "/talks/([a-z0-9-]+)\"", RegexOptions.NonBacktracking).Groups[1].Value;
        var review = await GiveAsync(browser, "two.vtt", Captions(null, Words[..50]));
        using var saved = await SendAsync(browser, review, review, ("Form.Facts.Title", "Another title"));
        var second = saved.Headers.Location!.OriginalString.Split('/')[^1];
        Assert.Contains($"/talks/{second}", await ReadAsync(browser, "/status"), StringComparison.Ordinal);
        Assert.Contains($"/talks/{first}/same?as={second}", await ReadAsync(browser, $"/talks/{first}"), StringComparison.Ordinal);
        Assert.Contains("of the runs of words", await ReadAsync(browser, $"/talks/{first}/same?as={second}"), StringComparison.Ordinal);
        using var joined = await SendAsync(browser, $"/talks/{first}/same?as={second}", $"/talks/{first}/same", ("As", second), ("same", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
        using var moved = await browser.GetAsync(new Uri($"/talks/{second}", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/talks/{first}"), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        Assert.Contains("No two talks share", await ReadAsync(browser, "/status"), StringComparison.Ordinal);
        using var refused = await SendAsync(browser, $"/talks/{first}/correct", $"/talks/{first}/same", ("As", "nowhere"), ("same", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static string Captions(string? title, string[] lines, string? voice = null) => "WEBVTT\n\n" + (title is null ? "" : $"NOTE {title}\n\n") + string.Concat(lines.Select((w, n) =>
        string.Create(CultureInfo.InvariantCulture, $"00:{n:00}.000 --> 00:{n:00}.900\n{(voice is null ? "" : $"<v {voice}>")}{w}\n\n")));

    private static async Task<string> GiveAsync(HttpClient browser, string name, string content)
    {
        var token = Regex.Match(await ReadAsync(browser, "/add"), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.NonBacktracking).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(content), "files", name } };
        using var given = await browser.PostAsync(new Uri("/add", UriKind.Relative), form, Ct);
        return given.Headers.Location!.OriginalString;
    }

    private static async Task<string> ReadAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
