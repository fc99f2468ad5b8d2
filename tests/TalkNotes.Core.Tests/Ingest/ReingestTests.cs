using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Core.Tests.Ingest;

public class ReingestTests
{
    private static readonly string[] Talk = ["title: On reasoning at length", "video: abc", "Ann Lee> It thinks longer.", "Bo Ek> Why?", "- It thinks longer", "- It costs more"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taking_in_twice_writes_nothing_to_the_database()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", Talk);
        library.Write("sub/b.txt", "title: Another talk altogether", "[0:01] Hello");
        Assert.Equal(2, (await library.IngestAsync()).Count(IngestOutcome.Added));
        var before = Bytes(library);

        var report = await library.IngestAsync();

        Assert.Equal(2, report.Count(IngestOutcome.Unchanged));
        Assert.Equal(before, Bytes(library));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_goes_on_where_it_stopped()
    {
        using var library = new TestLibrary();
        for (var i = 0; i < 5; i++)
        {
            library.Write($"{i}.txt", $"title: Talk number {i}", "[0:01] Hello");
        }

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.Ingester().IngestAsync([library.Folder], null, new StopAfter(2, stop), stop.Token));
        Assert.Equal(2, await library.ReadAsync(db => db.Talks.CountAsync(Ct)));

        var report = await library.IngestAsync();
        Assert.Equal((2, 3), (report.Count(IngestOutcome.Unchanged), report.Count(IngestOutcome.Added)));
        Assert.Equal((5, 5), (await library.ReadAsync(db => db.Talks.CountAsync(Ct)), await library.ReadAsync(db => db.Arrivals.CountAsync(Ct))));
    }

    [Fact]
    public async Task Edited_claim_is_withdrawn_and_the_new_wording_is_born_unverified()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        await library.VerifyAsync("It costs more");
        var kept = (await library.ClaimAsync("It thinks longer")).PublicId;

        var report = await library.IngestAsync("a.txt", [.. Talk[..5], "- It costs 2024 more"]);

