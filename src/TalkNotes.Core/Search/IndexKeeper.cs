using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search.Files;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>
/// Makes and joins the files of the index beside the database, in the background: searches are answered meanwhile. The
/// files are made of the passages and can be deleted at any time.
/// </summary>
public sealed class IndexKeeper
{
    /// <summary>Smaller libraries have no files: SQLite's own index answers them as fast.</summary>
    internal const int FewestPassages = 5_000;

    private readonly TalkNotesOptions _options;
    private readonly TokenCache _words;
    private readonly int _fewest;
    private readonly Dictionary<string, long> _sound = new(StringComparer.Ordinal); // read through once, with their lengths
    private readonly Lock _refreshing = new();

    internal IndexKeeper(TalkNotesOptions options, TokenCache words, int fewestPassages = FewestPassages) => (_options, _words, _fewest) = (options, words, fewestPassages);

    /// <summary>Folder of the files.</summary>
    internal static string FolderOf(TalkNotesOptions options) => Path.Combine(Path.GetFullPath(options.DataDirectory), DataFolder.Index);

    /// <summary>Refreshes now, and after every change of the library; says how many files were made, until it is cancelled.</summary>
    public async IAsyncEnumerable<int> KeepAsync(TimeSpan every, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(time);
        var options = new DbContextOptionsBuilder<TalkNotesDb>();
        options.UseDatabase(_options.DatabasePath);
        await using var db = new TalkNotesDb(options.Options);
        await using var watch = await CommitWatch.OpenAsync(db, ct);
        yield return Refresh(ct);
        while (true)
        {
            await Task.Delay(every, time, ct);
            if (await watch.HasChangedAsync(ct) || HasLostFiles())
            {
                yield return Refresh(ct);
            }
        }
    }

    /// <summary>Makes what is missing, and removes what is not needed. One program at a time does; another one leaves it to that.</summary>
    /// <returns>How many files were made.</returns>
    public int Refresh(CancellationToken ct)
    {
        lock (_refreshing)
        {
            return RefreshAlone(ct);
        }
    }

    private int RefreshAlone(CancellationToken ct)
    {
        using var connection = Database.Open(_options.DatabasePath);
        var newest = IndexCatalogue.NewestOf(connection, _fewest);
        var folder = FolderOf(_options);
        if (newest == 0 && !Directory.Exists(folder))
        {
            return 0;
        }

        Directory.CreateDirectory(folder);
        using var mine = TryLock(folder);
        if (mine is null)
        {
            return 0;
        }

        IndexCatalogue.ForgetUnfinished(connection);
        var sound = SoundFiles(connection, folder);
        RemoveOthers(folder, sound);
        var ranges = newest == 0 ? [] : IndexPlan.Of(sound.Select(f => (f.First, f.Last, IndexCatalogue.Removed(connection, f.First, f.Last).Count)), newest);
        foreach (var (first, last) in ranges)
        {
            Make(connection, folder, first, last, ct);
        }

        if (ranges.Count > 0)
        {
            sound = IndexCatalogue.Ready(connection);
            RemoveOthers(folder, sound);
        }

        foreach (var replaced in _sound.Keys.Except(sound.Select(f => f.Name)).ToList())
        {
            _sound.Remove(replaced);
        }

        return ranges.Count;
    }

    private static FileStream? TryLock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "passages.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The files that are there and whole; others are forgotten, so that they are made again.</summary>
    private List<CatalogueEntry> SoundFiles(SqliteConnection connection, string folder)
    {
        var sound = new List<CatalogueEntry>();
        foreach (var entry in IndexCatalogue.Ready(connection))
        {
            var onDisk = new FileInfo(IndexFiles.PathOf(folder, entry.Name));
            if (_sound.TryGetValue(entry.Name, out var length) && onDisk.Exists && onDisk.Length == length)
            {
                sound.Add(entry);
                continue;
            }

            using var file = IndexFiles.Open(folder, entry, new PieceBudget());
            if (file?.IsSound() != true)
            {
                _sound.Remove(entry.Name);
                IndexCatalogue.Forget(connection, entry);
                continue;
            }

            _sound[entry.Name] = onDisk.Length;
            sound.Add(entry);
        }

        return sound;
    }

    /// <summary>Whether a file that was sound is gone or has another length: somebody deleted or cut it, or a search met damage.</summary>
    private bool HasLostFiles()
    {
        var folder = FolderOf(_options);
        lock (_refreshing)
        {
            return _sound.Any(f => new FileInfo(IndexFiles.PathOf(folder, f.Key)) is var file && (!file.Exists || file.Length != f.Value));
        }
    }

    private static void RemoveOthers(string folder, List<CatalogueEntry> needed)
    {
        var names = needed.Select(f => IndexFiles.PathOf(folder, f.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "passages-*").Where(f => !names.Contains(f)))
        {
            IndexFiles.Delete(file);
        }
    }

    private void Make(SqliteConnection connection, string folder, int first, int last, CancellationToken ct)
    {
        var name = Guid.NewGuid();
        var entry = new CatalogueEntry(name.ToString("N"), first, last);
        IndexCatalogue.Announce(connection, entry);
        var builder = new IndexFileBuilder(first, last);
        List<int> removed;
        using (connection.BeginTransaction(deferred: true)) // one state of the library
        {
            removed = IndexCatalogue.Removed(connection, first, last);
            PassageRows.AddTo(builder, connection, first, last, _words, ct);
        }

        var path = IndexFiles.PathOf(folder, entry.Name);
        builder.Write(path, name);
        _sound[entry.Name] = new FileInfo(path).Length;
        IndexCatalogue.Publish(connection, entry, removed);
    }
}
