using System.Text;

namespace TalkNotes.Web.Tests.Hostile;

/// <summary>Requests that are odd in themselves, behind a real server: headers, conditions, ranges, parameters given twice, places out of range.</summary>
public sealed class HostileRequestsTests(HostileSite site) : IClassFixture<HostileSite>
{
    private static readonly string[] Places = ["/talks", "/add", "/search?q=model", "/api/v1/talks", "/robots.txt", "/feeds/talks.atom"];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("If-None-Match", "*"), ("If-None-Match", "W/\"x\", *, \"y"), ("If-None-Match", new string('"', 500)), ("If-None-Match", string.Join(',', Enumerable.Repeat("\"b\"", 3_000))), ("If-None-Match", "W/W/\"a\""),
        ("If-Match", "\"a\""), ("If-Modified-Since", "Sat, 99 Foo 2020"), ("If-Modified-Since", "Fri, 31 Dec 9999 23:59:59 GMT"), ("If-Unmodified-Since", "-1"),
        ("Range", "bytes=0-0"), ("Range", "bytes=5-2"), ("Range", "bytes=-0"), ("Range", "bytes=99999999999999999999-"), ("Range", "lines=1-2"), ("Range", "bytes=" + string.Join(',', Enumerable.Repeat("0-0", 3_000))),
        ("Content-Type", "multipart/form-data"), ("Content-Type", "application/json; charset=utf-7"), ("Content-Type", new string('x', 5_000)),
        ("Accept", new string('x', 20_000)), ("Accept-Encoding", "br;q=9, gzip;q=-1, *;q=nan"), ("Accept-Encoding", string.Concat(Enumerable.Repeat("a,", 8_000))), ("Accept-Language", new string('*', 20_000)),
        ("Cookie", "theme=dark; theme=light; theme=\"<x>\""), ("Cookie", "talknotes-session=AAAA; talknotes-form=BBBB; .AspNetCore.Mvc.CookieTempDataProvider=x"), ("Cookie", string.Concat(Enumerable.Repeat("a;", 10_000))), ("Cookie", "curator=%3Cscript%3E%00"),
        ("Authorization", "Bearer"), ("Authorization", "Bearer "), ("Authorization", "bearer a b c"), ("Authorization", "Basic " + new string('A', 20_000)),
        ("X-Original-URL", "/users"), ("X-Rewrite-URL", "/users"), ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Prefix", "//evil.example"),
        ("Origin", new string('x', 5_000)), ("Referer", "javascript:alert(1)"), ("traceparent", "00-" + new string('f', 5_000)), ("baggage", string.Concat(Enumerable.Repeat("a=b,", 5_000))),
    ];

    private static readonly string[] Addresses =
    [
        "/search?q=a&q=b&q=c", "/search?q[]=a", "/search?q=a&Q=b", "/search?q=a;limit=5", "/api/v1/search?q=a&limit=5&limit=9", "/api/v1/search?limit=-1&q=a", "/api/v1/search?limit=99999999999&q=a",
        "/api/v1/search?q=a&cursor=AAAA", "/api/v1/search?q=a&cursor=eyJpZCI6MX0=", "/search?q=a&page=2147483648", "/search?q=a&page=-5", "/search?q=a&sort=rank;drop", "/search?q=%", "/search?q=%zz", "/search?q=%u0041", "/search?=a", "/search?&&&&",
        "/talks?cursor=%00", "/api/v1/talks?cursor=-1", "/api/v1/talks?cursor=99999999999999999999", "/api/v1/claims?limit=0", "/talks?page=999999999999", "/history?page=-1",
        "/talks//", "/talks/%2e%2e/", "/talks/..%2f..%2fetc", "/css/..%2f..%2fappsettings.json", "/..%5c..%5cappsettings.json", "/keys", "/data/talknotes.db", "/.git/config", "/appsettings.json", "/talknotes.dll", "/.env", "/%c0%ae%c0%ae/",
        "/talks;a=b", "//evil.example/", "/\\evil.example", "/sign-in?back=//evil.example", "/sign-in?back=/%5Cevil.example", "/sign-in?back=%2F%09%2Fevil.example", "/export?format=../../x",
        "/search?q=" + "a*%20b*%20c*%20-d%20NEAR(e%20f)%20%22g%20h%22%20OR%20", "/search?q=(a%2B)%2B%24%20.*%20%5B%5Ea%5D%7B1,99999%7D", "/search?q=year:99999999999999999999", "/search?q=after:0000-00-00%20before:9999-99-99", "/search?q=%EF%B7%BA%EF%B7%BA%EF%B7%BA",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Odd_requests_are_answered_or_refused_and_never_fail()
    {
        var faults = new List<string>();
        foreach (var (name, value) in Headers)
        {
            foreach (var place in Places)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(place, UriKind.Relative));
                if (name == "Content-Type")
                {
                    request.Content = new ByteArrayContent([]);
                    request.Content.Headers.TryAddWithoutValidation(name, value);
                }
                else
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }

                await LookAsync($"{name}: {value[..Math.Min(30, value.Length)]} at {place}", request, faults);
            }
        }

        foreach (var address in Addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Client.BaseAddress + address[1..]));
            await LookAsync(address, request, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
    }

    [Theory]
    [InlineData("{\"status\":\"verified\",\"status\":\"partly\",\"evidence\":[{\"segments\":[0,0]}]}")]
    [InlineData("{\"status\":\"verified\",\"note\":\"\\ud800\",\"evidence\":[{\"segments\":[0,0]}]}")]
    [InlineData("{\"status\":\"verified\",\"evidence\":[{\"segments\":[-1,-5]}]}")]
    [InlineData("{\"status\":\"verified\",\"evidence\":[{\"segments\":[0,2147483647]}]}")]
    [InlineData("{\"status\":\"verified\",\"evidence\":[{\"segments\":[0,99999999999]}]}")]
    [InlineData("{\"status\":\"verified\",\"evidence\":[{\"segments\":[0.5,1]}]}")]
    [InlineData("{\"status\":\"verified\",\"evidence\":[{\"segments\":[NaN,0]}]}")]
    [InlineData("{\"status\":\"verified\\u0000\",\"evidence\":[{\"segments\":[0,0]}]}")]
    [InlineData("{/*x*/\"status\":\"verified\",}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("")]
    public async Task A_body_that_is_no_verdict_is_refused(string body)
    {
        foreach (var charset in new[] { "utf-8", "utf-7", "utf-16", "x-none" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/claims/{await ClaimAsync()}/verdicts", UriKind.Relative));
            request.Headers.Authorization = new("Bearer", site.Token);
            request.Content = new ByteArrayContent(charset == "utf-16" ? Encoding.Unicode.GetBytes(body) : Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
            using var answer = await site.Client.SendAsync(request, Ct);
            Assert.True((int)answer.StatusCode is 400 or 415 or 422, $"{charset}: {(int)answer.StatusCode}");
        }
    }

    private async Task<string> ClaimAsync() =>
        System.Text.Json.JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/claims?limit=1", UriKind.Relative), Ct)).RootElement.GetProperty("claims")[0].GetProperty("id").GetString()!;

    private async Task LookAsync(string what, HttpRequestMessage request, List<string> faults)
    {
        using var answer = await site.Client.SendAsync(request, Ct);
        if (!answer.Headers.Contains("Content-Security-Policy") && (int)answer.StatusCode is >= 400 and < 500)
        {
            return; // the server refused it before the program saw it
        }

        faults.AddRange((await HostileSite.FaultsAsync(answer, Ct)).Select(fault => $"{what}: {fault}"));
    }
}
