using System.Net;
using Microsoft.Extensions.Configuration;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests.Accounts;

public class OwnSiteTests(VerdictsFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("localhost:5080", 200)]
    [InlineData("127.0.0.1:5080", 200)]
    [InlineData("[::1]:5080", 200)]
    [InlineData("talks.localhost", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("evil.example:5080", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("127.0.0.1.nip.io", 421)]
    [InlineData("192.168.1.7:5080", 421)]
    public async Task A_name_that_was_rebound_to_this_machine_gets_nothing(string host, int status)
    {
        using var browser = app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = host;
        using var answer = await browser.SendAsync(request, Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(status == 200, text.Contains("<main", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Origin", "http://localhost", true)]
    [InlineData("Origin", "https://localhost", true)] // TLS may end before us
    [InlineData("Origin", "http://localhost:81", false)]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    public async Task A_page_of_another_site_changes_nothing(string header, string value, bool isOurs)
    {
        using var browser = app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Links.Appearance, UriKind.Relative));
        request.Headers.Add(header, value);
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]);
        using var answer = await browser.SendAsync(request, Ct);
        Assert.Equal(isOurs ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(isOurs, answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Who_comes_through_a_proxy_is_not_the_person_at_this_machine()
    {
        using var browser = app.Browser();
        Assert.Contains(">Add</a>", await browser.GetStringAsync(new Uri("/", UriKind.Relative), Ct), StringComparison.Ordinal);
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.DoesNotContain(">Add</a>", await browser.GetStringAsync(new Uri("/", UriKind.Relative), Ct), StringComparison.Ordinal);
        using var answer = await browser.GetAsync(new Uri("/add", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null, true)]
    [InlineData("http://localhost:5080;http://[::1]:5080", null, true)]
    [InlineData("http://127.0.0.1:5080", "talks.localhost", true)]
    [InlineData("http://127.0.0.1:5080", "talks.example.org", false)]
    [InlineData("http://0.0.0.0:5080", null, false)]
    [InlineData("http://*:5080", null, false)]
    [InlineData("http://+:5080", null, false)]
    [InlineData("http://[::]:5080", null, false)]
    [InlineData("http://talks.lan", null, false)]
    [InlineData("http://127.0.0.1:1;http://10.0.0.1:2", null, false)]
    public void Only_loopback_is_this_machine_alone(string urls, string? hosts, bool isLocal)
    {
        var configuration = Settings(("urls", urls), ("hosts", hosts));
        Assert.Equal(isLocal, new Exposure(AccessSettings.From(configuration), configuration, null!).IsLocal);
    }

    [Theory]
    [InlineData("read-only", "maybe")]
    [InlineData("reading", "shut")]
    [InlineData("trusted-proxies", "proxy.lan")]
    [InlineData("sign-in-header", "X-Remote-User")]
    [InlineData("requests-per-minute", "0")]
    [InlineData("writes-per-minute", "many")]
    public void A_setting_without_meaning_is_refused(string name, string value)
    {
        var refusal = Assert.Throws<TalkNotes.Web.Cli.UsageException>(() => AccessSettings.From(Settings((name, value))));
        Assert.Contains($"--{name}", refusal.Message, StringComparison.Ordinal);
    }

    private static IConfigurationRoot Settings(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
}
