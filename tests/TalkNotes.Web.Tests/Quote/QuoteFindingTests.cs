using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Quote;

/// <summary>The quotes that a source prints stand on talk and desk with what became of them.</summary>
public sealed class QuoteFindingTests(SeedsApp app) : IClassFixture<SeedsApp>
{
    private const string Talk = "openais-chief-scientist-on-continual-learning-hype-rl-beyond-code-future";

    [Fact]
    public async Task Talk_says_of_each_printed_quote_whether_it_was_said_so()
    {
        var html = await GetAsync($"/talks/{Talk}");
        var findings = html.Split("Compared with the transcript: ").Skip(1).Select(f => f[..f.IndexOf("</span>", StringComparison.Ordinal)]).ToList();
        Assert.Equal(2, findings.Count);
        Assert.Contains(findings, f => f.EndsWith("st-verified\">Word for word", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.EndsWith("st-altered\">Altered", StringComparison.Ordinal));
        Assert.Contains("<a href=\"/quote?text=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_shows_the_finding_at_a_quote_and_at_nothing_else()
    {
        var quotes = await app.Services.GetRequiredService<Core.Claims.ClaimQueries>().ListAsync(
            new Core.Claims.ClaimFilter { Talk = Talk, Kind = "quote" }, null, 10, TestContext.Current.CancellationToken);
        foreach (var quote in quotes.Claims)
        {
            Assert.Contains("Compared with the transcript:", await GetAsync($"/desk?talk={Talk}&claim={quote.Id}"), StringComparison.Ordinal);
        }

        var other = (await app.Services.GetRequiredService<Core.Claims.ClaimQueries>().ListAsync(
            new Core.Claims.ClaimFilter { Talk = Talk, Kind = "key-point" }, null, 1, TestContext.Current.CancellationToken)).Claims[0];
        Assert.DoesNotContain("Compared with the transcript:", await GetAsync($"/desk?talk={Talk}&claim={other.Id}"), StringComparison.Ordinal);
    }

    private async Task<string> GetAsync(string address)
    {
        using var browser = app.Browser();
        return await browser.GetStringAsync(address, TestContext.Current.CancellationToken);
    }
}
