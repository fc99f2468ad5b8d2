using Microsoft.AspNetCore.Mvc.Testing;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

public class SecurityHeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/robots.txt")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_forbids_foreign_and_inline_content(string address)
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security")); // not without TLS
    }

    [Fact]
    public async Task Under_TLS_a_browser_stays_with_TLS()
    {
        await using var app = new TalkNotesApp(Directory.CreateTempSubdirectory("talknotes-empty-").FullName, new Dictionary<string, string>(StringComparer.Ordinal) { ["hosts"] = "talks.example.org", ["read-only"] = "true" });
        using var browser = app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("https://talks.example.org/"));
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task Under_TLS_cookies_are_this_hosts_alone()
    {
        await using var app = new TalkNotesApp(Directory.CreateTempSubdirectory("talknotes-empty-").FullName, new Dictionary<string, string>(StringComparer.Ordinal) { ["hosts"] = "talks.example.org", ["read-only"] = "true" });
        using var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://talks.example.org") });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]);
        using var chosen = await browser.PostAsync(new Uri(Links.Appearance, UriKind.Relative), form, TestContext.Current.CancellationToken);
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-theme=dark; ", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("data-theme=\"dark\"", await PageAsync(browser, "a=b; __Host-theme=dark; theme=light"), StringComparison.Ordinal);
        Assert.Contains("data-theme=\"\"", await PageAsync(browser, "theme=dark"), StringComparison.Ordinal); // anybody in the domain could have set that one
    }

    private static async Task<string> PageAsync(HttpClient browser, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/talks", UriKind.Relative));
        request.Headers.Add("Cookie", cookies);
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
