using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Evidence;

namespace TalkNotes.Core.Tests.Claims;

public sealed class ClaimQueriesTests : IDisposable
{
    private readonly ClaimLibrary _library = new();
    private readonly int _first;
    private readonly int _second;

    public ClaimQueriesTests()
    {
        _first = _library.Talk("first", "one line\nanother line\nthe third line");
        _second = _library.Talk("second", "reinforcement learning improves reasoning models");
        for (var i = 0; i < 7; i++)
        {
            _library.Claim(_first, $"Claim {(char)('a' + i)} of the first talk.", $"first{i:00000}", kind: i % 2 == 0 ? "claim" : "key-point", marker: i == 0 ? "Unverified" : null);
        }

        _library.Claim(_second, "Reinforcement learning improves reasoning models a lot.", "second0000", attributedTo: "Jakub Pachocki");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Pages_of_a_list_join_to_the_whole_without_repeats()
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _library.Claims.ListAsync(new ClaimFilter(), cursor, 3, Ct);
            Assert.Equal(8, page.Total);
            ids.AddRange(page.Claims.Select(c => c.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(["first00000", "first00001", "first00002", "first00003", "first00004", "first00005", "first00006", "second0000"], ids);
    }

    [Fact]
    public async Task Filters_narrow_and_counts_ignore_the_status_asked_for()
    {
        await VerifyAsync("first00001");
        Assert.Equal(["first00001"], await IdsAsync(new ClaimFilter { Status = "verified" }));
        var list = await _library.Claims.ListAsync(new ClaimFilter { Status = "verified", Talk = "first" }, null, 10, Ct);
        Assert.Equal((6, 1, 0), (list.Counts["unverified"], list.Counts["verified"], list.Counts["refuted"]));
        Assert.Equal(3, (await IdsAsync(new ClaimFilter { Kind = "key-point" })).Count);
        Assert.Equal(["first00000"], await IdsAsync(new ClaimFilter { Marker = "Unverified" }));
        Assert.Equal(["second0000"], await IdsAsync(new ClaimFilter { Speaker = "Jakub Pachocki" }));
        Assert.Empty(await IdsAsync(new ClaimFilter { Talk = "none" }));
    }

    [Fact]
    public async Task Withdrawn_claims_leave_the_lists_and_keep_their_page()
    {
        _library.Withdraw("first00002");
        Assert.DoesNotContain("first00002", await IdsAsync(new ClaimFilter()));
        Assert.Equal(["first00002"], await IdsAsync(new ClaimFilter { Status = "withdrawn" }));
        Assert.True((await _library.Claims.PageAsync("first00002", Ct))!.Claim.Withdrawn);
    }

    [Fact]
    public async Task Page_shows_places_neighbours_and_claims_on_the_same_words()
    {
        await VerifyAsync("first00001");
        await VerifyAsync("first00004");
        var page = (await _library.Claims.PageAsync("first00001", Ct))!;
        Assert.Equal(("first00000", "first00002"), (page.Previous!.Id, page.Next!.Id));
        Assert.Equal("first00004", Assert.Single(page.SameWords).Id);
        Assert.Equal([1, 1], Assert.Single(page.Mentions).Lines);
        Assert.Null(await _library.Claims.PageAsync("nothing", Ct));
    }

    [Fact]
    public async Task Similar_claim_of_another_talk_is_shown_and_one_that_shares_a_word_is_not()
    {
        var third = _library.Talk("third");
        _library.Claim(third, "They say reinforcement learning improves all reasoning models.", "third00000");
        _library.Claim(third, "Reinforcement of concrete is a trade.", "third00001");
        await _library.Upkeep.RefreshAsync(progress: null, Ct); // notes the words by which claims are known
        Assert.Equal("third00000", Assert.Single((await _library.Claims.PageAsync("second0000", Ct))!.AlsoClaimed).Id);
    }

    [Fact]
    public async Task Accuracy_is_shown_only_while_verified()
    {
        await VerifyAsync("first00001");
        var page = new UrlEvidence("https://example.org", _library.Desk.Today) { Note = "The paper" };
        await _library.Desk.RecordAsync(new VerdictDraft { Claim = "first00001", Question = Question.Accuracy, Value = Accuracy.Accurate, Evidence = [page], Curator = "ines" }, Ct);
        Assert.Equal("accurate", (await _library.Claims.PageAsync("first00001", Ct))!.Claim.Accuracy);
        await _library.Desk.RecordAsync(new VerdictDraft { Claim = "first00001", Value = Status.Unverified, Curator = "ines" }, Ct);
        var after = (await _library.Claims.PageAsync("first00001", Ct))!;
        Assert.Null(after.Claim.Accuracy);
        Assert.Equal([3, 2, 1], after.History.Select(v => v.Number));
    }

    [Fact]
    public async Task Queue_puts_numbers_before_the_rest_and_claims_without_transcript_last()
    {
        _library.Claim(_library.Talk("silent"), "In 2020 nobody spoke.", "silent0000");
        var number = _library.Claim(_second, "It took 41 days.", "second0001");
        var triage = new Triage(_library, new ClaimEvidence(_library));
        Assert.Equal(10, await triage.RefreshAsync(progress: null, Ct));
        Assert.Equal(0, await triage.RefreshAsync(progress: null, Ct));
        var items = (await _library.Queues.QueueAsync(null, new ClaimFilter(), Ct)).Items;
        Assert.Contains(items[0].Why, new[] { DeskReason.Numbers, DeskReason.DetailNotFound });
        Assert.Equal((number, "silent0000"), (items[0].Id, items[^1].Id));
        _library.Transcript(_second, "it took 41 days");
        Assert.Equal(2, await triage.RefreshAsync(progress: null, Ct));
    }

    [Fact]
    public async Task Evidence_is_kept_with_the_check_and_answers_only_for_the_same_words()
    {
        var id = _library.Claim(_second, "It took 41 days.", "second0001");
        var found = (await new ClaimEvidence(_library).ForClaimAsync(id, Ct))!;
        await _library.Upkeep.RefreshAsync(progress: null, Ct);
        var kept = (await new ClaimEvidence(_library).ForClaimAsync(id, Ct))!;
        Assert.Equal(JsonSerializer.Serialize(found), JsonSerializer.Serialize(kept));

        await using (var db = _library.CreateDbContext())
        {
            var version = await db.EvidenceResults.Where(r => r.TalkId == _second).Select(r => r.Version).SingleAsync(Ct);
            await KeptEvidence.WriteAsync(db, _second, version, [found with { Suggestion = "kept" }], Ct);
        }

        Assert.Equal("kept", (await new ClaimEvidence(_library).ForClaimAsync(id, Ct))!.Suggestion);
        _library.Claim(_second, "Another claim of the talk.", "second0002"); // claims of a talk are ranked together
        Assert.Equal(found.Suggestion, (await new ClaimEvidence(_library).ForClaimAsync(id, Ct))!.Suggestion);
    }

    [Fact]
    public async Task Prediction_is_due_after_its_date_and_listed_before_it()
    {
        _library.Claim(_second, "A researcher by March 2028.", "second0001");
        await _library.Upkeep.RefreshAsync(progress: null, Ct);
        var ahead = Assert.Single((await _library.Queues.QueueAsync("due", new ClaimFilter(), Ct)).Items);
        Assert.Equal((DeskReason.Ahead, new DateOnly(2028, 3, 31)), (ahead.Why, ahead.Due));
    }

    [Fact]
    public async Task Last_verdict_of_a_curator_is_what_undo_takes_back_step_by_step()
    {
        await VerifyAsync("first00001");
        await VerifyAsync("first00002");
        var last = await _library.Queues.LastOfAsync("ines", Ct);
        Assert.Equal("first00002", last!.Value.Claim);
        await _library.Desk.UndoAsync(last.Value.Claim, last.Value.Verdict.Number, "ines", Ct);
        Assert.Equal("first00001", (await _library.Queues.LastOfAsync("ines", Ct))!.Value.Claim);
        Assert.Null(await _library.Queues.LastOfAsync("nobody", Ct));
    }

    [Fact]
    public async Task Agreement_counts_the_newest_answer_of_each_second_curator()
    {
        await VerifyAsync("first00001");
        await VerifyAsync("first00002");
        await _library.Desk.ReviewAsync("first00001", 1, Status.Partly, "no", "tom", Ct);
        await _library.Desk.ReviewAsync("first00001", 1, Status.Verified, null, "tom", Ct);
        await _library.Desk.ReviewAsync("first00002", 1, Status.Partly, "no", "tom", Ct);
        var figures = await _library.Queues.AgreementAsync(Ct);
        Assert.Equal((2, 1), (figures.Pairs, figures.Agreed));
        Assert.Equal(0, figures.Kappa!.Value, 6);
    }

    private async Task VerifyAsync(string claim) => Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(
        new VerdictDraft { Claim = claim, Value = Status.Verified, Evidence = [new SegmentsEvidence(1, 1)], Curator = "ines" }, Ct));

    private async Task<List<string>> IdsAsync(ClaimFilter filter) =>
        [.. (await _library.Claims.ListAsync(filter, null, 100, Ct)).Claims.Select(c => c.Id)];
}
