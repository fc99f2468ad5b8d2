using System.Net;
using System.Text.RegularExpressions;
using static TalkNotes.Web.Tests.Curation.CurationFixture;

namespace TalkNotes.Web.Tests.Curation;

public class CurationPagesTests(CurationFixture site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_speaker_is_renamed_after_a_look_shows_everywhere_and_is_taken_back()
    {
        var (talk, speaker, slug) = await site.TalkAsync();
        using var browser = site.Browser();
        var form = $"/speakers/{slug}/correct";
        Assert.Contains(form, await ReadAsync(browser, $"/speakers/{slug}"), StringComparison.Ordinal);
        Assert.Contains($"instead of <bdi>{speaker}</bdi>, in 1 talk", await ReadAsync(browser, $"{form}?name=Jakub+Pachocki+{talk}"), StringComparison.Ordinal);

        using var saved = await SendAsync(browser, $"{form}?name=x", $"{form}?handler=Name", ("Name", $"Jakub Pachocki {talk}"), ("Seen", speaker));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var page = await ReadAsync(browser, saved.Headers.Location!.OriginalString);
        Assert.Contains($"Recorded: Jakub Pachocki {talk}, until then {speaker}", page, StringComparison.Ordinal);
        Assert.Contains("It shows everywhere at once", page, StringComparison.Ordinal);
        Assert.Contains($"Jakub Pachocki {talk}</a>", await ReadAsync(browser, $"/talks/{talk}/transcript"), StringComparison.Ordinal);
        Assert.Contains($"<v Jakub Pachocki {talk}>", await ReadAsync(browser, $"/talks/{talk}.vtt"), StringComparison.Ordinal);
        Assert.Contains("models were good", await ReadAsync(browser, $"/api/v1/search?q=models speaker:\"Jakub Pachocki {talk}\""), StringComparison.Ordinal);

        using var conflict = await SendAsync(browser, $"{form}?name=x", $"{form}?handler=Name", ("Name", "Another Name"), ("Seen", speaker));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("Somebody was quicker", await conflict.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        var undo = Regex.Match(page, "/corrections/[0-9]+/undo", RegexOptions.NonBacktracking).Value;
        using var undone = await SendAsync(browser, "/history?kind=corrections", undo, ("back", $"/speakers/{slug}"));
        Assert.Equal($"/speakers/{slug}", undone.Headers.Location!.OriginalString);
        Assert.Contains($"<v {speaker}>", await ReadAsync(browser, $"/talks/{talk}.vtt"), StringComparison.Ordinal);
        using var twice = await SendAsync(browser, "/history?kind=corrections", undo, ("back", "https://elsewhere.example/"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Words_given_to_somebody_and_words_put_right_stand_in_the_reader_beside_what_is_written()
    {
        var (talk, _, _) = await site.TalkAsync();
        using var browser = site.Browser();
        var reader = await ReadAsync(browser, $"/talks/{talk}/transcript?at=s0");
        Assert.Contains($"/talks/{talk}/who?at=s0", reader, StringComparison.Ordinal);
        Assert.Contains("Misheard?", reader, StringComparison.Ordinal);

        var who = await ReadAsync(browser, $"/talks/{talk}/who?at=s0");
        Assert.Contains("Everything labelled “Speaker 1” in this talk: 1 segment", who, StringComparison.Ordinal);
        using var refused = await SendAsync(browser, $"/talks/{talk}/who?at=s0", $"/talks/{talk}/who?at=s0", ("Name", "Speaker 2"), ("everywhere", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"Speaker 2\"", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var named = await SendAsync(browser, $"/talks/{talk}/who?at=s0", $"/talks/{talk}/who?at=s0", ("Name", "Jane <Doe>"), ("everywhere", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, named.StatusCode);

        var look = await ReadAsync(browser, $"/talks/{talk}/misheard?at=s0&from=11&to=14&said=GPT");
        Assert.Contains("Only the place you selected", look, StringComparison.Ordinal);
        Assert.Contains("Everywhere in this talk: 2 places", look, StringComparison.Ordinal);
        using var corrected = await SendAsync(
            browser, $"/talks/{talk}/misheard?at=s0&from=11&to=14&said=GPT", $"/talks/{talk}/misheard",
            ("At", "s0"), ("From", "11"), ("To", "14"), ("Heard", "GBT"), ("Said", "GPT"), ("reach", "Talk"));
        Assert.Equal(HttpStatusCode.SeeOther, corrected.StatusCode);

        reader = await ReadAsync(browser, corrected.Headers.Location!.OriginalString);
        Assert.Contains("Jane &lt;Doe&gt;", reader, StringComparison.Ordinal);
        Assert.Contains("We trained <ruby>GBT<rp> [</rp><rt>GPT</rt><rp>]</rp></ruby> in spring", reader, StringComparison.Ordinal);
        Assert.Contains("“We trained GBT [GPT] in spring", WebUtility.HtmlDecode(reader), StringComparison.Ordinal);
        var segments = await ReadAsync(browser, $"/api/v1/talks/{talk}/segments");
        Assert.Contains("\"label\":\"Speaker 1\"", segments, StringComparison.Ordinal);
        Assert.Contains("\"corrections\":[{\"from\":11,\"to\":14,\"text\":\"GPT\"}]", segments, StringComparison.Ordinal);
        Assert.Contains("<mark", await ReadAsync(browser, $"/talks/{talk}/transcript?find=GPT"), StringComparison.Ordinal);
        Assert.Contains("“GBT” was put right to gpt", WebUtility.HtmlDecode(await ReadAsync(browser, $"/search?q=gpt talk:{talk}")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Facts_of_a_talk_are_looked_at_then_saved_and_listed_in_the_history()
    {
        var (talk, _, _) = await site.TalkAsync();
        using var browser = site.Browser();
        var form = $"/talks/{talk}/correct";
        using var looked = await SendAsync(browser, form, form, ("Title", "A <b>title</b>"), ("Published", "2025-05-01"), ("Topics", "robots"), ("Seen", "0"));
        var preview = await looked.Content.ReadAsStringAsync(Ct);
        Assert.Contains("This will change", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>title</b>", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-05-01", await ReadAsync(browser, "/history?kind=corrections"), StringComparison.Ordinal);

        using var refused = await SendAsync(browser, form, form, ("Title", "A title"), ("Published", "yesterday"), ("Seen", "0"), ("sure", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var saved = await SendAsync(browser, form, form, ("Title", "A <b>title</b>"), ("Published", "2025-05-01"), ("Topics", "robots"), ("Seen", "0"), ("sure", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var page = await ReadAsync(browser, $"/talks/{talk}");
        Assert.Contains("A &lt;b&gt;title&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("1 May 2025", page, StringComparison.Ordinal);
        Assert.Contains("2025-05-01", await ReadAsync(browser, "/history?kind=corrections"), StringComparison.Ordinal);

        using var nothing = await SendAsync(browser, form, form, ("Title", "A <b>title</b>"), ("Published", "2025-05-01"), ("Topics", "robots"), ("Seen", "999"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    [Fact]
    public async Task Labels_roles_and_merges_have_their_forms()
    {
        var (talk, speaker, slug) = await site.TalkAsync();
        using var browser = site.Browser();
        var form = $"/talks/{talk}/correct";
        using var label = await SendAsync(browser, form, form + "?handler=Label", ("label", "Speaker 1"), ("name", $"Ann {talk}"));
        using var role = await SendAsync(browser, form, form + "?handler=Part", ("name", slug), ("role", "host"));
        using var bad = await SendAsync(browser, form, form + "?handler=Part", ("name", "Host"), ("role", "host"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (label.StatusCode, role.StatusCode, bad.StatusCode));
        Assert.Contains($"{speaker}</a> (host)", await ReadAsync(browser, $"/talks/{talk}"), StringComparison.Ordinal);

        var other = $"ann-{talk}";
        Assert.Contains("They are one person", await ReadAsync(browser, $"/speakers/{other}/correct?into={slug}"), StringComparison.Ordinal);
        using var merged = await SendAsync(browser, $"/speakers/{other}/correct", $"/speakers/{other}/correct?handler=Into", ("Into", slug));
        Assert.Equal(HttpStatusCode.SeeOther, merged.StatusCode);
        using var moved = await browser.GetAsync(new Uri($"/speakers/{other}", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/speakers/{slug}"), (moved.StatusCode, moved.Headers.Location!.OriginalString));

        var look = WebUtility.HtmlDecode(await ReadAsync(browser, $"/speakers/{slug}/correct?Talks={talk}&Split=Somebody%20{talk}"));
        Assert.Contains($"<b>Somebody {talk}</b>, who is new here, instead of", look, StringComparison.Ordinal);
        Assert.DoesNotContain($"<v Somebody {talk}>", await ReadAsync(browser, $"/talks/{talk}.vtt"), StringComparison.Ordinal);
        Assert.Contains("Choose at least one talk", await ReadAsync(browser, $"/speakers/{slug}/correct?Split=Somebody"), StringComparison.Ordinal);
        using var split = await SendAsync(browser, $"/speakers/{slug}/correct", $"/speakers/{slug}/correct?handler=Split", ("Talks", talk), ("Split", $"Somebody {talk}"));
        Assert.Equal(HttpStatusCode.SeeOther, split.StatusCode);
        Assert.Contains($"<v Somebody {talk}>", await ReadAsync(browser, $"/talks/{talk}.vtt"), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return answer.StatusCode == HttpStatusCode.MovedPermanently && answer.Headers.Location is { } moved
            ? await ReadAsync(browser, moved.OriginalString)
            : await answer.Content.ReadAsStringAsync(Ct);
    }
}
