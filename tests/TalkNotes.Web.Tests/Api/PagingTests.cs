using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

/// <summary>Every list of the API can be walked by its cursor: all of it, each item once, in the same order as at once.</summary>
public class PagingTests(SeedsApp site) : IClassFixture<SeedsApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/talks", "talks", "slug", 2)]
    [InlineData("/api/v1/talks?sort=title", "talks", "slug", 1)]
    [InlineData("/api/v1/speakers", "speakers", "slug", 3)]
    [InlineData("/api/v1/topics", "topics", "slug", 4)]
    [InlineData("/api/v1/claims?kind=summary", "claims", "id", 7)]
    [InlineData("/api/v1/desk?queue=all", "claims", "id", 25)]
    [InlineData("/api/v1/search?q=reasoning", "hits", "url", 20)]
    public async Task Cursor_walks_the_whole_list(string address, string list, string key, int limit)
    {
        await site.Services.GetRequiredService<ClaimUpkeep>().RefreshAsync(progress: null, Ct); // the desk's order is final
        using var browser = site.Browser();
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var whole = await KeysAsync(browser, $"{address}{separator}limit=200", list, key);
        Assert.Null(whole.Next);
        Assert.True(whole.Keys.Count > limit, $"{address} has {whole.Keys.Count} items");
        var walked = new List<string>();
        string? cursor = null;
        do
        {
            var page = await KeysAsync(browser, $"{address}{separator}limit={limit}" + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"), list, key);
            walked.AddRange(page.Keys);
            cursor = page.Next;
        }
        while (cursor is not null && walked.Count <= whole.Keys.Count);
        Assert.Equal(whole.Keys, walked);
    }

    [Fact]
    public async Task Segments_come_all_at_once_or_in_pages()
    {
        using var browser = site.Browser();
        var slug = (await KeysAsync(browser, "/api/v1/talks?transcript=true", "talks", "slug")).Keys[0];
        var all = await GetAsync(browser, $"/api/v1/talks/{slug}/segments");
        Assert.Equal(all.GetProperty("total").GetInt32(), all.GetProperty("segments").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("next").ValueKind);
        var page = await GetAsync(browser, $"/api/v1/talks/{slug}/segments?cursor=9&limit=5");
        Assert.Equal([10, 11, 12, 13, 14], page.GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("n").GetInt32()));
        Assert.Equal(14, page.GetProperty("next").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/speakers?cursor=nobody")]
    [InlineData("/api/v1/talks?cursor=nowhere&limit=0")]
    [InlineData("/api/v1/history?cursor=x")]
    [InlineData("/api/v1/desk?cursor=x&queue=nonsense")]
    public async Task A_cursor_that_is_not_known_begins_at_the_start(string address)
    {
        using var browser = site.Browser();
        Assert.Equal(JsonValueKind.Object, (await GetAsync(browser, address)).ValueKind);
    }

    private static async Task<(List<string> Keys, string? Next)> KeysAsync(HttpClient browser, string address, string list, string key)
    {
        var page = await GetAsync(browser, address);
        return ([.. page.GetProperty(list).EnumerateArray().Select(i => i.GetProperty(key).GetString()!)], page.GetProperty("next").GetString());
    }

    private static async Task<JsonElement> GetAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        answer.EnsureSuccessStatusCode();
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(Ct), cancellationToken: Ct)).RootElement.Clone();
    }
}
