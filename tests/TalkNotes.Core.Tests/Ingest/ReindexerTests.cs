using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Core.Tests.Ingest;

public class ReindexerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE FROM passages WHERE id % 2 = 0")]
    [InlineData("DELETE FROM passages_fts WHERE rowid = 1")]
    [InlineData("INSERT INTO passages_fts (passages_fts) VALUES ('delete-all')")]
    [InlineData("UPDATE passages_fts_data SET block = x'00000001' WHERE id > 100")]
    public async Task Index_is_made_anew_whatever_state_it_is_in(string damage)
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: On reasoning at length", "Ann Lee> It thinks longer.", "Bo Ek> Why?", "- It costs more"]);
        await library.IngestAsync("b.txt", ["title: Another talk altogether", "[0:01] Hello"]);
        var passages = await library.ReadAsync(db => db.Passages.OrderBy(p => p.Id).Select(p => p.Text).ToListAsync(Ct));
        Run(library, damage);

        var reindexer = Reindexer(library);
        Assert.Equal(2, await reindexer.ReindexAsync(progress: null, Ct));

        Assert.False(reindexer.IsDue());
        Assert.Equal(passages, await library.ReadAsync(db => db.Passages.OrderBy(p => p.Id).Select(p => p.Text).ToListAsync(Ct)));
        using var connection = Database.Open(library.Database.Path);
        Assert.Empty(Maintenance.CheckFullText(connection));
    }

    [Fact]
    public async Task Interrupted_run_is_known_to_be_unfinished()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: On reasoning at length", "[0:01] Hello"]);
        await library.IngestAsync("b.txt", ["title: Another talk altogether", "[0:01] Hello"]);
        var reindexer = Reindexer(library);
        await reindexer.ReindexAsync(progress: null, Ct);
        using var stop = new CancellationTokenSource();
        var stopAfterOne = new StopAfterOne(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reindexer.ReindexAsync(stopAfterOne, stop.Token));

        Assert.True(reindexer.IsDue());
        using var connection = Database.Open(library.Database.Path);
        Assert.Empty(Maintenance.CheckFullText(connection));
    }

    [Fact]
    public void New_database_has_a_whole_index_and_what_comes_in_is_not_indexed_twice()
    {
        using var folder = new TempFolder();
        var options = new TalkNotesOptions { DataDirectory = folder[""] };
        using var database = new TestDatabase(); // only for a factory: whether it is due is read from the file
        new LibraryDatabase(options, TimeProvider.System).Prepare();
        Assert.False(new Reindexer(database, options).IsDue());
    }

    private static Reindexer Reindexer(TestLibrary library) =>
        new(library.Database, new TalkNotesOptions { DataDirectory = Path.GetDirectoryName(library.Database.Path)! });

    private static void Run(TestLibrary library, string sql)
    {
        using var connection = Database.Open(library.Database.Path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class StopAfterOne(CancellationTokenSource stop) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => stop.Cancel();
    }
}
