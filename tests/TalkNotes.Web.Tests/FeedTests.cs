using System.Net;
using System.Xml.Linq;
using TalkNotes.Core.Claims;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests;

/// <summary>Feeds and what pages say to machines.</summary>
public sealed class FeedTests(VerdictsFixture site)
{
    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/feed.atom", "/talks")]
    [InlineData("/history.atom", "/history")]
    [InlineData("/claims.atom?kind=quote&status=unverified", "/claims?kind=quote&status=unverified")]
    [InlineData("/search.atom?q=%22chain%20of%20thought%22%20%3Cb%3E%26", "/search?q=%22chain%20of%20thought%22%20%3Cb%3E%26")]
    public async Task Feeds_are_valid_and_not_sent_twice(string address, string page)
    {
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(address, Ct);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!;
        IsValid(feed);
        Assert.Equal("http://localhost" + address, Link(feed, "self"));
        Assert.Equal("http://localhost" + page, Link(feed, "alternate"));
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await browser.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var since = new HttpRequestMessage(HttpMethod.Get, address);
        since.Headers.IfModifiedSince = answer.Content.Headers.LastModified;
        using var unmodified = await browser.SendAsync(since, Ct);
        Assert.Equal(HttpStatusCode.NotModified, unmodified.StatusCode);
    }

