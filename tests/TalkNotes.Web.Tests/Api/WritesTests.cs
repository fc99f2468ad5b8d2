using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

/// <summary>What pages let a curator do, a program can do with that curator's token, and is refused in the same cases.</summary>
public sealed class WritesTests : IAsyncLifetime
{
    private const string Captions = """
        WEBVTT

        00:01.000 --> 00:04.000
        <v Ann Lee>Models will reason for hours by the end of next year.

        00:04.000 --> 00:08.000
        <v Bo Ek>And the GBT models are getting cheaper every month.

        """;

    private readonly TalkNotesApp _app = TalkNotesApp.Empty();
    private HttpClient _ines = null!;
    private HttpClient _ravi = null!;
    private string _talk = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ines = await ClientAsync("ines");
        _ravi = await ClientAsync("ravi");
        var report = await TakeInAsync("on-reasoning.vtt", Captions);
        Assert.Equal(("added", 2), (report.GetProperty("outcome").GetString(), report.GetProperty("segments").GetInt32()));
        _talk = report.GetProperty("talk").GetString()!;
    }

    [Fact]
    public async Task A_document_is_taken_in_once_and_a_bad_name_or_file_is_refused()
    {
        Assert.Equal("duplicate", (await TakeInAsync("again.vtt", Captions)).GetProperty("outcome").GetString());
        using var unnamed = await _ines.PostAsync(new Uri("/api/v1/talks?name=../..", UriKind.Relative), new StringContent(Captions), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.StatusCode);
        using var binary = await _ines.PostAsync(new Uri("/api/v1/talks?name=x.txt", UriKind.Relative), new ByteArrayContent([0, 1, 2, 0, 255, 0, 7]), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, binary.StatusCode);
        using var stranger = _app.Browser();
        using var refused = await stranger.PostAsync(new Uri("/api/v1/talks?name=y.vtt", UriKind.Relative), new StringContent(Captions), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_transcript_of_any_source_is_read_and_put_right()
    {
        var other = (await TakeInAsync("retold.vtt", Captions.Replace("Ann Lee", "Speaker 1", StringComparison.Ordinal).Replace("reason", "raisin", StringComparison.Ordinal))).GetProperty("talk").GetString()!;
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/same", new { other, same = true })).Status);
        var primary = (await GetAsync($"/api/v1/talks/{_talk}/segments")).GetProperty("segments")[0].GetProperty("text").GetString()!;
        var second = primary.Contains("raisin", StringComparison.Ordinal) ? 1 : 2;
        var (heard, said) = second == 2 ? ("raisin", "reason") : ("reason", "raisin");
        var segments = $"/api/v1/talks/{_talk}/segments?source={second}";
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/turns", new { source = second, segments = new[] { 0, 0 }, speaker = "Grace Hopper" })).Status);
        Assert.Equal(1, (await GetAsync($"/api/v1/talks/{_talk}/words?heard={heard}&said={said}&source={second}")).GetProperty("inTalk").GetInt32());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/words", new { source = second, segments = new[] { 0, 0 }, heard, said })).Status);

        var (mended, untouched) = ((await GetAsync(segments)).GetProperty("segments")[0], (await GetAsync($"/api/v1/talks/{_talk}/segments")).GetProperty("segments")[0]);
        Assert.Equal(("Grace Hopper", said), (mended.GetProperty("speaker").GetString(), mended.GetProperty("corrections")[0].GetProperty("text").GetString()));
        Assert.NotEqual("Grace Hopper", untouched.GetProperty("speaker").GetString());
        Assert.False(untouched.TryGetProperty("corrections", out var none) && none.ValueKind != JsonValueKind.Null);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/turns", new { source = 9, segments = new[] { 0, 0 }, speaker = "Grace Hopper" })).Status);
    }

    [Fact]
    public async Task A_claim_is_made_judged_disputed_and_the_verdict_taken_back()
    {
        var made = new { talk = _talk, segments = new[] { 0, 0 }, words = "reason for hours", text = "Models already reason for hours" };
        var (status, claim) = await PostAsync(_ines, "/api/v1/claims", made);
        Assert.Equal((HttpStatusCode.Created, "person"), (status, claim.GetProperty("claim").GetProperty("origin").GetString()));
        var id = claim.GetProperty("claim").GetProperty("id").GetString();
        (status, claim) = await PostAsync(_ines, "/api/v1/claims", made);
        Assert.Equal((HttpStatusCode.Conflict, id), (status, claim.GetProperty("claim").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_ines, "/api/v1/claims", made with { words = "nobody said this" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(_ines, "/api/v1/claims", made with { talk = "nowhere" })).Status);

        var verdict = new { status = "partly", reasons = new[] { "overstated" }, evidence = new[] { new { segments = new[] { 0, 0 } } }, seen = 0 };
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/claims/{id}/verdicts", verdict)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_ines, $"/api/v1/claims/{id}/verdicts/1/reviews", new { status = "partly" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ravi, $"/api/v1/claims/{id}/verdicts/1/reviews", new { status = "refuted", note = "It says will" })).Status);
        Assert.True((await GetAsync($"/api/v1/claims/{id}")).GetProperty("claim").GetProperty("disputed").GetBoolean());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_ines, $"/api/v1/claims/{id}/evidence/9", new { segments = new[] { 0, 0 } })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_ines, $"/api/v1/claims/{id}/successor", new { successor = "aaaaaaaaaa" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/claims/{id}/verdicts/1/undo", new { })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(_ines, $"/api/v1/claims/{id}/verdicts/1/undo", new { })).Status);
        Assert.Equal("unverified", (await GetAsync($"/api/v1/claims/{id}")).GetProperty("claim").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Facts_that_are_left_out_stay_and_null_says_that_nobody_knows()
    {
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/facts", new { title = "On reasoning", published = "2026-02-03", topics = new[] { "models" } })).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/facts", new { show = "The show" })).Status);
        Assert.Equal(("On reasoning", "2026-02-03", "The show", 1), await FactsAsync());
        var seen = (await GetAsync($"/api/v1/talks/{_talk}/corrections")).GetProperty("newest").GetInt32();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/facts", new { published = (string?)null, topics = (string[]?)null, seen })).Status);
        Assert.Equal(("On reasoning", null, "The show", 0), await FactsAsync());

        async Task<(string?, string?, string?, int)> FactsAsync()
        {
            var talk = (await GetAsync($"/api/v1/talks/{_talk}")).GetProperty("talk");
            return (talk.GetProperty("title").GetString(), talk.GetProperty("published").GetString(), talk.GetProperty("show").GetString(), talk.GetProperty("topics").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("/api/v1/talks/{talk}/facts", """{"titel":"On reasoning"}""", "$.titel")]
    [InlineData("/api/v1/talks/{talk}/facts", """{"title":"On reasoning","title":"On other things"}""", "$.title")]
    [InlineData("/api/v1/talks/{talk}/facts", """{"title":7}""", "$.title")]
    [InlineData("/api/v1/talks/{talk}/words", """{"heard":"GBT","said":"GPT","reech":"place"}""", "$.reech")]
    [InlineData("/api/v1/claims/x/verdicts", """{"status":"verified","evidence":[{"segments":[0,0],"stanse":"refutes"}]}""", "$.evidence[0].stanse")]
    [InlineData("/api/v1/glossary", """{"yaml":"","seenn":""}""", "$.seenn")]
    [InlineData("/api/v1/searches", """{"name":"n","asked":"q","limits":9}""", "$.limits")]
    public async Task What_is_misspelt_is_refused_and_named(string address, string body, string place)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _ines.PostAsync(new Uri(address.Replace("{talk}", _talk, StringComparison.Ordinal), UriKind.Relative), content, Ct);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"at {place} ", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_facts_and_words_are_put_right_and_taken_back()
    {
        var (status, facts) = await PostAsync(_ines, $"/api/v1/talks/{_talk}/facts", new { title = "On reasoning", published = "2026-02-03" });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("On reasoning", (await GetAsync($"/api/v1/talks/{_talk}")).GetProperty("talk").GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/facts", new { published = "soon" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/words", new { heard = "GBT", said = "GPT" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/turns", new { segments = new[] { 1, 1 }, speaker = "Cy Holm" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_ines, $"/api/v1/talks/{_talk}/turns", new { speaker = "Cy Holm" })).Status);
        var segment = (await GetAsync($"/api/v1/talks/{_talk}/segments")).GetProperty("segments")[1];
        Assert.Equal("Cy Holm", segment.GetProperty("speaker").GetString());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ines, "/api/v1/speakers/ann-lee/name", new { name = "Ann Leigh" })).Status);
        Assert.Equal("Ann Leigh", (await GetAsync("/api/v1/speakers/ann-lee")).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(_ines, "/api/v1/speakers/nobody/name", new { also = "N" })).Status);

        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_ravi, $"/api/v1/corrections/{facts.GetProperty("id").GetInt32()}/undo", new { })).Status);
        var history = await GetAsync("/api/v1/corrections");
        Assert.Equal("ravi", history.GetProperty("corrections")[0].GetProperty("curator").GetString());
        Assert.True(history.GetProperty("total").GetInt32() >= 5);
    }

    public async ValueTask DisposeAsync()
    {
        _ines.Dispose();
        _ravi.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<HttpClient> ClientAsync(string name)
    {
        var key = name.ToUpperInvariant();
        await _app.Services.GetRequiredService<AccountStore>().AddAsync(new Account { Name = name, Key = key, Role = Role.Curator }, Ct);
        var client = _app.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await _app.Services.GetRequiredService<ApiTokens>().MakeAsync(key, "tests", 1, Ct));
        return client;
    }

    private async Task<JsonElement> TakeInAsync(string name, string text)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        using var answer = await _ines.PostAsync(new Uri($"/api/v1/talks?name={name}", UriKind.Relative), body, Ct);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task<JsonElement> GetAsync(string address) => await _ines.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Ct);

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(address, UriKind.Relative), body, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
