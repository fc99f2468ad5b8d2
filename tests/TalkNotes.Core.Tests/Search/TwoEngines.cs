using System.Text.Json;
using TalkNotes.Core.Search;
using TalkNotes.Core.Search.Files;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Search;

/// <summary>One library, searched over FTS5 and over index files.</summary>
internal sealed class TwoEngines : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SearchCaches _caches;
    private readonly PassageSearch _fts;
    private readonly PassageSearch _files;

    public TwoEngines(string? glossary = null)
    {
        var file = new GlossaryFile(glossary ?? _folder["glossary.yaml"]);
        _caches = new SearchCaches(IndexKeeper.FolderOf(Library.Options));
        _fts = new PassageSearch(Library, new SearchCaches(), file);
        _files = new PassageSearch(Library, _caches, file);
    }

    public SearchLibrary Library { get; } = new();

    public string IndexFolder => IndexKeeper.FolderOf(Library.Options);

    public string[] IndexFiles => Directory.Exists(IndexFolder) ? Directory.GetFiles(IndexFolder, "passages-*.idx") : [];

    /// <summary>Makes the files that are missing; says how many.</summary>
    public int Refresh() => new IndexKeeper(Library.Options, new(), fewestPassages: 1).Refresh(CancellationToken.None);

    /// <summary>Asks a thing of both indexes in one state of the library.</summary>
    public T Ask<T>(Func<FtsIndex, FileIndex?, T> ask)
    {
        using var connection = Database.Open(Library.Options.DatabasePath);
        using var snapshot = connection.BeginTransaction(deferred: true);
        var stamp = LibraryStamp.Of(connection);
        return ask(new FtsIndex(connection, stamp.NewestPassage), _caches.Index(connection, stamp));
    }

    /// <summary>Whether files answer at present.</summary>
    public bool FilesAnswer() => Ask((_, files) => files is not null);

    /// <summary>Searches over both and demands the same answer: hits, order, scores, totals, facets, reasons.</summary>
    public async Task<SearchResult> SameAsync(SearchRequest request)
    {
        var ct = TestContext.Current.CancellationToken;
        var expected = await _fts.SearchAsync(request, ct);
        Assert.Equal(Text(expected), Text(await _files.SearchAsync(request, ct)));
        return expected;
    }

    public void Dispose()
    {
        Library.Dispose();
        _folder.Dispose();
    }

    private static string Text(SearchResult result) => JsonSerializer.Serialize(result with { TookMs = 0 });
}
