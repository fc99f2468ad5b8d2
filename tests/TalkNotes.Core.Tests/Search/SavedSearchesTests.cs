using TalkNotes.Core.Search;

namespace TalkNotes.Core.Tests.Search;

public sealed class SavedSearchesTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly SavedSearches _searches;

    public SavedSearchesTests() => _searches = new SavedSearches(_database, TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_is_kept_taken_away_and_brought_back_under_one_address()
    {
        var saved = Assert.IsType<SavedSearchOutcome.Done>(await _searches.SaveAsync(" Chain  of thought ", "?q=cot", "ines", Ct)).Search;
        Assert.Equal(("chain-of-thought", "Chain of thought", "?q=cot", "ines"), (saved.Slug, saved.Name, saved.Asked, saved.Curator));
        var known = Assert.IsType<SavedSearchOutcome.Known>(await _searches.SaveAsync("Another name", "?q=cot", "ravi", Ct));
        Assert.Equal(saved.Slug, known.Search.Slug);
        Assert.Equal("chain-of-thought-2", Assert.IsType<SavedSearchOutcome.Done>(await _searches.SaveAsync("Chain of thought", "?q=other", "ravi", Ct)).Search.Slug);

        var removed = Assert.IsType<SavedSearchOutcome.Done>(await _searches.RemoveAsync(saved.Slug, "ravi", Ct)).Search;
        Assert.Equal(("ravi", false), (removed.RemovedBy, removed.RemovedAt is null));
        Assert.IsType<SavedSearchOutcome.NotFound>(await _searches.RemoveAsync(saved.Slug, "ravi", Ct));
        Assert.NotNull(await _searches.FindAsync(saved.Slug, Ct)); // its address goes on answering

        // what was taken away does not stand in the way of the same search under a new name
        var again = Assert.IsType<SavedSearchOutcome.Done>(await _searches.SaveAsync("Thoughts", "?q=cot", "ravi", Ct)).Search;
        Assert.Equal("thoughts", again.Slug);

        // and does not come back beside it: the same search would be followed, and listed, twice
        Assert.Equal("thoughts", Assert.IsType<SavedSearchOutcome.Known>(await _searches.RestoreAsync(saved.Slug, "ines", Ct)).Search.Slug);
        Assert.NotNull((await _searches.FindAsync(saved.Slug, Ct))!.RemovedAt);
        Assert.IsType<SavedSearchOutcome.Done>(await _searches.RemoveAsync("thoughts", "ines", Ct));
        Assert.Null(Assert.IsType<SavedSearchOutcome.Done>(await _searches.RestoreAsync(saved.Slug, "ines", Ct)).Search.RemovedAt);
        Assert.IsType<SavedSearchOutcome.NotFound>(await _searches.RestoreAsync(saved.Slug, "ines", Ct));
        Assert.Equal(["chain-of-thought", "chain-of-thought-2", "thoughts"], (await _searches.AllAsync(Ct)).Select(s => s.Slug));
    }

    [Theory]
    [InlineData("", "?q=x", "name")]
    [InlineData("a\u0007b", "?q=x", "name")]
    [InlineData("A name", "", "asked")]
    [InlineData("A name", "?", "asked")]
    [InlineData("A name", "/talks", "asked")]
    public async Task What_has_no_name_or_asks_nothing_is_refused_with_the_field(string name, string asked, string field)
    {
        Assert.Equal(field, Assert.IsType<SavedSearchOutcome.Invalid>(await _searches.SaveAsync(name, asked, "ines", Ct)).Field);
        Assert.Empty(await _searches.AllAsync(Ct));
    }

    public void Dispose() => _database.Dispose();
}
