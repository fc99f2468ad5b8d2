using System.Net;

using TalkNotes.Web.Tests.Faults;

namespace TalkNotes.Web.Tests.Accounts;

/// <summary>Reading closed, behind a trusted proxy that signs people in, and few writes a minute.</summary>
public sealed class ClosedSite() : NetworkSite(new Dictionary<string, string>(StringComparer.Ordinal)
{
    ["reading"] = "closed",
    ["hosts"] = "talks.example.org",
    ["trusted-proxies"] = "10.0.0.0/8",
    ["sign-in-header"] = "X-Remote-User",
    ["requests-per-minute"] = "30",
    ["writes-per-minute"] = "3",
});

public class ClosedSiteTests(ClosedSite site) : IClassFixture<ClosedSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", 303)]
    [InlineData("/talks", 303)]
    [InlineData("/search?q=x", 303)]
    [InlineData("/api/v1/talks", 401)]
    [InlineData("/feed.atom", 401)]
    [InlineData("/searches/any.atom", 401)]
    [InlineData("/openapi/v1.json", 401)]
    [InlineData("/css/site.css", 200)]
    [InlineData("/sign-in", 200)]
    [InlineData("/health/live", 200)]
    public async Task Where_reading_is_closed_only_the_door_is_open(string address, int status)
    {
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/talks")]
    [InlineData("/api/v1/talks")]
    [InlineData("/api/v1/search?q=a")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/feed.atom")]
    public async Task A_reader_reads_and_the_answer_is_kept_nowhere(string address)
    {
        using var browser = await site.SignedInAsync("rita");
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("10.1.2.3", "Ines", 200)]
    [InlineData("::ffff:10.1.2.3", "ines", 200)]
    [InlineData("10.1.2.3", "rita", 403)]
    [InlineData("10.1.2.3", "nobody", 303)]
    [InlineData("203.0.113.9", "Ines", 303)]
    [InlineData("127.0.0.1", "Ines", 303)]
    public async Task Only_a_trusted_proxy_says_who_signed_in(string peer, string name, int status)
    {
        var answer = await site.SendAsync(c =>
        {
            c.Request.Path = "/desk";
            c.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            c.Request.Headers["X-Remote-User"] = name;
            c.Request.Headers["X-Forwarded-Host"] = "talks.example.org";
            c.Request.Headers["X-Forwarded-Proto"] = "https";
            c.Request.Headers["X-Forwarded-For"] = $"198.51.100.{status % 200}";
        });
        Assert.Equal(status, answer.Response.StatusCode);
        Assert.Equal(peer.Contains("10.1", StringComparison.Ordinal), answer.Response.Headers.ContainsKey("Strict-Transport-Security")); // so is its word on TLS
    }

    [Fact]
    public async Task One_address_asks_and_writes_only_so_often()
    {
        Assert.Equal([303, 303, 303, 429], await ManyAsync("203.0.113.50", "POST", 4));
        Assert.Equal([303, 303, 303, 429], await ManyAsync("2001:db8::1", "POST", 4));
        Assert.Equal([429], await ManyAsync("2001:db8::2", "POST", 1)); // the same house
        var reading = await ManyAsync("203.0.113.51", "GET", 31);
        Assert.Equal((200, 429), (reading[0], reading[^1]));
        Assert.All(await ManyAsync("127.0.0.1", "GET", 31), s => Assert.Equal(200, s));
    }

    [Fact]
    public async Task A_program_that_asks_too_often_is_told_as_problem_details()
    {
        Assert.Equal(30, (await ManyAsync("203.0.113.52", "GET", 30)).Count);
        var answer = await site.SendAsync(c =>
        {
            c.Request.Path = "/api/v1/talks";
            c.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.52");
        });
        Assert.Equal((429, "application/problem+json"), (answer.Response.StatusCode, answer.Response.ContentType));
        Assert.True(answer.Response.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task It_refuses_to_be_reached_by_others_while_nobody_could_write()
    {
        var data = Directory.CreateTempSubdirectory("talknotes-test-").FullName;
        (string Setting, string Message)[] refused =
        [
            ("--urls=http://0.0.0.0:5189", "talknotes user add"), ("--Kestrel:Endpoints:a:Url=http://0.0.0.0:5189", "talknotes user add"), ("--sign-in-header=X-User", "--trusted-proxies"),
        ];
        foreach (var (setting, message) in refused)
        {
            var (status, _, error) = await TalkNotesProcess.RunAsync(data, [setting, "--data", data, "--library", data], Ct);
            Assert.Equal(2, status);
            Assert.Contains(message, error, StringComparison.Ordinal);
        }

        Directory.Delete(data, recursive: true);
    }

    private async Task<List<int>> ManyAsync(string address, string method, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            var answer = await site.SendAsync(c =>
            {
                c.Request.Method = method;
                c.Request.Path = method == "POST" ? Links.Appearance : "/sign-in";
                c.Connection.RemoteIpAddress = IPAddress.Parse(address);
            });
            statuses.Add(answer.Response.StatusCode);
        }

        return statuses;
    }
}
