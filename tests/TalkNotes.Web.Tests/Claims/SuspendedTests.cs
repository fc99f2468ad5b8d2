using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Ingest;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Claims;

/// <summary>A verdict whose words changed counts nowhere, whoever shows it.</summary>
public sealed class SuspendedTests
{
    private const string Page = """
        # On small models

        https://youtu.be/abcdefghijk

        ## Key takeaways

        - Small models forget less than people think

        ## Transcript

        **Ann Lee (0:10):** welcome back everybody it is good to see you all

        **Bo Ek (0:20):** what we found is that small models forget less than people think when you train them slowly

        **Ann Lee (0:40):** that is not what I would have guessed a year ago
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_shows_that_a_verdict_waits_and_leads_to_words_that_moved()
    {
        await using var app = TalkNotesApp.Empty();
        using var browser = app.Browser();
        var claim = await TakeInAsync(app, Page);
        var draft = new VerdictDraft { Claim = claim.Id, Value = Status.Verified, Evidence = [new SegmentsEvidence(1, 1)], Curator = "ines" };
        Assert.IsType<VerdictOutcome.Recorded>(await app.Services.GetRequiredService<VerdictDesk>().RecordAsync(draft, Ct));
        string[] pages = [$"/talks/{claim.Talk}", "/claims", $"/claims/{claim.Id}", "/search?q=kind:claim+forget", "/"];
        foreach (var page in pages)
        {
            Assert.Contains("st-verified", await browser.GetStringAsync(new Uri(page, UriKind.Relative), Ct), StringComparison.Ordinal);
        }

        await TakeInAsync(app, Page.Replace("when you train them slowly", "if they are trained slowly", StringComparison.Ordinal));
        foreach (var page in pages[..4])
        {
            var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative), Ct);
            Assert.True(html.Contains("Suspended", StringComparison.Ordinal), page);
        }

        var home = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Ct);
        Assert.DoesNotContain("by ines", home, StringComparison.Ordinal);
        Assert.Equal("unverified", (await app.Services.GetRequiredService<ClaimQueries>().ByIdAsync([claim.Id], Ct)).Single().Status);
        Assert.Contains("<mark>", await browser.GetStringAsync(new Uri("/search?q=status:unverified+kind:claim+forget", UriKind.Relative), Ct), StringComparison.Ordinal);

        await TakeInAsync(app, Page.Replace("**Ann Lee (0:10):**", "**Ann Lee (0:05):** one more thing before we begin today\n\n**Bo Ek (0:10):**", StringComparison.Ordinal));
        var talk = await browser.GetStringAsync(new Uri(pages[0], UriKind.Relative), Ct);
        Assert.Contains("st-verified", talk, StringComparison.Ordinal);
        Assert.Contains($"/talks/{claim.Talk}/transcript", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("Earlier text", talk, StringComparison.Ordinal);
    }

    /// <summary>Takes a version of the page in, as the watched folder would, and brings claims up to date, as the site does right after.</summary>
    private static async Task<ClaimSummary> TakeInAsync(TalkNotesApp app, string page)
    {
        var report = await app.Services.GetRequiredService<Ingester>().IngestAsync(SourceText.FromBytes("talk.md", System.Text.Encoding.UTF8.GetBytes(page)), formatId: null, Ct);
        Assert.Contains(report.Outcome, new[] { IngestOutcome.Added, IngestOutcome.Updated });
        await app.Services.GetRequiredService<ClaimUpkeep>().RefreshAsync(progress: null, Ct);
        return (await app.Services.GetRequiredService<ClaimQueries>().ListAsync(new ClaimFilter(), null, 10, Ct)).Claims.Single();
    }
}
