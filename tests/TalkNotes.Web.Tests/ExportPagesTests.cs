using System.IO.Compression;
using System.Net;
using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

/// <summary>Everything that leaves, over HTTP, of the five seeds.</summary>
public sealed class ExportPagesTests(SeedsApp app) : IClassFixture<SeedsApp>
{
    private const string Notes = "whats-next-for-ai-openais-lukasz-kaiser-transformer-co-author";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notes_that_came_in_are_served_byte_for_byte_and_only_once_to_who_has_them()
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(Links.TalkFile(Notes, "md"), Ct);
        Assert.Equal("text/markdown", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await File.ReadAllBytesAsync(Checkout.Seed("000"), Ct), await answer.Content.ReadAsByteArrayAsync(Ct));
        using var again = new HttpRequestMessage(HttpMethod.Get, Links.TalkFile(Notes, "md"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await browser.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/claims.csv", 62)]
    [InlineData("/claims.csv?kind=quote", 2)]
    [InlineData("/claims.csv?talk=" + Notes, 14)]
    [InlineData("/talks.csv", 5)]
    [InlineData("/talks.csv?transcript=no", 1)]
    [InlineData("/history.csv", 0)]
    [InlineData("/history.csv?kind=corrections", 0)]
    [InlineData("/history.csv?kind=documents", 5)]
    [InlineData("/speakers.csv", 9)]
    [InlineData("/desk.csv?queue=open&talk=" + Notes, 14)]
    [InlineData("/desk.csv?queue=all&kind=quote", 2)]
    [InlineData("/terms.csv?q=reasoning", 4)]
    public async Task Lists_leave_as_tables_with_their_filters(string address, int rows)
    {
        using var answer = await app.Browser().GetAsync(address, Ct);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(rows, (await answer.Content.ReadAsStringAsync(Ct)).Split("\r\n").Length - 2);
    }

    [Fact]
    public async Task A_table_of_places_holds_what_the_search_page_counts()
    {
        using var browser = app.Browser();
        using var json = System.Text.Json.JsonDocument.Parse(await browser.GetStringAsync("/api/v1/search?q=reasoning", Ct));
        var table = await browser.GetStringAsync("/search.csv?q=reasoning", Ct);
        Assert.Equal(json.RootElement.GetProperty("total").GetInt32(), table.Split("\r\n").Length - 2);
        Assert.Contains("http://localhost/talks/", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/talks.zip?format=md,words&transcript=yes", 8)]
    [InlineData("/api/v1/export?format=md&talk=" + Notes + "&talk=openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future", 2)]
    [InlineData("/talks.zip?format=vtt", 3)]
    public async Task Many_talks_leave_as_one_archive(string address, int files)
    {
        using var answer = await app.Browser().GetAsync(address, Ct);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Equal(files, zip.Entries.Count);
        Assert.All(zip.Entries, e => Assert.True(e.Length > 0));
    }

    [Fact]
    public async Task One_talk_in_one_format_is_the_file_itself()
    {
        using var browser = app.Browser();
        Assert.Equal(await browser.GetByteArrayAsync(Links.TalkFile(Notes, "md"), Ct), await browser.GetByteArrayAsync($"/api/v1/export?format=md&talk={Notes}", Ct));
        var passage = await browser.GetStringAsync("/talks/openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future.bib?at=1:58-2:12", Ct);
        Assert.Contains("-s72-s", passage, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", passage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/talks.zip", 400)]
    [InlineData("/api/v1/export?format=doc", 400)]
    [InlineData("/api/v1/export?format=md&talk=nobody-knows", 404)]
    [InlineData("/claims.csv?status=true", 400)]
    [InlineData("/talks/" + Notes + ".vtt", 404)]
    [InlineData("/talks/" + Notes + ".bib?at=s9-s2", 404)]
    public async Task What_cannot_be_answered_says_why(string address, int status)
    {
        using var answer = await app.Browser().GetAsync(address, Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Every_address_in_a_Download_menu_answers()
    {
        using var browser = app.Browser();
        var pages = new[] { Links.Talk(Notes), Links.Talk("openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future"), Links.Talks, Links.Claims, "/search?q=reasoning" };
        foreach (var page in pages)
        {
            var html = await browser.GetStringAsync(page, Ct);
            var addresses = System.Text.RegularExpressions.Regex.Matches(html, "href=\"(/(?:talks|claims|search)[^\"#]*\\.(?:csv|zip|md|json|jsonld|vtt|srt|txt|bib)(?:\\?[^\"]*)?)\"", System.Text.RegularExpressions.RegexOptions.NonBacktracking)
                .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
            Assert.NotEmpty(addresses);
            foreach (var address in addresses)
            {
                using var answer = await browser.GetAsync(address, Ct);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {address} gives {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public void Addresses_in_files_are_those_of_the_site()
    {
        var site = new ExportSite("http://x");
        Assert.Equal("http://x" + Links.Talk("a-b"), site.Talk("a-b"));
        Assert.Equal("http://x" + Links.Claim("k3ab7q2xyz"), site.Claim("k3ab7q2xyz"));
        Assert.Equal("http://x" + Links.Segments("a-b", 3, 8), site.Segments("a-b", 3, 8));
        Assert.Equal("http://x" + Links.TalkFile("a-b", "words.txt"), site.File("a-b", "words.txt"));
        Assert.Equal(Links.Moment("3K-R4yVjJfU", TimeSpan.FromSeconds(62)), ExportSite.Moment("3K-R4yVjJfU", 62_900));
        Assert.Equal("/talks.zip?year=2025&format=md", Links.TalksFiles(new TalkFilter { Years = ["2025"], Page = 3 }, "md"));
    }
}
