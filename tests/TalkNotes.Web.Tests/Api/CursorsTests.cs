using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Curation;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

/// <summary>Lists are walked while items leave, move and come: none is shown twice, none that stays is passed over.</summary>
public class CursorsTests(SeedsApp site) : IClassFixture<SeedsApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queue_goes_on_behind_claims_that_were_judged()
    {
        await site.Services.GetRequiredService<ClaimUpkeep>().RefreshAsync(progress: null, Ct); // the desk's order is final
        var all = await WalkAsync("/api/v1/desk?queue=open&limit=500", "claims", "id");
        var (first, next) = await PageAsync("/api/v1/desk?queue=open&limit=6", "claims", "id");
        foreach (var id in first.Skip(1))
        {
            await JudgeAsync(id, "cursor");
        }

        Assert.Equal(all, [.. first, .. await WalkAsync("/api/v1/desk?queue=open&limit=6", "claims", "id", next)]);
    }

    [Fact]
    public async Task Talks_go_on_behind_one_that_moved()
    {
        const string List = "/api/v1/talks?sort=left&transcript=true&limit=1";
        var all = await WalkAsync(List, "talks", "slug");
        var (first, next) = await PageAsync(List, "talks", "slug");
        var claims = (await WalkAsync($"/api/v1/claims?talk={first[0]}&limit=100", "claims", "id")).Take(40).ToList();
        foreach (var id in claims)
        {
            await JudgeAsync(id, "cursor");
        }

        Assert.NotEqual(first, (await PageAsync(List, "talks", "slug")).Keys); // it moved down
        Assert.Equal(all.Skip(1), (await WalkAsync(List, "talks", "slug", next)).Where(t => t != first[0]));
    }

    [Fact]
    public async Task People_go_on_behind_one_who_turned_out_to_be_another()
    {
        const string List = "/api/v1/speakers?limit=3";
        var all = await WalkAsync(List, "speakers", "slug");
        var (first, next) = await PageAsync(List, "speakers", "slug");
        Assert.IsType<CurationOutcome.Recorded>(await site.Services.GetRequiredService<SpeakerDesk>().MergeAsync(first[2], first[0], "ann", Ct));
        Assert.Equal(all.Count - 1, (await WalkAsync(List, "speakers", "slug")).Count); // gone
        Assert.Equal(all.Skip(3), await WalkAsync(List, "speakers", "slug", next));
    }

    [Fact]
    public async Task History_goes_on_where_it_was_whatever_came()
    {
        var id = (await WalkAsync("/api/v1/claims?limit=500", "claims", "id"))[^1];
        for (var n = 0; n < 52; n++)
        {
            await JudgeAsync(id, n.ToString(CultureInfo.InvariantCulture));
        }

        var all = await WalkAsync("/api/v1/history?", "verdicts", "givenAt");
        var (first, next) = await PageAsync("/api/v1/history?", "verdicts", "givenAt");
        await JudgeAsync(id, "came meanwhile");
        Assert.Equal(all, [.. first, .. await WalkAsync("/api/v1/history?", "verdicts", "givenAt", next)]);
        Assert.Equal(all.Count + 1, (await WalkAsync("/api/v1/history?", "verdicts", "givenAt")).Count);
    }

    [Theory]
    [InlineData("/api/v1/talks?limit=2&cursor=bm90aGluZw")]
    [InlineData("/api/v1/talks?limit=2&cursor=%20not%20base64")]
    [InlineData("/api/v1/history?cursor=0-99999999999")]
    [InlineData("/api/v1/history?cursor=99999999-99999999")]
    [InlineData("/api/v1/corrections?cursor=2-0")]
    public async Task A_cursor_that_nobody_was_given_is_answered(string address)
    {
        using var browser = site.Browser();
        Assert.Equal(JsonValueKind.Object, (await browser.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Ct)).ValueKind);
    }

    private async Task JudgeAsync(string claim, string note) => Assert.IsType<VerdictOutcome.Recorded>(await site.Services.GetRequiredService<VerdictDesk>().RecordAsync(
        new VerdictDraft { Claim = claim, Value = Status.Partly, Reasons = ["number"], Curator = "ann", Evidence = [new SegmentsEvidence(2, 3)], Note = note }, Ct));

    private async Task<List<string>> WalkAsync(string address, string list, string key, string? from = null)
    {
        var (walked, cursor) = (new List<string>(), from);
        do
        {
            var (keys, next) = await PageAsync(address, list, key, cursor);
            walked.AddRange(keys);
            cursor = next;
            Assert.True(walked.Count < 1000);
        }
        while (cursor is not null);
        return walked;
    }

    private async Task<(List<string> Keys, string? Next)> PageAsync(string address, string list, string key, string? cursor = null)
    {
        using var browser = site.Browser();
        var page = await browser.GetFromJsonAsync<JsonElement>(new Uri(cursor is null ? address : $"{address}&cursor={Uri.EscapeDataString(cursor)}", UriKind.Relative), Ct);
        return ([.. page.GetProperty(list).EnumerateArray().Select(i => i.GetProperty(key).GetString()!)], page.GetProperty("next").GetString());
    }
}
