using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Search;

public sealed class PassageWriterTests : IDisposable
{
    private const string Passages = "SELECT count(*) AS Value FROM passages_fts WHERE passages_fts MATCH {0}";
    private const string Bridges = "SELECT count(*) AS Value FROM bridges_fts WHERE bridges_fts MATCH {0}";
    private readonly SearchLibrary _library = new();

    [Fact]
    public async Task Words_claims_and_titles_become_passages_in_both_tables()
    {
        await _library.AddAsync("first", ["Noam: We reason longer.", "Ilge: Yes we do."], ["They reason."]);
        await using var db = _library.CreateDbContext();
        Assert.Equal(
            ["segment:We reason longer.", "bridge:We reason longer. Yes we do.", "segment:Yes we do.", "claim:They reason.", "talk:first"],
            await db.Passages.OrderBy(p => p.Id).Select(p => p.Kind + ":" + p.Text).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await CountAsync(db, Passages, "reason"));
        Assert.Equal(1, await CountAsync(db, Bridges, "\"longer yes\""));
    }

    [Fact]
    public async Task Replacing_leaves_nothing_of_before_in_any_index()
    {
        var talk = await _library.AddAsync("first", ["Noam: We reason longer.", "Ilge: Yes we do."]);
        await using var db = _library.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var ids = await db.Passages.Select(p => p.Id).ToListAsync(TestContext.Current.CancellationToken);
        await db.Segments.Where(s => s.N == 0).ExecuteUpdateAsync(u => u.SetProperty(s => s.Text, "We think."), TestContext.Current.CancellationToken);
        await PassageWriter.ReplaceAsync(db, talk, TestContext.Current.CancellationToken);
        Assert.Equal(0, await CountAsync(db, Passages, "longer"));
        Assert.Equal(0, await CountAsync(db, Bridges, "longer"));
        Assert.Equal(1, await CountAsync(db, Passages, "think"));
        Assert.DoesNotContain(await db.Passages.Select(p => p.Id).ToListAsync(TestContext.Current.CancellationToken), ids.Contains);
    }

    [Fact]
    public async Task Words_are_remembered_with_their_sound_and_whether_they_are_names()
    {
        await _library.AddAsync("first", ["So Carpathy said it. Then more."]);
        await using var db = _library.CreateDbContext();
        var terms = await db.Terms.ToDictionaryAsync(t => t.Term, t => t.IsName, TestContext.Current.CancellationToken);
        Assert.True(terms["carpathy"]);
        Assert.False(terms["then"]);
        Assert.False(terms["said"]);
    }

    public void Dispose() => _library.Dispose();

    private static Task<int> CountAsync(TalkNotesDb db, string sql, string match) =>
        db.Database.SqlQueryRaw<int>(sql, match).SingleAsync(TestContext.Current.CancellationToken);
}
