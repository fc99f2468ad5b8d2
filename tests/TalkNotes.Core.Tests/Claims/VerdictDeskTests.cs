using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;

namespace TalkNotes.Core.Tests.Claims;

public sealed class VerdictDeskTests : IDisposable
{
    private readonly ClaimLibrary _library = new();
    private readonly int _talk;
    private readonly string _claim;

    public VerdictDeskTests()
    {
        _talk = _library.Talk("talk", """
            so four months ago you talked about a system
            with research level intern capabilities by September of this year
            and then a more fully automated AI researcher by March 2028
            how are you feeling about those timelines
            """);
        _claim = _library.Claim(_talk, "Research interns by late 2024.", "claim00001");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Verdict_is_recorded_with_its_words_their_neighbours_and_the_transcript_version()
    {
        var outcome = await _library.Desk.RecordAsync(Partly() with { Note = " The year is wrong. " }, Ct);
        var verdict = Assert.IsType<VerdictOutcome.Recorded>(outcome).Verdict;
        Assert.Equal((1, "unverified", "partly", "ines"), (verdict.Number, verdict.From, verdict.Value, verdict.Curator));
        Assert.Equal(["date"], verdict.Reasons);
        Assert.Equal("The year is wrong.", verdict.Note);
        Assert.Equal(_library.Clock.Now, verdict.GivenAt);
        await using var db = _library.CreateDbContext();
        var evidence = await db.Evidence.SingleAsync(Ct);
        Assert.Equal("with research level intern capabilities by September of this year", evidence.Words);
        Assert.Equal("so four months ago you talked about a system", evidence.Prefix);
        Assert.StartsWith("and then a more fully", evidence.Suffix, StringComparison.Ordinal);
        Assert.Equal((1, 1, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)), (evidence.FirstSegment, evidence.LastSegment, evidence.Start, evidence.End));
        Assert.StartsWith("sha of so four", evidence.SourceSha256, StringComparison.Ordinal);
        Assert.Equal("refutes", evidence.Stance);
        Assert.Equal("partly", (await db.ClaimStates.SingleAsync(Ct)).Status);
    }

    public static TheoryData<string, string> DraftsThatBreakARule => new()
    {
        { "verified without evidence", "evidence" },
        { "partly without evidence", "evidence" },
        { "refuted without evidence", "evidence" },
        { "verified by words that refute it", "evidence" },
        { "partly without a reason", "reasons" },
        { "partly with a reason nobody knows", "reasons" },
        { "verified with a reason", "reasons" },
        { "not-said without a search", "searched" },
        { "moment without words", "evidence" },
        { "page without a note", "evidence" },
        { "page of no web", "evidence" },
        { "page read tomorrow", "evidence" },
        { "segments that are not there", "evidence" },
        { "segments backwards", "evidence" },
        { "evidence nobody can read", "evidence" },
        { "stance nobody knows", "evidence" },
        { "status nobody knows", "value" },
        { "nobody judges", "curator" },
        { "nothing to withdraw", "value" },
    };

    [Theory]
    [MemberData(nameof(DraftsThatBreakARule))]
    public async Task Draft_that_breaks_a_rule_is_refused_and_leaves_no_trace(string what, string field)
    {
        var before = _library.RowsOfJudgement();
        var outcome = await _library.Desk.RecordAsync(Broken(what), Ct);
        Assert.Contains(Assert.IsType<VerdictOutcome.Invalid>(outcome).Errors, e => e.Field == field);
        Assert.Equal(before, _library.RowsOfJudgement());
        var preview = await _library.Desk.PreviewAsync([Broken(what)], Ct);
        Assert.IsType<VerdictOutcome.Invalid>(Assert.Single(preview));
        Assert.All(await _library.Desk.RecordAllAsync([Partly(), Broken(what) with { Claim = Another() }], Ct), o => Assert.IsType<VerdictOutcome.Invalid>(o));
        Assert.Equal(before, _library.RowsOfJudgement());
    }

    [Fact]
    public async Task Unknown_claim_is_not_found() =>
        Assert.IsType<VerdictOutcome.NotFound>(await _library.Desk.RecordAsync(Partly() with { Claim = "nothing" }, Ct));

