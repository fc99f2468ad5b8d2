using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Tests.Ingest;

namespace TalkNotes.Core.Tests.Talks;

public sealed class LibraryQueriesTests : IDisposable
{
    private readonly TestLibrary _library = new();

    private LibraryQueries Library => new(_library.Database, new TalkNotesOptions { DataDirectory = Path.GetDirectoryName(_library.Database.Path)! });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    private sealed class NoContexts : IDbContextFactory<TalkNotesDb>
    {
        public TalkNotesDb CreateDbContext() => throw new InvalidOperationException("EF was asked.");
    }

    [Fact]
    public async Task Empty_library_has_nothing_to_show_and_nothing_fails()
    {
        var home = await Library.HomeAsync(Ct);
        Assert.Null(home.Latest);
        Assert.Empty(home.Recent);
        Assert.Empty((await Library.HistoryAsync(3, null, Ct)).Months);
        var status = await Library.StatusAsync(Ct);
        Assert.Null(status.LastTakenInAt);
        Assert.True(status.DatabaseBytes > 0);
    }

    [Fact]
    public async Task Claims_wait_only_where_there_are_words_to_check_them_against()
    {
        await _library.IngestAsync("a.txt", ["title: a", "- first", "- second", "[0:01] some words"]);
        await _library.IngestAsync("b.txt", ["title: b", "- blocked"]);
        await _library.VerifyAsync("first");
        Assert.Equal(new LibraryCounts(2, 2, 1), await Library.CountsAsync(Ct));
        var home = await Library.HomeAsync(Ct);
        Assert.Equal("second", Assert.Single(home.Waiting).Text);
        Assert.Equal(1, home.Blocked);
        Assert.Equal(new VerdictCounts(3, 1, 0, 0, 0), home.Claims);
        Assert.Equal((1, 1, "b"), (home.Gaps.WithoutTranscript, home.Gaps.WaitingForTranscript, home.Gaps.Example!.Title));
    }

    [Fact]
    public async Task Start_page_does_without_EF_which_takes_longer_than_the_rest_of_a_start()
    {
        await _library.IngestAsync("a.txt", ["title: a", "- first", "- second", "[0:01] some words"]);
        await _library.VerifyAsync("first");
        await using (var db = _library.Database.CreateDbContext())
        {
            var verdict = await db.Verdicts.SingleAsync(Ct);
            verdict.Evidence.Add(new EvidenceRow { N = 1, Kind = "moment", Stance = "supports", Start = TimeSpan.FromSeconds(1), Words = "some words" });
            await db.SaveChangesAsync(Ct);
        }

        var library = new LibraryQueries(new NoContexts(), new TalkNotesOptions { DataDirectory = Path.GetDirectoryName(_library.Database.Path)! });
        var home = await library.HomeAsync(Ct);
        Assert.Equal(("first", "verified", "a"), (home.Latest!.Text, home.Latest.Value, home.Latest.Title));
        Assert.Equal(("some words", (long?)1_000), (home.Latest.Evidence!.Words, home.Latest.Evidence.StartMs));
        Assert.Equal("a", Assert.Single(home.Recent).Title);
        Assert.Equal(new LibraryCounts(1, 2, 1), await library.CountsAsync(Ct));
    }

    [Fact]
    public async Task Waiting_claims_come_from_different_talks_first()
    {
        await _library.IngestAsync("a.txt", ["title: a", "- a1", "- a2", "- a3", "[0:01] some words"]);
        await _library.IngestAsync("b.txt", ["title: b", "- b1", "[0:01] some words"]);
        Assert.Equal(["b1", "a1", "a2", "a3"], (await Library.HomeAsync(Ct)).Waiting.Select(c => c.Text));
    }

    [Fact]
    public async Task History_keeps_every_verdict_and_counts_months_without_any()
    {
        await _library.IngestAsync("a.txt", ["title: a", "- first", "[0:01] some words"]);
        await _library.VerifyAsync("first");
        var history = await Library.HistoryAsync(1, null, Ct);
        Assert.Equal(("verified", "first", "a"), history.Verdicts.Select(v => (v.Value, v.Text, v.Talk)).Single());
        Assert.Equal(new DateOnly(1970, 1, 1), Assert.Single(history.Months).Month);
    }

    [Fact]
    public async Task Status_names_what_failed_and_what_was_not_understood()
    {
        await _library.IngestAsync("a.txt", ["title: a", "?? no rule for this", "[0:01] some words"]);
        await _library.IngestAsync("b.txt", ["boom"]);
        var status = await Library.StatusAsync(Ct);
        Assert.Equal("b.txt", Assert.Single(status.Failures).Path);
        Assert.Equal(("a", 1, 1), status.Unrecognised.Select(u => (u.Talk, u.N, u.Lines)).Single());
        Assert.Equal(1, status.Lines.Unrecognised);
    }

    [Fact]
    public async Task Source_gives_each_line_its_owner_and_its_bytes_back()
    {
        await _library.IngestAsync("a.txt", ["title: a", "", "?? no rule for this", "[0:01] some words"]);
        var sources = new SourceQueries(_library.Database);
        var view = (await sources.FindAsync("a", 1, Ct))!;
        Assert.Equal([LineKind.Used, LineKind.Blank, LineKind.Unrecognised, LineKind.Used], view.Lines.Select(l => l.Kind));
        Assert.Equal(new LineTotals(2, 0, 1, 1), view.Totals);
        var original = (await sources.OriginalAsync("a", 1, Ct))!;
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_library.Folder, "a.txt"), Ct), original.Bytes);
        Assert.Null(await sources.FindAsync("a", 2, Ct));
        Assert.Null(await sources.OriginalAsync("a", 0, Ct));
        Assert.Null(await sources.FindAsync("b", 1, Ct));
    }

    [Fact]
    public async Task Speaker_has_talks_company_and_words_and_a_topic_its_talks()
    {
        const string Words = "this is a long enough sentence for somebody to hear a voice in it, and then some more";
        await _library.IngestAsync("a.txt", ["title: a", "host: Ana Lima", "topic: evals", "topic: agents", $"Ben Okri> {Words}"]);
        var speakers = new SpeakerQueries(_library.Database);
        Assert.Equal(["Ana Lima", "Ben Okri"], (await speakers.ListAsync(Ct)).Select(s => s.Name));
        var ben = (await speakers.FindAsync("ben-okri", Ct))!;
        Assert.Equal((Words, "a", 0), ben.Passages.Select(p => (p.Text, p.Talk, p.Segment)).Single());
        Assert.Equal("Ana Lima", Assert.Single(ben.With).Name);
        Assert.Equal(["agents"], (await speakers.FindTopicAsync("evals", Ct))!.Near.Select(t => t.Name));
        Assert.Equal(2, (await speakers.TopicsAsync(Ct)).Count);
        Assert.Null(await speakers.FindAsync("nobody", Ct));
        Assert.Null(await speakers.FindTopicAsync("nothing", Ct));
    }
}
