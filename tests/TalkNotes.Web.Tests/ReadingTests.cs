using System.Net;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Ingest;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

/// <summary>The pages that people read, over the five seeds.</summary>
public class ReadingTests(SeedsApp app) : IClassFixture<SeedsApp>
{
    private const string Timed = "/talks/openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future";
    private const string Untimed = "/talks/noam-brown-ilge-akkaya-hunter-lightman-of-openais-o1-research-team-on-teaching";

    /// <summary>Pages of a kind that comes by the dozen; a few of each are enough.</summary>
    private static readonly string[] ByTheDozen = ["/claims/", "/topics/"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_of_megabytes_is_cut_and_the_file_has_the_rest()
    {
        await using var empty = TalkNotesApp.Empty();
        using var browser = empty.Browser();
        var bytes = System.Text.Encoding.UTF8.GetBytes("A short line.\n\n" + string.Concat(Enumerable.Repeat("as he said 𝄞 again and again ", 100_000)) + "\n");
        var report = await empty.Services.GetRequiredService<Ingester>().IngestAsync(SourceText.FromBytes("long.txt", bytes), formatId: null, Ct);
        using var answer = await browser.GetAsync(new Uri($"/talks/{report.Talk}/sources/1", UriKind.Relative), Ct);
        using var page = await ParseAsync(answer);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Ct)).Length, 1, 50_000);
        var line = page.GetElementById("L3")!;
        Assert.Equal($"/talks/{report.Talk}/sources/1/original", line.QuerySelector("a")!.GetAttribute("href"));
        Assert.EndsWith("more characters", line.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        using var browser = app.Browser();
        var waiting = new Queue<string>(["/"]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var broken = new List<string>();
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
            if ((int)answer.StatusCode >= 400)
            {
                broken.Add($"{address}: {(int)answer.StatusCode}");
                continue;
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var page = await ParseAsync(answer);
            foreach (var link in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            {
                if (link.StartsWith('#'))
                {
                    if (link.Length > 1 && page.GetElementById(link[1..]) is null)
                    {
                        broken.Add($"{address} → {link}");
                    }

                    continue;
                }

                // One of each kind of address with a query is enough; they differ in their values only.
                var target = link.Split('#')[0];
                var kind = target.Split('=')[0];
                var isOneTooMany = ByTheDozen.Any(d => target.StartsWith(d, StringComparison.Ordinal) && seen.Count(s => s.StartsWith(d, StringComparison.Ordinal)) > 4);
                if (target.StartsWith('/') && !isOneTooMany
                    && seen.Add(target.Contains('?', StringComparison.Ordinal) ? kind : target))
                {
                    waiting.Enqueue(target);
                }
            }
        }

        Assert.True(seen.Count > 40, $"Only {seen.Count} addresses were found.");
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Transcript_joins_caption_lines_and_keeps_the_address_of_each()
    {
        using var page = await PageAsync(Timed + "/transcript");
        Assert.Equal(7, page.QuerySelectorAll(".rail a").Length);
        Assert.NotNull(page.QuerySelector("#c1 h2"));
        for (var n = 0; n < 1845; n++)
        {
            Assert.NotNull(page.GetElementById($"s{n}"));
        }

        Assert.InRange(page.QuerySelectorAll(".para").Length, 150, 600);
        Assert.Empty(page.QuerySelectorAll(".who")); // no name is inferred; the head of the page says once that nobody is labelled
        Assert.InRange(page.QuerySelectorAll(".turn.anon").Length, 60, 88);
    }

    [Fact]
    public async Task Transcript_without_times_counts_paragraphs_and_names_its_speakers()
    {
        using var page = await PageAsync(Untimed + "/transcript");
        Assert.Equal("¶ 1", page.QuerySelector(".para .ts")!.TextContent);
        Assert.Equal("Noam Brown", page.QuerySelector(".who")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".ts-play"));
    }

    [Theory]
    [InlineData("?at=s58-s63", true)]
    [InlineData("?at=1:58-2:12", true)]
    [InlineData("?at=s99999", false)]
    [InlineData("?at=%3Cscript%3E", false)]
    public async Task Range_of_an_address_is_marked_or_said_to_be_missing(string query, bool isThere)
    {
        using var page = await PageAsync(Timed + "/transcript" + query);
        Assert.Equal(isThere, page.QuerySelector(".tgt") is not null);
        Assert.Equal(isThere, page.QuerySelector(".tip") is null);
        Assert.Equal(isThere, !page.QuerySelector(".selbar")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task Words_looked_for_are_marked_by_the_server_one_of_them_as_current()
    {
        using var page = await PageAsync(Timed + "/transcript?find=continual+learning&hit=2");
        var total = page.QuerySelectorAll(".said mark").Length;
        Assert.True(total > 2);
        Assert.StartsWith("2 of ", page.QuerySelector(".rbar b")!.TextContent, StringComparison.Ordinal);
        using var nothing = await PageAsync(Timed + "/transcript?find=zzz");
        Assert.Contains("Not said here", nothing.QuerySelector(".rbar")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Talk_without_a_transcript_says_so_and_its_transcript_leads_back()
    {
        using var browser = app.Browser();
        const string Notes = "/talks/whats-next-for-ai-openais-lukasz-kaiser-transformer-co-author";
        using var answer = await browser.GetAsync(new Uri(Notes + "/transcript", UriKind.Relative), Ct);
        Assert.Equal(Notes, answer.Headers.Location?.OriginalString);
        using var page = await PageAsync(Notes);
        Assert.Equal(14, page.QuerySelectorAll(".claim .st-blocked").Length);
    }

    [Fact]
    public async Task Talk_draws_its_chapters_and_lists_its_claims_by_author()
    {
        using var page = await PageAsync(Timed);
        Assert.Equal(7, page.QuerySelectorAll(".tl a").Length);
        Assert.Equal(15, page.QuerySelectorAll(".claim").Length);
        Assert.Empty(page.QuerySelectorAll("h3.who"));
        var quote = page.QuerySelectorAll(".claim").First(c => c.TextContent.Contains("These words stand at", StringComparison.Ordinal));
        Assert.Equal("0:00–0:04", quote.QuerySelector(".ts")!.TextContent);
        var waiting = page.QuerySelectorAll(".claim").First(c => c.QuerySelector(".claim-m")?.TextContent.Contains("Nearest words at", StringComparison.Ordinal) == true);
        Assert.Matches("^[0-9]+:[0-9]{2}", waiting.QuerySelector(".ts")!.TextContent);
        var flagged = page.QuerySelector(".claim u.flag")!; // underlined, and said in words
        Assert.Contains($"“{flagged.TextContent}”", flagged.Closest(".claim")!.QuerySelector(".claim-m")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_shows_the_owner_of_each_line_and_hands_out_its_bytes()
    {
        using var page = await PageAsync(Timed + "/sources/1?line=7#L7");
        Assert.Equal(500, page.QuerySelectorAll(".ledger tr[id]").Length);
        Assert.NotNull(page.QuerySelector("#L7.led-here"));
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri(Timed + "/sources/1/original", UriKind.Relative), Ct);
        Assert.Equal(await File.ReadAllBytesAsync(Checkout.Seed("001"), Ct), await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/talks/nope")]
    [InlineData("/talks/nope/transcript")]
    [InlineData("/talks/nope/sources/1")]
    [InlineData(Timed + "/sources/2")]
    [InlineData(Timed + "/sources/0/original")]
    [InlineData("/speakers/nope")]
    [InlineData("/topics/nope")]
    public async Task What_is_not_there_is_a_404(string address)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/talks?page=-3&sort=%00&year=x&progress=%27&speaker=%22")]
    [InlineData(Timed + "/transcript?hit=-1&find=%22%27%3C&view=x&notes=x&at=-")]
    [InlineData(Timed + "/transcript?hit=nonsense")]
    [InlineData(Timed + "?status=nonsense")]
    [InlineData(Timed + "/sources/1?page=999&line=-5")]
    [InlineData("/history?page=-1")]
    public async Task Nonsense_in_an_address_is_no_failure(string address)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_answers_with_the_contracts_names()
    {
        using var browser = app.Browser();
        using var list = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/api/v1/talks?sort=longest&limit=2", UriKind.Relative), Ct));
        Assert.Equal(5, list.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(2, list.RootElement.GetProperty("talks").GetArrayLength());
        using var talk = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/api/v1" + Timed, UriKind.Relative), Ct));
        Assert.Equal(3_527_000, talk.RootElement.GetProperty("talk").GetProperty("durationMs").GetInt64());
        Assert.Equal(JsonValueKind.Null, talk.RootElement.GetProperty("talk").GetProperty("published").ValueKind);
        using var segments = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/api/v1" + Timed + "/segments", UriKind.Relative), Ct));
        var first = segments.RootElement.GetProperty("segments")[0];
        Assert.Equal(["n", "startMs", "endMs", "turn", "speaker", "text", "lines"], first.EnumerateObject().Select(p => p.Name));
        using var missing = await browser.GetAsync(new Uri("/api/v1/talks/nope", UriKind.Relative), Ct);
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType!.MediaType);
    }

    private async Task<IDocument> PageAsync(string address)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ParseAsync(answer);
    }

    private static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(Ct);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
