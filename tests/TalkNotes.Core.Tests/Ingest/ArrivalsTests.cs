using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Tests.Ingest;

/// <summary>Whoever brings a document stands beside it for good.</summary>
public sealed class ArrivalsTests : IDisposable
{
    private readonly TestLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_document_that_came_edited_or_moved_has_its_author_and_what_changed_nothing_has_none()
    {
        _library.Write("a.txt", "title A talk about authors", "claim one", "claim two", "claim three");
        await _library.Ingester().By(Author.Folder).IngestAsync([_library.Folder], null, null, Ct);
        await _library.Ingester().By(Author.Folder).IngestAsync([_library.Folder], null, null, Ct);
        _library.Write("a.txt", "title A talk about authors", "claim one", "claim two", "claim 3");
        await _library.Ingester().By(new Author("ines", "session")).IngestAsync([_library.Folder], null, null, Ct);
        _library.Move("a.txt", "b.txt");
        await _library.IngestAsync(); // nobody named: whoever runs the program

        var page = await new ArrivalQueries(_library.Database).HistoryAsync(1, null, Ct);
        Assert.Equal(
            [("moved", "b.txt", Environment.UserName, "command"), ("updated", "a.txt", "ines", "session"), ("added", "a.txt", "library folder", "folder")],
            page.Arrivals.Select(a => (a.Outcome, a.Path, a.Who, a.Via)));
        Assert.Equal((3, 1, 50), (page.Total, page.Page, page.PageSize));
        Assert.All(page.Arrivals, a => Assert.Equal(1, a.Source));
    }

    [Fact]
    public async Task Arrivals_can_be_neither_changed_nor_deleted()
    {
        _library.Write("a.txt", "title A talk", "claim one");
        await _library.IngestAsync();
        await using var db = _library.Database.CreateDbContext();
        var arrival = await db.Arrivals.SingleAsync(Ct);
        arrival.Who = "somebody else";
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Ct));
        db.ChangeTracker.Clear();
        db.Arrivals.Remove(await db.Arrivals.SingleAsync(Ct));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Ct));
    }

    public void Dispose() => _library.Dispose();
}
