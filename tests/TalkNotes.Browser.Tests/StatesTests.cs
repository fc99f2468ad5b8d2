using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Ingest;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Browser.Tests;

/// <summary>Pages in states that the seeds do not have: two transcripts, a verdict that waits, one that another curator disputes.</summary>
public class StatesTests(Site site)
{
    private const string Page = """
        # On small models

        https://youtu.be/abcdefghijk

        ## Key takeaways

        - Small models forget less than people think
        - Nobody would have guessed it a year ago

        ## Transcript

        **Ann Lee (0:10):** welcome back everybody it is good to see you all

        **Bo Ek (0:20):** what we found is that small models forget less than people think when you train them slowly

        **Ann Lee (0:40):** that is not what I would have guessed a year ago
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Compared_transcripts_and_claims_that_wait_or_are_disputed_are_whole_in_every_look()
    {
        await using var app = TalkNotesApp.Empty();
        app.UseKestrel(0);
        app.StartServer();
        await TakeInAsync(app, "talk.md", Page);
        await TakeInAsync(app, "other.md", Other(Page));
        var claims = (await app.Services.GetRequiredService<ClaimQueries>().ListAsync(new ClaimFilter(), null, 10, Ct)).Claims;
        var desk = app.Services.GetRequiredService<VerdictDesk>();
        foreach (var claim in claims)
        {
            var place = claim.Text.StartsWith("Small", StringComparison.Ordinal) ? 1 : 2;
            Assert.IsType<VerdictOutcome.Recorded>(await desk.RecordAsync(new VerdictDraft { Claim = claim.Id, Value = Status.Verified, Evidence = [new SegmentsEvidence(place, place)], Curator = "ines" }, Ct));
            if (place == 2)
            {
                Assert.IsType<VerdictOutcome.Recorded>(await desk.ReviewAsync(claim.Id, 1, Status.Partly, "a year ago is the host's", "tom", Ct));
            }
        }

        var edited = Page.Replace("what we found is that small models forget less than people think when you train them slowly", "let us come to something else, the harvest of that year and its price", StringComparison.Ordinal);
        await TakeInAsync(app, "talk.md", edited);
        await TakeInAsync(app, "other.md", Other(edited)); // whichever counts, the words of one verdict are gone
        var faults = new ConcurrentBag<string>();
        var page = await site.OpenAsync("about:blank", address: app.ClientOptions.BaseAddress.ToString());
        var visitor = await Visitor.OfAsync(page, app.ClientOptions.BaseAddress.ToString().TrimEnd('/'), faults);
        string[] paths = [$"/talks/{claims[0].Talk}/compare", $"/talks/{claims[0].Talk}", "/claims?status=suspended", "/claims?status=disputed", "/desk?queue=recheck", $"/claims/{claims[0].Id}"];
        foreach (var path in paths)
        {
            await visitor.VisitAsync(path);
        }

        await page.GotoAsync("/claims?status=suspended");
        Assert.Equal(1, await page.Locator(".claim").CountAsync()); // the words of the other one still stand where they stood
        await page.GotoAsync("/claims?status=disputed");
        Assert.NotEqual(0, await page.Locator(".claim").CountAsync()); // or nothing was looked at
        await page.Context.CloseAsync();
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    /// <summary>A second transcript of the talk, in slightly other words, without the claims.</summary>
    private static string Other(string page) =>
        page[..page.IndexOf("## Key", StringComparison.Ordinal)] + page[page.IndexOf("## Transcript", StringComparison.Ordinal)..].Replace("found is", "saw was", StringComparison.Ordinal);

    private static async Task TakeInAsync(TalkNotesApp app, string name, string text)
    {
        var report = await app.Services.GetRequiredService<Ingester>().IngestAsync(SourceText.FromBytes(name, System.Text.Encoding.UTF8.GetBytes(text)), formatId: null, Ct);
        Assert.Contains(report.Outcome, new[] { IngestOutcome.Added, IngestOutcome.Updated });
        await app.Services.GetRequiredService<ClaimUpkeep>().RefreshAsync(progress: null, Ct);
    }
}
