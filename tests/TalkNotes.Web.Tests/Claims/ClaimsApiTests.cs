using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Claims;

public class ClaimsApiTests(VerdictsFixture site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_pages_by_cursor_and_one_claim_carries_its_history()
    {
        using var browser = site.Browser();
        var first = await GetAsync(browser, "/api/v1/claims?limit=5");
        var second = await GetAsync(browser, $"/api/v1/claims?limit=5&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal(5, first.GetProperty("claims").GetArrayLength());
        Assert.NotEqual(first.GetProperty("claims")[0].GetProperty("id").GetString(), second.GetProperty("claims")[0].GetProperty("id").GetString());
        var one = await GetAsync(browser, $"/api/v1/claims/{site.Claim().Id}");
        Assert.Equal(JsonValueKind.Array, one.GetProperty("history").ValueKind);
        Assert.Equal(JsonValueKind.Null, one.GetProperty("verdict").ValueKind);
    }

    [Theory]
    [InlineData("/api/v1/claims/aaaaaaaaaa", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/claims?status=true", HttpStatusCode.BadRequest)]
    public async Task Errors_are_problem_details(string address, HttpStatusCode status)
    {
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Verdict_needs_the_token_evidence_and_an_open_question()
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(browser, claim.Id, new { status = "verified" })).Status);
        browser.DefaultRequestHeaders.Authorization = new("Bearer", VerdictsFixture.Token + "x");
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(browser, claim.Id, new { status = "verified" })).Status);
        browser.DefaultRequestHeaders.Authorization = new("Bearer", VerdictsFixture.Token);
        var (status, body) = await PostAsync(browser, claim.Id, new { status = "verified" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("No verdict without evidence", body.GetProperty("errors").GetProperty("evidence")[0].GetString(), StringComparison.Ordinal);
        object[] page = [new { url = "https://example.org", note = "n" }];
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(browser, claim.Id, new { question = "accuracy", status = "accurate", evidence = page })).Status);
        object[] evidence = [new { segments = new[] { 1, 2 }, stance = "refutes" }];
        (status, body) = await PostAsync(browser, claim.Id, new { status = "partly", reasons = new[] { "date" }, evidence, seen = 0 });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("unverified", "partly", "ines"), (body.GetProperty("from").GetString(), body.GetProperty("value").GetString(), body.GetProperty("curator").GetString()));
        (status, body) = await PostAsync(browser, claim.Id, new { status = "refuted", reasons = new[] { "date" }, evidence, seen = 0 });
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("partly", body.GetProperty("newest").GetProperty("value").GetString());
        Assert.Equal("refuted", body.GetProperty("yours").GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, "aaaaaaaaaa", new { status = "verified" })).Status);
    }

    [Theory]
    [InlineData("{\"evidence\":[{\"startMs\":9223372036854775807,\"heard\":\"x\"}],\"status\":\"verified\"}")]
    [InlineData("{\"evidence\":null,\"searched\":null,\"reasons\":null,\"status\":\"verified\"}")]
    [InlineData("{\"evidence\":[{}],\"status\":\"verified\"}")]
    [InlineData("{\"evidence\":[{\"segments\":[1]}],\"status\":\"\\u0000\"}")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Odd_bodies_are_refused_not_failed(string json)
    {
        var claim = site.Claim();
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Authorization = new("Bearer", VerdictsFixture.Token);
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await browser.PostAsync(new Uri($"/api/v1/claims/{claim.Id}/verdicts", UriKind.Relative), content, Ct);
        Assert.InRange((int)answer.StatusCode, 201, 499);
    }

    [Fact]
    public async Task Programs_write_by_token_only_even_on_the_own_machine()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var answer = await browser.PostAsJsonAsync(new Uri("/api/v1/claims/x/verdicts", UriKind.Relative), new { status = "verified" }, Ct);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
    }

    private static async Task<JsonElement> GetAsync(HttpClient browser, string address) =>
        await browser.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Ct);

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient browser, string claim, object body)
    {
        using var answer = await browser.PostAsJsonAsync(new Uri($"/api/v1/claims/{claim}/verdicts", UriKind.Relative), body, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
