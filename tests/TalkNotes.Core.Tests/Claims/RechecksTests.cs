using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Claims;

/// <summary>Nothing slides, nothing is lost: verdicts while transcripts and claims change under them.</summary>
public sealed class RechecksTests : IDisposable
{
    private const string Transcript = """
        welcome back everybody it is good to see you all again here
        so four months ago you and the open team talked about a system
        with research level intern capabilities by September of this year
        and then a more fully automated AI researcher by March 2028
        how are you feeling about those timelines checking in today
        I definitely see this as a signal that something here is on track
        """;

    private readonly ClaimLibrary _library = new();
    private readonly int _talk;
    private readonly string _claim;

    public RechecksTests()
    {
        _talk = _library.Talk("talk", Transcript);
        _claim = _library.Claim(_talk, "Research interns by September.", "claim00001");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Shift_by_thirty_seconds_moves_the_evidence_and_keeps_the_badge()
    {
        await VerifyAsync();
        _library.Transcript(_talk, "an advert\nanother advert\na third advert\n" + Transcript);
        var page = await PageAsync();
        var anchor = Assert.Single(page.Verdict!.Evidence).Anchor!;
        Assert.Equal((AnchorState.Moved, 5, 50_000), (anchor.State, anchor.Place!.Segments[0], anchor.Place.StartMs));
        Assert.Equal(("verified", false), (page.Claim.Status, page.Claim.Suspended));
        Assert.Equal(2, page.Verdict.Evidence[0].Segments![0]);
    }

    [Fact]
    public async Task What_leaves_the_program_is_read_also_where_nothing_can_be_written()
    {
        await VerifyAsync();
        _library.Transcript(_talk, "an advert\n" + Transcript);
        await using (var db = _library.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA query_only = 1", Ct); // the library has one connection
            var claim = Assert.Single(await _library.Claims.RecordsAsync("talk", Ct));
            Assert.Equal((_claim, true), (claim.Claim.Id, claim.Claim.Suspended)); // until it can be looked up again
            await db.Database.ExecuteSqlRawAsync("PRAGMA query_only = 0", Ct);
        }

        Assert.False(Assert.Single(await _library.Claims.RecordsAsync("talk", Ct)).Claim.Suspended);
    }

    [Fact]
    public async Task Corrected_words_suspend_the_badge_until_a_person_confirms_the_place()
    {
        await VerifyAsync();
        _library.Transcript(_talk, Transcript.Replace("September", "December", StringComparison.Ordinal));
        var page = await PageAsync();
        Assert.Equal(("unverified", "verified", true), (page.Claim.Status, page.Claim.Given, page.Claim.Suspended));
        Assert.Equal(AnchorState.NeedsConfirmation, page.Verdict!.Evidence[0].Anchor!.State);
        Assert.Equal([2, 2], Assert.Single(page.Verdict.Evidence[0].Anchor!.Candidates).Segments);
        var item = Assert.Single((await _library.Queues.QueueAsync("recheck", new ClaimFilter(), Ct)).Items);
        Assert.Equal((_claim, DeskReason.EvidenceChanged), (item.Id, item.Why));
        Assert.NotNull(await _library.Rechecks.ConfirmAsync(_claim, 0, 2, 99, "tom", Ct));
        Assert.Null(await _library.Rechecks.ConfirmAsync(_claim, 0, 2, 2, "tom", Ct));
        Assert.False((await PageAsync()).Claim.Suspended);
        Assert.Contains("September", (await PageAsync()).Verdict!.Evidence[0].Words!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_words_orphan_the_evidence_and_list_the_claim()
    {
        await VerifyAsync();
        _library.Transcript(_talk, string.Join('\n', Transcript.Split('\n').Where(l => !l.Contains("intern", StringComparison.Ordinal))));
        Assert.Equal(AnchorState.Orphaned, (await PageAsync()).Verdict!.Evidence[0].Anchor!.State);
        Assert.Single((await _library.Queues.QueueAsync("recheck", new ClaimFilter(), Ct)).Items);
        var list = await _library.Claims.ListAsync(new ClaimFilter(), null, 10, Ct);
        Assert.True(Assert.Single(list.Claims).Suspended);
    }

    [Fact]
    public async Task Nothing_counts_between_a_new_transcript_and_the_look_at_it()
    {
        await VerifyAsync();
        _library.Transcript(_talk, Transcript + "\nand some more words at the end");
        var before = (await _library.Claims.PageAsync(_claim, Ct))!.Claim;
        Assert.Equal(("unverified", "verified", true), (before.Status, before.Given, before.Suspended));
        Assert.Equal(1, (await _library.Claims.ListAsync(new ClaimFilter { Status = "suspended" }, null, 10, Ct)).Total);
        Assert.Equal(0, (await _library.Claims.ListAsync(new ClaimFilter { Status = "verified" }, null, 10, Ct)).Total);
        Assert.Equal(("verified", false), ((await PageAsync()).Claim.Status, (await PageAsync()).Claim.Suspended));
        Assert.Equal(0, (await _library.Upkeep.RefreshAsync(progress: null, Ct)).Settled);
    }

    [Fact]
    public async Task Undo_that_brings_back_evidence_of_an_earlier_transcript_looks_its_words_up()
    {
        await VerifyAsync();
        _library.Transcript(_talk, Transcript.Replace("September", "December", StringComparison.Ordinal));
        var partly = new VerdictDraft { Claim = _claim, Value = Status.Partly, Reasons = ["date"], Evidence = [new SegmentsEvidence(2, 2)], Curator = "ines" };
        Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(partly, Ct));
        Assert.Equal(("partly", false), ((await PageAsync()).Claim.Status, (await PageAsync()).Claim.Suspended));
        Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.UndoAsync(_claim, 2, "ines", Ct));
        var back = (await _library.Claims.PageAsync(_claim, Ct))!.Claim;
        Assert.Equal(("unverified", "verified", true), (back.Status, back.Given, back.Suspended));
    }

    [Fact]
    public async Task Evidence_that_a_person_calls_gone_stays_suspended()
    {
        await VerifyAsync();
        Assert.Null(await _library.Rechecks.GoneAsync(_claim, 0, "tom", Ct));
        Assert.True((await PageAsync()).Claim.Suspended);
    }

    [Fact]
    public async Task Look_alike_planted_elsewhere_is_never_taken()
    {
        await VerifyAsync();
        var lines = Transcript.Split('\n');
        _library.Transcript(_talk, string.Join('\n', [.. lines[..2], .. lines[3..], "another show once spoke of a system", lines[2], "and people laughed"]));
        var page = await PageAsync();
        Assert.True(page.Claim.Suspended);
        Assert.Null(page.Verdict!.Evidence[0].Anchor!.Place);
    }

    [Fact]
    public async Task Transcript_that_goes_away_and_comes_back_gives_the_badge_back()
    {
        await VerifyAsync();
        _library.RemoveTranscript(_talk);
        Assert.True((await PageAsync()).Claim.Suspended);
        _library.Transcript(_talk, Transcript);
        Assert.False((await PageAsync()).Claim.Suspended);
    }

    [Fact]
    public async Task Notes_before_their_transcript_wait_apart_and_return_to_the_queue_with_it()
    {
        var talk = _library.Talk("notes-only");
        var claim = _library.Claim(talk, "Compaction forgets.", "claim00002");
        Assert.Equal(DeskReason.NoTranscript, (await ItemAsync(claim)).Why);
        Assert.Equal(claim, (await _library.Queues.QueueAsync(null, new ClaimFilter(), Ct)).Items[^1].Id);
        _library.Transcript(talk, "we summarize the most important information\nand forget the rest");
        Assert.Equal(DeskReason.Rest, (await ItemAsync(claim)).Why);
    }

    [Fact]
    public async Task Moment_verdict_given_before_the_transcript_came_stays_in_force()
    {
        var talk = _library.Talk("notes-only");
        var claim = _library.Claim(talk, "Compaction forgets.", "claim00002");
        var moment = new MomentEvidence(TimeSpan.FromSeconds(5), null, "forget the rest");
        await _library.Desk.RecordAsync(new VerdictDraft { Claim = claim, Value = Status.Verified, Evidence = [moment], Curator = "ines" }, Ct);
        _library.Transcript(talk, "and forget the rest");
        var page = (await _library.Claims.PageAsync(claim, Ct))!;
        Assert.Equal(("verified", false), (page.Claim.Status, page.Claim.Suspended));
    }

    [Fact]
    public async Task Corrected_transcript_that_a_stored_search_hits_reopens_a_not_said_claim()
    {
        await NotSaidAsync("GPT", "\"late 2024\"");
        Assert.False((await PageAsync()).Claim.Reopened);
        _library.Transcript(_talk, Transcript.Replace("a system", "a GPT system", StringComparison.Ordinal));
        var page = await PageAsync();
        Assert.Equal(("unverified", "not-said", true), (page.Claim.Status, page.Claim.Given, page.Claim.Reopened));
        var found = Assert.Single(page.NewlyFound);
        Assert.Equal(("GPT", "gpt"), (found.Query, Assert.Single(found.Found)));
        Assert.Equal(DeskReason.NewlyFound, (await ItemAsync(_claim)).Why);
    }

    [Fact]
    public async Task New_alias_that_a_stored_search_hits_reopens_a_not_said_claim()
    {
        _library.Transcript(_talk, Transcript + "\nthank you Akopi for coming");
        await NotSaidAsync("\"Jakub Pachocki\"");
        Assert.False((await PageAsync()).Claim.Reopened);
        _library.Alias("Jakub Pachocki", "Akopi");
        Assert.True((await PageAsync()).Claim.Reopened);
    }

    [Theory]
    [InlineData("- term: trend line\n  heard: [trent lion]", "\"trend line\"", "the trent lion is going up")]
    [InlineData("", "Kubernetes", "we ran kubernetees on it")]
    public async Task Searches_know_what_the_search_box_knows(string glossary, string searched, string words)
    {
        _library.Glossary = Glossary.Parse(glossary);
        await NotSaidAsync(searched);
        _library.Transcript(_talk, Transcript + "\n" + words);
        Assert.Equal((true, searched), ((await PageAsync()).Claim.Reopened, Assert.Single((await PageAsync()).NewlyFound).Query));
    }

    [Fact]
    public async Task New_entry_of_the_glossary_that_a_stored_search_hits_reopens_a_not_said_claim()
    {
        _library.Transcript(_talk, Transcript + "\nthe trent lion is going up");
        await NotSaidAsync("\"trend line\"");
        Assert.False((await PageAsync()).Claim.Reopened);
        _library.Glossary = Glossary.Parse("- term: trend line\n  heard: [trent lion]");
        Assert.True((await PageAsync()).Claim.Reopened);
    }

    [Fact]
    public async Task Places_that_the_curator_had_seen_do_not_reopen_a_claim()
    {
        await NotSaidAsync("timelines");
        _library.Transcript(_talk, "an advert\n" + Transcript);
        Assert.False((await PageAsync()).Claim.Reopened);
    }

    [Fact]
    public async Task Reworded_claim_is_proposed_and_its_verdict_stays_with_the_old_wording()
    {
        await VerifyAsync();
        _library.Clock.Now += TimeSpan.FromDays(1);
        _library.Withdraw(_claim);
        _library.Claim(_talk, "Something entirely different was on the menu.", "claim00003");
        var reworded = _library.Claim(_talk, "Research interns by October.", "claim00004");
        Assert.Equal(reworded, Assert.Single((await PageAsync()).ProposedSuccessors).Id);
        Assert.Single((await _library.Queues.QueueAsync("reworded", new ClaimFilter(), Ct)).Items);
        Assert.Null(await _library.Rechecks.SucceedAsync(_claim, reworded, accept: true, "tom", Ct));
        Assert.Equal(reworded, (await PageAsync()).Successor!.Id);
        var page = (await _library.Claims.PageAsync(reworded, Ct))!;
        Assert.Equal("unverified", page.Claim.Status);
        Assert.Equal((_claim, "verified"), (Assert.Single(page.EarlierWordings).Id, page.EarlierWordings[0].Status));
        Assert.Empty((await _library.Queues.QueueAsync("reworded", new ClaimFilter(), Ct)).Items);
    }

    [Fact]
    public async Task Rejected_wording_is_not_proposed_again()
    {
        await VerifyAsync();
        _library.Clock.Now += TimeSpan.FromDays(1);
        _library.Withdraw(_claim);
        var other = _library.Claim(_talk, "Research interns by October.", "claim00004");
        await _library.Rechecks.SucceedAsync(_claim, other, accept: false, "tom", Ct);
        Assert.Empty((await PageAsync()).ProposedSuccessors);
    }

    private async Task VerifyAsync() => Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(
        new VerdictDraft { Claim = _claim, Value = Status.Verified, Evidence = [new SegmentsEvidence(2, 2)], Curator = "ines" }, Ct));

    private async Task NotSaidAsync(params string[] searched) => Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(
        new VerdictDraft { Claim = _claim, Value = Status.NotSaid, Searched = searched, Curator = "ines" }, Ct));

    /// <summary>The claim's page once the program has caught up with what changed.</summary>
    private async Task<ClaimPage> PageAsync()
    {
        await _library.Upkeep.RefreshAsync(progress: null, Ct);
        return (await _library.Claims.PageAsync(_claim, Ct))!;
    }

    private async Task<DeskItem> ItemAsync(string claim) =>
        (await _library.Queues.QueueAsync(null, new ClaimFilter(), Ct)).Items.Single(i => i.Id == claim);
}