    [Fact]
    public async Task A_verdict_is_an_entry_of_its_own_and_moves_its_claim_up()
    {
        using var browser = site.Browser();
        var claim = site.Claim();
        await site.Desk.RecordAsync(
            new VerdictDraft { Claim = claim.Id, Value = Status.Partly, Reasons = ["number"], Curator = "Ann & \u0001<Bob>", Evidence = [new SegmentsEvidence(2, 3)], Note = "]]> & \uD800" }, Ct);
        var feed = XDocument.Parse(await browser.GetStringAsync("/history.atom", Ct)).Root!;
        IsValid(feed);
        var entry = feed.Elements(Ns + "entry").First(e => Link(e, "alternate")!.EndsWith(claim.Id, StringComparison.Ordinal));
        Assert.StartsWith("Partly: ", entry.Element(Ns + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal("Ann & <Bob>", entry.Element(Ns + "author")!.Element(Ns + "name")!.Value);
        var claims = XDocument.Parse(await browser.GetStringAsync("/claims.atom?talk=" + claim.Talk, Ct)).Root!;
        Assert.Contains(claims.Elements(Ns + "entry"), e => Link(e, "alternate")!.EndsWith(claim.Id, StringComparison.Ordinal) && e.Element(Ns + "category")!.Attribute("term")!.Value == "partly");
    }

    [Fact]
    public async Task A_search_feed_has_every_place_newest_talks_first_page_by_page_with_stable_ids()
    {
        using var browser = site.Browser();
        var one = XDocument.Parse(await browser.GetStringAsync("/search.atom?q=reasoning", Ct)).Root!;
        Assert.NotEmpty(one.Elements(Ns + "entry"));
        var two = XDocument.Parse(await browser.GetStringAsync("/search.atom?q=reasoning", Ct)).Root!;
        Assert.Equal(one.Elements(Ns + "entry").Select(e => e.Element(Ns + "id")!.Value), two.Elements(Ns + "entry").Select(e => e.Element(Ns + "id")!.Value));
        Assert.Empty(XDocument.Parse(await browser.GetStringAsync("/search.atom?q=", Ct)).Root!.Elements(Ns + "entry"));
        var (ids, times) = (new List<string>(), new List<string>());
        for (var page = "/search.atom?q=reasoning"; page is not null;)
        {
            var feed = XDocument.Parse(await browser.GetStringAsync(page, Ct)).Root!;
            IsValid(feed);
            Assert.Equal(one.Element(Ns + "id")!.Value, feed.Element(Ns + "id")!.Value);
            ids.AddRange(feed.Elements(Ns + "entry").Select(e => e.Element(Ns + "id")!.Value));
            times.AddRange(feed.Elements(Ns + "entry").Select(e => e.Element(Ns + "updated")!.Value));
            page = feed.Elements(Ns + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == "next")?.Attribute("href")!.Value;
        }

        using var json = System.Text.Json.JsonDocument.Parse(await browser.GetStringAsync("/api/v1/search?q=reasoning&limit=200", Ct));
        var places = json.RootElement.GetProperty("hits").EnumerateArray().Select(h => (h.GetProperty("talk").GetString(), h.GetProperty("claim").GetString() ?? h.GetProperty("text").GetString())).Distinct().Count();
        Assert.Equal(places, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.True(places > 50, $"{places} places are no test of several pages");
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        using var wrong = await browser.GetAsync("/claims.atom?status=true", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_search_is_saved_on_its_page_followed_by_feed_taken_away_and_brought_back()
    {
        using var browser = site.Browser();
        using var refused = await VerdictsFixture.SendAsync(browser, "/search?q=AlphaZero", "/searches", ("asked", "?q=AlphaZero"), ("name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"?q=AlphaZero\"", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal); // what was asked is kept
        using var saved = await VerdictsFixture.SendAsync(browser, "/search?q=AlphaZero", "/searches", ("asked", "?q=AlphaZero&page=3"), ("name", "Cicero & <co>"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var list = await browser.GetStringAsync("/searches", Ct);
        Assert.Contains("<bdi>Cicero &amp; &lt;co&gt;</bdi>", list, StringComparison.Ordinal);
        Assert.Contains("Saved by <bdi>curator</bdi>", list, StringComparison.Ordinal);
        using var leads = await browser.GetAsync("/searches/cicero-co", Ct);
        Assert.Equal("/search?q=AlphaZero", leads.Headers.Location!.OriginalString);
        var feed = XDocument.Parse(await browser.GetStringAsync("/searches/cicero-co.atom", Ct)).Root!;
        IsValid(feed);
        Assert.Equal("Cicero & <co> · TalkNotes", feed.Element(Ns + "title")!.Value);
        Assert.NotEmpty(feed.Elements(Ns + "entry"));
        using var removed = await VerdictsFixture.SendAsync(browser, "/searches", "/searches?handler=Remove", ("slug", "cicero-co"));
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.Contains("Taken away: 1", await browser.GetStringAsync("/searches", Ct), StringComparison.Ordinal);
        Assert.NotEmpty(XDocument.Parse(await browser.GetStringAsync("/searches/cicero-co.atom", Ct)).Root!.Elements(Ns + "entry"));
        using var restored = await VerdictsFixture.SendAsync(browser, "/searches", "/searches?handler=Restore", ("slug", "cicero-co"));
        Assert.DoesNotContain("Taken away", await browser.GetStringAsync("/searches", Ct), StringComparison.Ordinal);
        using var nowhere = await browser.GetAsync("/searches/nowhere.atom", Ct);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task Pages_name_their_feeds_their_one_address_and_what_they_are()
    {
        using var browser = site.Browser();
        var claim = site.Claim();
        var talk = await browser.GetStringAsync(Links.Talk(claim.Talk), Ct);
        Assert.Contains("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"New talks\" href=\"/feed.atom\">", talk, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost{Links.Talk(claim.Talk)}\">", talk, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:title\"", talk, StringComparison.Ordinal);
        Assert.Contains("type=\"text/markdown\"", talk, StringComparison.Ordinal);
        Assert.Equal("CreativeWork", Data(talk).GetProperty("@type").GetString());

        var words = await browser.GetStringAsync($"{Links.Transcript(claim.Talk)}?at=s2-s3", Ct);
        Assert.Equal("Quotation", Data(words).GetProperty("@type").GetString());
        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost{Links.Transcript(claim.Talk)}?at=s2-s3\">", words, StringComparison.Ordinal);

        var page = await browser.GetStringAsync(Links.Claim(claim.Id), Ct);
        Assert.Equal(claim.Text, Data(page).GetProperty("@graph")[0].GetProperty("name").GetString());
        Assert.Equal(1, Data(page).GetProperty("@graph").GetArrayLength()); // no accuracy verdict, no review
        var search = await browser.GetStringAsync("/search?q=reasoning", Ct);
        Assert.Contains("href=\"/search.atom?q=reasoning\"", search, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_validator_finds_whatever_is_taken_away_doubled_or_renamed()
    {
        using var browser = site.Browser();
        var text = await browser.GetStringAsync("/claims.atom", Ct);
        var count = XDocument.Parse(text).Root!.Descendants().Take(25).Count();
        for (var i = 0; i < count; i++)
        {
            XElement At(XElement root) => root.Descendants().ElementAt(i);
            var (gone, twice, renamed) = (XDocument.Parse(text).Root!, XDocument.Parse(text).Root!, XDocument.Parse(text).Root!);
            var name = At(gone).Name.LocalName;
            At(gone).Remove();
            Assert.True(Atom.Faults(gone).Count > 0 || name is "entry" or "category" or "summary" || (name == "link" && At(twice).Parent == twice), $"without {name}");
            At(twice).AddAfterSelf(new XElement(At(twice)));
            Assert.True(Atom.Faults(twice).Count > 0 || name is "author" or "category", $"two of {name}");
            At(renamed).Name = Ns + (name + "s");
            Assert.True(Atom.Faults(renamed).Count > 0, $"{name}s");
        }

        Assert.True(count > 15, $"{count} elements");
    }

    /// <summary>RFC 4287, and what this program promises beyond it: ids that are the same everywhere, the time of the newest entry.</summary>
    private static void IsValid(XElement feed)
    {
        Assert.Empty(Atom.Faults(feed));
        Assert.All(feed.DescendantsAndSelf().Elements(Ns + "id"), id => Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id.Value));
        var entries = feed.Elements(Ns + "entry").ToList();
        Assert.Equal(entries.Count == 0 ? "1970-01-01T00:00:00Z" : entries.Max(e => e.Element(Ns + "updated")!.Value), feed.Element(Ns + "updated")!.Value);
    }

    private static string? Link(XElement element, string rel) => element.Elements(Ns + "link").Single(l => l.Attribute("rel")!.Value == rel).Attribute("href")!.Value;

    private static System.Text.Json.JsonElement Data(string html)
    {
        const string Start = "<script type=\"application/ld+json\">";
        var from = html.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        Assert.True(from > Start.Length);
        var json = html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)];
        Assert.DoesNotContain('<', json);
        return System.Text.Json.JsonDocument.Parse(json).RootElement;
    }
}
