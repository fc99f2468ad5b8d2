using Microsoft.Data.Sqlite;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// The index files of a library, opened, as a search sees them in its state of the library: what is newer than the files
/// is indexed in memory, what is gone since is left out.
/// </summary>
/// <param name="folder">Where they lie; null when the library has none.</param>
/// <param name="words">Words of texts.</param>
internal sealed class IndexFiles(string? folder, TokenCache words)
{
    /// <summary>With more new passages than this, searches do without files until there are files of them too.</summary>
    private const int MostInMemory = 20_000;

    /// <summary>So many pieces of new passages are kept before they become one.</summary>
    private const int MostPieces = 8;

    private readonly Lock _opening = new();
    private readonly PieceBudget _budget = new();
    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IndexFile> _open = new(StringComparer.Ordinal);
    private List<IndexFile> _pieces = [];
    private volatile View? _view;

    /// <summary>Path of a file.</summary>
    public static string PathOf(string folder, string name) => Path.Combine(folder, $"passages-{name}.idx");

    /// <summary>The files as one index; null when they do not cover the library, are not there or not sound.</summary>
    public FileIndex? In(SqliteConnection connection, LibraryStamp stamp)
    {
        var files = folder is null ? [] : IndexCatalogue.Ready(connection);
        if (files.Count == 0)
        {
            return null;
        }

        if (_view is { } known && known.Stamp == stamp && known.Files.SequenceEqual(files))
        {
            return known.Index;
        }

        lock (_opening)
        {
            var index = Open(connection, stamp, files);
            _view = new View(stamp, files, index);
            return index;
        }
    }

    /// <summary>Reads all files through, and asks those no more that are damaged; they are deleted, so that they are made again.</summary>
    /// <returns>Whether there were any.</returns>
    public bool DropDamaged()
    {
        lock (_opening)
        {
            var damaged = _open.Where(f => !f.Value.IsSound()).Select(f => f.Key).ToList();
            foreach (var name in damaged)
            {
                _damaged.Add(name);
                _open.Remove(name);
                Delete(PathOf(folder!, name));
                _view = null;
            }

            return damaged.Count > 0;
        }
    }

    /// <summary>Deletes a file where that is possible.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // still open somewhere, where open files cannot be removed, or not allowed: it is known by its name
        }
    }

    private FileIndex? Open(SqliteConnection connection, LibraryStamp stamp, List<CatalogueEntry> files)
    {
        var next = 1;
        var all = new List<IndexFile>();
        foreach (var entry in files)
        {
            if (entry.First != next || entry.Last > stamp.NewestPassage || OpenFile(entry) is not { } file)
            {
                return null;
            }

            all.Add(file);
            next = entry.Last + 1;
        }

        if (stamp.NewestPassage - next >= MostInMemory)
        {
            return null;
        }

        all.AddRange(Pieces(connection, next, stamp.NewestPassage));
        foreach (var name in _open.Keys.Except(files.Select(f => f.Name)).ToList())
        {
            _open.Remove(name); // whoever still reads it holds it
        }

        var gone = IndexCatalogue.Removed(connection, 1, stamp.NewestPassage);
        IdSet? removed = null;
        foreach (var id in gone)
        {
            (removed ??= new IdSet(stamp.NewestPassage)).Add(id);
        }

        return FileIndex.Open(connection, all, removed, stamp.NewestPassage);
    }

    private IndexFile? OpenFile(CatalogueEntry entry)
    {
        if (!_open.TryGetValue(entry.Name, out var file) && !_damaged.Contains(entry.Name) && (file = Open(folder!, entry, _budget)) is not null)
        {
            _open[entry.Name] = file;
        }

        return file;
    }

    /// <summary>The file of an entry; null unless it is there, whole and the one that is meant.</summary>
    public static IndexFile? Open(string folder, CatalogueEntry entry, PieceBudget budget)
    {
        var file = IndexFile.Open(PathOf(folder, entry.Name), budget);
        if (file is not null && (file.Name.ToString("N") != entry.Name || file.FirstId != entry.First || file.LastId != entry.Last))
        {
            file.Dispose();
            return null;
        }

        return file;
    }

    /// <summary>What no file covers yet, in memory: what was known before, and what is new.</summary>
    private List<IndexFile> Pieces(SqliteConnection connection, int first, int newest)
    {
        var pieces = new List<IndexFile>();
        var next = first;
        foreach (var piece in _pieces)
        {
            if (piece.FirstId == next && piece.LastId <= newest)
            {
                pieces.Add(piece);
                next = piece.LastId + 1;
            }
        }

        if (next <= newest)
        {
            if (pieces.Count >= MostPieces)
            {
                (pieces, next) = ([], first);
            }

            pieces.Add(PassageRows.InMemory(connection, next, newest, words, CancellationToken.None));
        }

        return _pieces = pieces;
    }

    /// <summary>What one state of the library sees.</summary>
    private sealed record View(LibraryStamp Stamp, List<CatalogueEntry> Files, FileIndex? Index);
}