    [Fact]
    public async Task Other_wording_than_the_curator_saw_is_refused_with_both()
    {
        var outcome = await _library.Desk.RecordAsync(Partly() with { SeenText = "Research interns by 2026." }, Ct);
        Assert.Equal(new VerdictOutcome.ClaimChanged("Research interns by 2026.", "Research interns by late 2024."), outcome);
    }

    [Fact]
    public async Task Blanks_and_line_ends_that_a_form_sends_differently_are_the_same_wording() =>
        Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(Partly() with { SeenText = "Research interns\r\nby late 2024. " }, Ct));

    [Fact]
    public async Task Verdict_that_the_curator_had_not_seen_is_a_conflict_that_shows_both()
    {
        await _library.Desk.RecordAsync(Partly() with { Seen = 0 }, Ct);
        var outcome = await _library.Desk.RecordAsync(Partly() with { Seen = 0, Curator = "tom", Value = Status.Refuted }, Ct);
        var conflict = Assert.IsType<VerdictOutcome.Conflict>(outcome);
        Assert.Equal(("ines", "partly"), (conflict.Newest.Curator, conflict.Newest.Value));
        Assert.Equal(("tom", "refuted"), (conflict.Yours!.Curator, conflict.Yours.Value));
        Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(Partly() with { Seen = 1, Curator = "tom" }, Ct));
    }

    [Fact]
    public async Task Of_two_curators_at_the_same_moment_one_wins_and_the_other_is_told()
    {
        var file = Path.Combine(Path.GetTempPath(), $"talknotes-{Guid.NewGuid():n}.db");
        try
        {
            using var library = new ClaimLibrary($"Data Source={file};Default Timeout=30;Pooling=False");
            var claim = library.Claim(library.Talk("talk", "they said it"), "They said it.", "claim00001");
            var draft = new VerdictDraft { Claim = claim, Value = Status.Verified, Evidence = [new SegmentsEvidence(0, 0)], Curator = "ines", Seen = 0 };
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => library.Desk.RecordAsync(draft with { Curator = $"curator-{i}" }, Ct), Ct)));
            Assert.Single(outcomes, o => o is VerdictOutcome.Recorded);
            Assert.Equal(7, outcomes.Count(o => o is VerdictOutcome.Conflict));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Accuracy_opens_only_after_verified()
    {
        var accuracy = new VerdictDraft
        {
            Claim = _claim, Question = Question.Accuracy, Value = Accuracy.Accurate, Curator = "ines",
            Evidence = [new UrlEvidence("https://example.org/a", _library.Desk.Today) { Note = "The paper says so" }],
        };
        Assert.IsType<VerdictOutcome.NotOpen>(await _library.Desk.RecordAsync(accuracy, Ct));
        await _library.Desk.RecordAsync(NotSaid("2024"), Ct);
        Assert.IsType<VerdictOutcome.NotOpen>(await _library.Desk.RecordAsync(accuracy, Ct));
        await _library.Desk.RecordAsync(Verified(), Ct);
        Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(accuracy, Ct));
        Assert.IsType<VerdictOutcome.Invalid>(await _library.Desk.RecordAsync(accuracy with { Evidence = [] }, Ct));
        await using var db = _library.CreateDbContext();
        Assert.Equal("accurate", (await db.ClaimStates.SingleAsync(Ct)).Accuracy);
    }

    [Fact]
    public async Task Without_a_transcript_nothing_is_not_said_but_a_moment_or_a_page_can_verify()
    {
        var claim = _library.Claim(_library.Talk("no-words"), "Compaction forgets.", "claim00002");
        var draft = new VerdictDraft { Claim = claim, Value = Status.Verified, Curator = "ines" };
        Assert.IsType<VerdictOutcome.Invalid>(await _library.Desk.RecordAsync(draft with { Value = Status.NotSaid, Searched = ["compaction"] }, Ct));
        Assert.IsType<VerdictOutcome.Invalid>(await _library.Desk.RecordAsync(draft with { Evidence = [new SegmentsEvidence(0, 0)] }, Ct));
        var moment = new MomentEvidence(TimeSpan.FromSeconds(118), null, "we forget the rest");
        Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(draft with { Evidence = [moment] }, Ct));
        var page = new UrlEvidence("https://example.org/talk", _library.Desk.Today) { Note = "Official transcript, minute 2" };
        Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.RecordAsync(draft with { Evidence = [page] }, Ct));
    }

    [Fact]
    public async Task Withdrawing_needs_no_evidence_and_keeps_the_history()
    {
        await _library.Desk.RecordAsync(Verified(), Ct);
        var outcome = await _library.Desk.RecordAsync(new VerdictDraft { Claim = _claim, Value = Status.Unverified, Curator = "tom" }, Ct);
        Assert.Equal("verified", Assert.IsType<VerdictOutcome.Recorded>(outcome).Verdict.From);
        await using var db = _library.CreateDbContext();
        Assert.Equal(2, await db.Verdicts.CountAsync(Ct));
        var state = await db.ClaimStates.SingleAsync(Ct);
        Assert.Equal(("unverified", null), (state.Status, state.VerdictId));
    }

    [Fact]
    public async Task Undo_is_a_new_row_with_the_state_before_and_can_be_repeated()
    {
        await _library.Desk.RecordAsync(Verified(), Ct);
        await _library.Desk.RecordAsync(Partly(), Ct);
        var first = Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.UndoAsync(_claim, 2, "ines", Ct)).Verdict;
        Assert.Equal((3, "partly", "verified", 2), (first.Number, first.From, first.Value, first.Undoes));
        Assert.Equal("supports", Assert.Single(first.Evidence).Stance);
        var second = Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.UndoAsync(_claim, 1, "ines", Ct)).Verdict;
        Assert.Equal((4, "unverified"), (second.Number, second.Value));
        Assert.Empty(second.Evidence);
        Assert.IsType<VerdictOutcome.Conflict>(await _library.Desk.UndoAsync(_claim, 2, "ines", Ct));
    }

    [Fact]
    public async Task Undo_of_a_verdict_that_a_newer_one_replaced_is_a_conflict()
    {
        await _library.Desk.RecordAsync(Verified(), Ct);
        await _library.Desk.RecordAsync(Partly(), Ct);
        var conflict = Assert.IsType<VerdictOutcome.Conflict>(await _library.Desk.UndoAsync(_claim, 1, "ines", Ct));
        Assert.Equal("partly", conflict.Newest.Value);
    }

    [Fact]
    public async Task Bulk_records_all_or_nothing()
    {
        var other = Another();
        var all = await _library.Desk.RecordAllAsync([Partly(), Partly() with { Claim = other }], Ct);
        Assert.Equal([_claim, other], all.Select(o => Assert.IsType<VerdictOutcome.Recorded>(o).Claim));
    }

    [Fact]
    public async Task Second_curator_disputes_and_the_first_verdict_stays_in_force_until_settled()
    {
        await _library.Desk.RecordAsync(Verified(), Ct);
        Assert.IsType<VerdictOutcome.Invalid>(await _library.Desk.ReviewAsync(_claim, 1, Status.Verified, null, "Ines", Ct));
        Assert.IsType<VerdictOutcome.Invalid>(await _library.Desk.ReviewAsync(_claim, 1, Status.Partly, null, "tom", Ct));
        var review = Assert.IsType<VerdictOutcome.Recorded>(await _library.Desk.ReviewAsync(_claim, 1, Status.Partly, "The year", "tom", Ct)).Verdict.Reviews;
        Assert.Equal(("dispute", "partly", "tom"), (Assert.Single(review).Answer, review[0].Value, review[0].Curator));
        Assert.Equal(("verified", true), await StateAsync());
        await _library.Desk.ReviewAsync(_claim, 1, Status.Verified, null, "tom", Ct);
        Assert.Equal(("verified", false), await StateAsync());
        await _library.Desk.ReviewAsync(_claim, 1, Status.Refuted, "Wrong", "eva", Ct);
        Assert.Equal(("verified", true), await StateAsync());
        await _library.Desk.RecordAsync(Partly() with { Curator = "eva" }, Ct);
        Assert.Equal(("partly", false), await StateAsync());
        Assert.IsType<VerdictOutcome.Conflict>(await _library.Desk.ReviewAsync(_claim, 1, Status.Verified, null, "tom", Ct));
    }

    [Theory]
    [InlineData("UPDATE verdicts SET value = 'refuted'")]
    [InlineData("DELETE FROM verdicts")]
    [InlineData("UPDATE evidence SET words = 'x'")]
    [InlineData("DELETE FROM evidence")]
    [InlineData("UPDATE reviews SET note = 'x'")]
    [InlineData("DELETE FROM reviews")]
    public async Task Database_itself_refuses_to_change_or_delete_judgements(string sql)
    {
        await _library.Desk.RecordAsync(Verified(), Ct);
        await _library.Desk.ReviewAsync(_claim, 1, Status.Verified, null, "tom", Ct);
        await using var db = _library.CreateDbContext();
        var refused = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql, Ct));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    private async Task<(string Status, bool Disputed)> StateAsync()
    {
        await using var db = _library.CreateDbContext();
        var state = await db.ClaimStates.SingleAsync(Ct);
        return (state.Status, state.Disputed);
    }

    private string Another() => _library.Claim(_talk, $"Another claim {Guid.NewGuid():n}.", Guid.NewGuid().ToString("n")[..10]);

    private VerdictDraft Verified() => new() { Claim = _claim, Value = Status.Verified, Evidence = [new SegmentsEvidence(2, 2)], Curator = "ines" };

    private VerdictDraft Partly() => new()
    {
        Claim = _claim, Value = Status.Partly, Reasons = ["date"], Evidence = [new SegmentsEvidence(1, 1)], Curator = "ines",
    };

    private VerdictDraft NotSaid(params string[] searched) => new() { Claim = _claim, Value = Status.NotSaid, Searched = searched, Curator = "ines" };

    private VerdictDraft Broken(string what) => what switch
    {
        "verified without evidence" => Verified() with { Evidence = [] },
        "partly without evidence" => Partly() with { Evidence = [] },
        "refuted without evidence" => Partly() with { Value = Status.Refuted, Evidence = [] },
        "verified by words that refute it" => Verified() with { Evidence = [new SegmentsEvidence(0, 0) { Stance = Stance.Refutes }] },
        "partly without a reason" => Partly() with { Reasons = [] },
        "partly with a reason nobody knows" => Partly() with { Reasons = ["vibes"] },
        "verified with a reason" => Verified() with { Reasons = ["date"] },
        "not-said without a search" => NotSaid(" "),
        "moment without words" => Verified() with { Evidence = [new MomentEvidence(TimeSpan.Zero, null, " ")] },
        "page without a note" => Verified() with { Evidence = [new UrlEvidence("https://example.org", _library.Desk.Today)] },
        "page of no web" => Verified() with { Evidence = [new UrlEvidence("javascript://alert(1)", _library.Desk.Today) { Note = "x" }] },
        "page read tomorrow" => Verified() with { Evidence = [new UrlEvidence("https://example.org", _library.Desk.Today.AddDays(1)) { Note = "x" }] },
        "segments that are not there" => Verified() with { Evidence = [new SegmentsEvidence(3, 4)] },
        "segments backwards" => Verified() with { Evidence = [new SegmentsEvidence(2, 1)] },
        "evidence nobody can read" => Verified() with { Evidence = [EvidenceNotation.Parse("around noon", null, null, null, _library.Desk.Today)] },
        "stance nobody knows" => Verified() with { Evidence = [new SegmentsEvidence(2, 2), new SegmentsEvidence(1, 1) { Stance = "loves" }] },
        "status nobody knows" => Verified() with { Value = "true" },
        "nobody judges" => Verified() with { Curator = " " },
        "nothing to withdraw" => new VerdictDraft { Claim = _claim, Value = Status.Unverified, Curator = "ines" },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such draft"),
    };
}
