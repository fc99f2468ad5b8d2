using System.Net;
using System.Text.RegularExpressions;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests.Pages;

/// <summary>A claim made from selected words, and what pages do with it.</summary>
public sealed class NewClaimTests(NewClaimTests.Library library) : IClassFixture<NewClaimTests.Library>
{
    private const string Talk = "/talks/noam-brown-ilge-akkaya-hunter-lightman-of-openais-o1-research-team-on-teaching";
    private const string Form = Talk + "/claim?at=s1-s1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_become_a_claim_that_stands_beside_them_and_can_be_taken_back_and_made_again()
    {
        using var browser = library.Browser();
        var page = await TextAsync(browser, Form);
        Assert.Contains("What is the capital of Bhutan?", page, StringComparison.Ordinal);
        Assert.Contains("quote of <bdi>Pat Grady</bdi>", page, StringComparison.Ordinal);
        using var made = await VerdictsFixture.SendAsync(
            browser, Form, Talk + "/claim", ("At", "s1-s1"), ("Words", "the capital of Bhutan"), ("Text", "Pat Grady asks for a <capital>"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var claim = made.Headers.Location!.OriginalString;
        var shown = await TextAsync(browser, claim);
        Assert.Contains("Claim made.", shown, StringComparison.Ordinal);
        Assert.Contains("written by a person", shown, StringComparison.Ordinal);
        Assert.Contains("the capital of Bhutan", shown, StringComparison.Ordinal);
        Assert.Contains("Pat Grady asks for a &lt;capital&gt;", await browser.GetStringAsync(new Uri(Talk + "/transcript", UriKind.Relative), Ct), StringComparison.Ordinal);

        using var again = await VerdictsFixture.SendAsync(
            browser, Form, Talk + "/claim", ("At", "s1-s1"), ("Words", "the capital of Bhutan"), ("Text", "Pat Grady asks for a <capital>"));
        Assert.Equal(claim, again.Headers.Location!.OriginalString);

        using var back = await VerdictsFixture.SendAsync(browser, claim, claim + "?handler=TakeBack");
        Assert.Contains("It was taken back", await TextAsync(browser, claim), StringComparison.Ordinal);
        using var restored = await VerdictsFixture.SendAsync(browser, claim, claim + "?handler=Restore");
        Assert.Contains("Made again by", await TextAsync(browser, claim), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_claim_is_refused_at_its_field_and_the_words_are_kept()
    {
        using var browser = library.Browser();
        using var answer = await VerdictsFixture.SendAsync(browser, Form, Talk + "/claim", ("At", "s1-s1"), ("Words", "What is the capital"), ("Text", " "));
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"What is the capital\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_without_words_leads_to_the_transcript_and_an_unknown_talk_is_a_404()
    {
        using var browser = library.Browser();
        Assert.Contains("Select words in the transcript", await TextAsync(browser, Talk + "/claim?at=s99999"), StringComparison.Ordinal);
        using var missing = await browser.GetAsync(new Uri("/talks/nothing/claim?at=s1", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Term_is_drawn_over_the_years_with_the_same_numbers_in_a_table()
    {
        using var browser = library.Browser();
        var html = await TextAsync(browser, "/terms?q=chain+of+thought");
        Assert.Matches("<svg class=\"years\" role=\"img\" aria-label=\"Places in 10,000 words: 2025 [0-9.]+, Undated [0-9.]+\"", html);
        Assert.Contains("/transcript?find=chain%20of%20thought", html, StringComparison.Ordinal);
        Assert.Contains("Nobody says it", await TextAsync(browser, "/terms?q=zzqqx"), StringComparison.Ordinal);
        Assert.Contains("href=\"/terms?q=GPT\"", await TextAsync(browser, "/terms"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unchanged_page_is_not_sent_again_and_a_form_or_a_message_never_is_kept()
    {
        using var browser = library.Browser();
        using var first = await browser.GetAsync(new Uri("/speakers", UriKind.Relative), Ct);
        Assert.Equal("private, no-cache", first.Headers.CacheControl!.ToString().Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/speakers");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await browser.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Ct));
        using var form = await browser.GetAsync(new Uri(Form, UriKind.Relative), Ct);
        Assert.Null(form.Headers.ETag);
        using var missing = await browser.GetAsync(new Uri("/nothing-here", UriKind.Relative), Ct);
        Assert.Null(missing.Headers.ETag);
    }

    [Fact]
    public async Task Files_of_the_site_are_compressed_and_kept_for_good_outside_development()
    {
        await using var app = new Production();
        using var browser = app.Browser();
        var style = Regex.Match(await browser.GetStringAsync(new Uri("/", UriKind.Relative), Ct), "/css/site[^\"]*", RegexOptions.NonBacktracking).Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, style);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await browser.SendAsync(request, Ct);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Ct)).Length, 1_000, 9_000);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.ETag);
    }

    private static async Task<string> TextAsync(HttpClient browser, string address) =>
        await browser.GetStringAsync(new Uri(address, UriKind.Relative), Ct);

    public sealed class Library : TalkNotesApp;

    private sealed class Production() : TalkNotesApp(Directory.CreateTempSubdirectory("talknotes-empty-").FullName, new Dictionary<string, string>(StringComparer.Ordinal) { ["environment"] = "Production" });
}
