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
    }
}
