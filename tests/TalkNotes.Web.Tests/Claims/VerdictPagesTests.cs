using System.Net;
using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Tests.Claims;

public class VerdictPagesTests(VerdictsFixture site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Desk_records_a_verdict_and_goes_on_to_the_next_claim()
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        using var answer = await VerdictsFixture.SendAsync(
            browser, $"/desk?claim={claim.Id}", $"/desk?handler=Verdict&claim={claim.Id}",
            ("Claim", claim.Id), ("SeenText", claim.Text), ("Seen", "0"), ("Passage", "3-4"), ("Value", "verified"), ("Note", "Said so"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/desk?claim=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(claim.Id, answer.Headers.Location.OriginalString, StringComparison.Ordinal);
        var next = WebUtility.HtmlDecode(await browser.GetStringAsync(answer.Headers.Location, Ct));
        Assert.Contains("Recorded: Verified", next, StringComparison.Ordinal);
        Assert.Contains("handler=Undo", next, StringComparison.Ordinal);
        var page = (await site.Claims.PageAsync(claim.Id, Ct))!;
        Assert.Equal(("verified", "curator"), (page.Claim.Status, page.Verdict!.Curator));
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand_and_the_suggestion_is_not_shown()
    {
        using var browser = site.Browser();
        var html = await browser.GetStringAsync(new Uri("/desk", UriKind.Relative), Ct);
        Assert.DoesNotContain("checked=\"checked\" data-key", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("name=\"(Passage|Reasons)\"[^>]*checked", html);
        Assert.DoesNotContain("supported", html, StringComparison.Ordinal);
        foreach (var key in "vpnrs")
        {
            Assert.Contains($"data-key=\"{key}\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/desk?claim={0}", "/desk?handler=Verdict&claim={0}")]
    [InlineData("/claims/{0}", "/claims/{0}?handler=Verdict")]
    public async Task Verdict_without_evidence_is_refused_on_every_page_and_what_was_typed_is_kept(string page, string action)
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        using var answer = await VerdictsFixture.SendAsync(
            browser, Format(page, claim), Format(action, claim), ("Claim", claim.Id), ("Value", "verified"), ("Note", "My own <words>"));
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("No verdict without evidence", html, StringComparison.Ordinal);
        Assert.Contains("My own &lt;words&gt;", html, StringComparison.Ordinal);
        Assert.Equal("unverified", (await site.Claims.PageAsync(claim.Id, Ct))!.Claim.Status);
    }

    [Fact]
    public async Task Concurrent_verdict_is_a_409_that_shows_both()
    {
        var claim = site.Claim();
        await site.Desk.RecordAsync(new VerdictDraft { Claim = claim.Id, Value = Status.Verified, Evidence = [new SegmentsEvidence(1, 1)], Curator = "tom", Note = "Toms view" }, Ct);
        using var browser = site.Browser();
        using var answer = await VerdictsFixture.SendAsync(
            browser, $"/claims/{claim.Id}", $"/claims/{claim.Id}?handler=Verdict",
            ("Seen", "0"), ("Passage", "3-4"), ("Value", "refuted"), ("Reasons", "date"), ("Note", "My view"));
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Toms view", html, StringComparison.Ordinal);
        Assert.Contains("My view", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_wording_is_a_409_that_shows_both()
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        using var answer = await VerdictsFixture.SendAsync(
            browser, $"/desk?claim={claim.Id}", $"/desk?handler=Verdict&claim={claim.Id}",
            ("Claim", claim.Id), ("SeenText", "An older wording"), ("Passage", "3-4"), ("Value", "verified"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("An older wording", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Claim", claim.Id), KeyValuePair.Create("Value", "verified"), KeyValuePair.Create("Passage", "1-1")]);
        using var answer = await browser.PostAsync(new Uri("/desk?handler=Verdict", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("unverified", (await site.Claims.PageAsync(claim.Id, Ct))!.Claim.Status);
    }

    [Fact]
    public async Task Talk_without_transcript_says_so_offers_no_not_said_and_takes_a_moment()
    {
        var claim = site.ClaimWithoutTranscript();
        using var browser = site.Browser();
        var html = await browser.GetStringAsync(new Uri($"/claims/{claim.Id}", UriKind.Relative), Ct);
        Assert.Contains("There is no transcript here", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"not-said\"><", html, StringComparison.Ordinal);
        using var answer = await VerdictsFixture.SendAsync(
            browser, $"/claims/{claim.Id}", $"/claims/{claim.Id}?handler=Verdict", ("Other", "1:58"), ("Heard", "we forget the rest"), ("Value", "verified"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("moment", Assert.Single((await site.Claims.PageAsync(claim.Id, Ct))!.Verdict!.Evidence).Kind);
    }

    [Fact]
    public async Task Undo_second_opinion_and_accuracy_work_from_the_claims_page()
    {
        var claim = site.Claim();
        await site.Desk.RecordAsync(new VerdictDraft { Claim = claim.Id, Value = Status.Verified, Evidence = [new SegmentsEvidence(1, 1)], Curator = "tom" }, Ct);
        using var browser = site.Browser();
        var address = $"/claims/{claim.Id}";
        using var review = await VerdictsFixture.SendAsync(browser, address, address + "?handler=Review", ("number", "1"), ("value", "partly"), ("note", "Hedge dropped"));
        Assert.Equal(HttpStatusCode.SeeOther, review.StatusCode);
        var reviewed = await browser.GetStringAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Contains("Disputed by a second curator", reviewed, StringComparison.Ordinal);
        Assert.Contains("Second opinion recorded; in force stays: Verified", reviewed, StringComparison.Ordinal);
        Assert.Contains("agree with the verdict", await browser.GetStringAsync(new Uri("/status", UriKind.Relative), Ct), StringComparison.Ordinal);
        using var accuracy = await VerdictsFixture.SendAsync(
            browser, address, address + "?handler=Verdict", ("Question", "accuracy"), ("Value", "accurate"), ("Other", "https://example.org/paper"), ("Shows", "Table 2"));
        Assert.Equal(HttpStatusCode.SeeOther, accuracy.StatusCode);
        Assert.Equal("accurate", (await site.Claims.PageAsync(claim.Id, Ct))!.Claim.Accuracy);
        using var undo = await VerdictsFixture.SendAsync(browser, address, address + "?handler=Undo", ("number", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, undo.StatusCode);
        var page = (await site.Claims.PageAsync(claim.Id, Ct))!;
        Assert.Equal(("unverified", null, 3), (page.Claim.Status, page.Claim.Accuracy, page.History.Count));
    }

    [Fact]
    public async Task Bulk_shows_a_preview_and_then_records_all()
    {
        var (first, second) = (site.Claim(), site.Claim());
        using var browser = site.Browser();
        (string, string)[] verdict = [("Value", "refuted"), ("Reasons", "number"), ("Other", "3-4")];
        using var preview = await VerdictsFixture.SendAsync(browser, "/desk/bulk", "/desk/bulk?handler=Preview", [.. verdict, ("chosen", first.Id), ("chosen", second.Id)]);
        Assert.Contains("Record 2 verdicts: Refuted", await preview.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("unverified", (await site.Claims.PageAsync(first.Id, Ct))!.Claim.Status);
        using var recorded = await VerdictsFixture.SendAsync(browser, "/desk/bulk", "/desk/bulk?handler=Record", [.. verdict, ("chosen", first.Id + "=0"), ("chosen", second.Id + "=0")]);
        Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
        Assert.Equal("refuted", (await site.Claims.PageAsync(second.Id, Ct))!.Claim.Status);
        using var again = await VerdictsFixture.SendAsync(browser, "/desk/bulk", "/desk/bulk?handler=Record", [.. verdict, ("chosen", first.Id + "=0")]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Bulk_without_evidence_is_refused_in_the_preview()
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        using var preview = await VerdictsFixture.SendAsync(browser, "/desk/bulk", "/desk/bulk?handler=Preview", ("Value", "verified"), ("chosen", claim.Id));
        var html = await preview.Content.ReadAsStringAsync(Ct);
        Assert.Contains("No verdict without evidence", html, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Record", html, StringComparison.Ordinal);
        using var forced = await VerdictsFixture.SendAsync(browser, "/desk/bulk", "/desk/bulk?handler=Record", ("Value", "verified"), ("chosen", claim.Id + "=0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
    }

    [Fact]
    public async Task Search_on_the_desk_is_kept_for_not_said()
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        var html = await browser.GetStringAsync(new Uri($"/desk?claim={claim.Id}&searched=2031&find=zebra", UriKind.Relative), Ct);
        Assert.Contains("Nothing was found for “zebra”", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("name=\"Searched\" value=\"zebra\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"Searched\" value=\"2031\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/claims")]
    [InlineData("/claims?status=unverified&kind=key-point")]
    [InlineData("/claims?talk=none")]
    [InlineData("/desk?talk=none")]
    [InlineData("/desk?queue=due")]
    [InlineData("/desk?queue=nonsense&claim=nonsense")]
    [InlineData("/desk/bulk")]
    public async Task Pages_open_for_any_filter(string address)
    {
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/claims")]
    [InlineData("/desk?queue=all")]
    public async Task A_talk_is_found_by_its_title(string address)
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        var title = Uri.EscapeDataString(claim.Title!.ToUpperInvariant());
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}talk={title}", UriKind.Relative), Ct));
        Assert.Contains($"/talks/{claim.Talk}", html, StringComparison.Ordinal); // which of its claims comes first depends on what is known of them by then
        Assert.Contains($"<option value=\"{claim.Title}\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_claim_is_a_404()
    {
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(new Uri("/claims/aaaaaaaaaa", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Format(string address, ClaimSummary claim) => address.Replace("{0}", claim.Id, StringComparison.Ordinal);
}