        Assert.Equal(IngestOutcome.Updated, report.Outcome);
        Assert.Equal(new ClaimCounts(1, 1, 1), report.Claims);
        Assert.Equal(kept, (await library.ClaimAsync("It thinks longer")).PublicId);
        var old = await library.ClaimAsync("It costs more");
        Assert.NotNull(old.WithdrawnAt);
        Assert.Single(old.Verdicts);
        Assert.Empty((await library.ClaimAsync("It costs 2024 more")).Verdicts);
    }

    [Fact]
    public async Task Claim_that_comes_back_is_the_same_claim()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        await library.VerifyAsync("It costs more");
        var id = (await library.ClaimAsync("It costs more")).PublicId;
        await library.IngestAsync("a.txt", Talk[..5]);

        await library.IngestAsync("a.txt", [.. Talk, "- And more"]);

        var claim = await library.ClaimAsync("It costs more");
        Assert.Equal(id, claim.PublicId);
        Assert.Null(claim.WithdrawnAt);
        Assert.Single(claim.Verdicts);
    }

    [Fact]
    public async Task Moved_claim_keeps_its_id_and_takes_its_new_place()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        var before = await library.ClaimAsync("It costs more");

        await library.IngestAsync("a.txt", ["- It  costs more", .. Talk[..5]]);

        var after = await library.ClaimAsync("It costs more");
        Assert.Equal(before.PublicId, after.PublicId);
        Assert.Equal(1, after.Mentions.Single().FirstLine);
        Assert.Equal(0, after.Position);
    }

    [Fact]
    public async Task Earlier_bytes_of_an_edited_file_are_kept()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        var before = File.ReadAllBytes(Path.Combine(library.Folder, "a.txt"));

        await library.IngestAsync("a.txt", [.. Talk, "- More"]);

        var version = await library.ReadAsync(db => db.SourceVersions.Include(v => v.Original).SingleAsync(Ct));
        Assert.Equal(before, version.Original.Bytes);
        Assert.Equal(2, await library.ReadAsync(db => db.Originals.CountAsync(Ct)));
    }

    [Fact]
    public async Task Slug_stays_when_the_title_is_corrected()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);

        await library.IngestAsync("a.txt", ["title: On thinking at length", .. Talk[1..]]);

        var talk = Assert.Single(await library.TalksAsync());
        Assert.Equal("on-reasoning-at-length", talk.Slug);
        Assert.Equal("On thinking at length", talk.Title);
    }

    [Fact]
    public async Task Moved_file_is_recognised_by_its_bytes()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        library.Move("a.txt", "b.txt");

        var report = Assert.Single((await library.IngestAsync()).Documents);

        Assert.Equal(IngestOutcome.Moved, report.Outcome);
        Assert.Equal("b.txt", Assert.Single(Assert.Single(await library.TalksAsync()).Sources).Path);
        Assert.Equal(IngestOutcome.Unchanged, Assert.Single((await library.IngestAsync()).Documents).Outcome);
    }

    [Fact]
    public async Task Copy_of_a_file_is_named_and_writes_nothing()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        var before = Bytes(library);

        var report = await library.IngestAsync("copy.txt", Talk);

        Assert.Equal(IngestOutcome.Duplicate, report.Outcome);
        Assert.Equal("same bytes as a.txt", report.Message);
        Assert.Equal(before, Bytes(library));
    }

    [Fact]
    public async Task Two_files_that_exchanged_their_names_stay_themselves()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", Talk);
        library.Write("b.txt", "title: Another talk altogether", "- Other");
        await library.IngestAsync();
        library.Move("a.txt", "c.txt");
        library.Move("b.txt", "a.txt");
        library.Move("c.txt", "b.txt");

        var report = await library.IngestAsync();

        Assert.Equal(2, report.Count(IngestOutcome.Moved));
        Assert.Equal(["b.txt", "a.txt"], (await library.TalksAsync()).Select(t => t.Sources.Single().Path));
    }

    [Fact]
    public async Task File_that_disappeared_is_left_alone()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        library.Delete("a.txt");
        var before = Bytes(library);

        Assert.Empty((await library.IngestAsync()).Documents);

        Assert.Equal(before, Bytes(library));
    }

    [Fact]
    public async Task Another_document_under_a_used_path_replaces_nothing()
    {
        using var library = new TestLibrary();
        library.Write("one/talk.txt", Talk);
        library.Write("two/talk.txt", "title: Another talk altogether", "video: xyz", "- Other");
        await library.IngestAsync("one");

        var report = await library.IngestAsync("two");

        Assert.Equal(1, report.Count(IngestOutcome.Added));
        Assert.Equal(2, (await library.TalksAsync()).Count);
        Assert.Equal(1, (await library.IngestAsync("one")).Count(IngestOutcome.Unchanged));
        Assert.Equal(1, (await library.IngestAsync("two")).Count(IngestOutcome.Unchanged));
    }

    [Fact]
    public async Task Newer_revision_of_a_format_reads_its_sources_again()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", Talk);
        await library.VerifyAsync("It costs more");

        var report = await library.IngestAsync("", new LineFormat(revision: 2));

        Assert.Equal(1, report.Count(IngestOutcome.Reread));
        Assert.Single((await library.ClaimAsync("It costs more")).Verdicts);
        Assert.Equal(0, await library.ReadAsync(db => db.SourceVersions.CountAsync(Ct)));
        Assert.Equal(1, (await library.IngestAsync("", new LineFormat(revision: 2))).Count(IngestOutcome.Unchanged));
    }

    [Fact]
    public async Task Failing_document_leaves_no_trace_but_its_report_and_stops_only_itself()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", "title: A talk that is broken", "- Claim", "boom");
        library.Write("b.txt", Talk);

        var report = await library.IngestAsync();

        Assert.False(report.IsComplete(strict: false));
        Assert.Equal([IngestOutcome.Failed, IngestOutcome.Added], report.Documents.Select(d => d.Outcome));
        Assert.Equal("a.txt", (await library.ReadAsync(db => db.IngestFailures.SingleAsync(Ct))).Path);
        Assert.Equal("b.txt", Assert.Single(Assert.Single(await library.TalksAsync()).Sources).Path);

        var before = Bytes(library);
        Assert.Equal(1, (await library.IngestAsync()).Count(IngestOutcome.Failed));
        Assert.Equal(before, Bytes(library));

        Assert.Equal(IngestOutcome.Added, (await library.IngestAsync("a.txt", ["title: A talk that is mended", "- Claim"])).Outcome);
        Assert.Equal(0, await library.ReadAsync(db => db.IngestFailures.CountAsync(Ct)));
    }

    [Fact]
    public async Task Lines_that_nobody_understood_count_against_strict_runs_only()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", [.. Talk, "???"]);
        foreach (var outcome in new[] { IngestOutcome.Added, IngestOutcome.Unchanged })
        {
            var report = await library.IngestAsync();
            Assert.Equal(outcome, report.Documents[0].Outcome);
            Assert.Equal(1, report.Documents[0].Lines!.Unrecognised);
            Assert.True(report.IsComplete(strict: false));
            Assert.False(report.IsComplete(strict: true));
        }
    }

    /// <summary>Everything the database has written: the file and what waits in its log.</summary>
    private static (string Database, string Log) Bytes(TestLibrary library)
    {
        SqliteConnection.ClearAllPools();
        var log = library.Database.Path + "-wal";
        return (Hash(library.Database.Path), File.Exists(log) ? Hash(log) : "");
        static string Hash(string path) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
    }

    private sealed class StopAfter(int documents, CancellationTokenSource stop) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Done == documents)
            {
                stop.Cancel();
            }
        }
    }
}
