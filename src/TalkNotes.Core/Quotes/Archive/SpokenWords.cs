using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// The words of every talk's transcript. Those of a small library are in memory; those of a large one in an index file
/// beside the database, with what came in since in memory until the file is written anew. The file is worked out from
/// the database: one that is missing, damaged or of another library is made again.
/// </summary>
/// <param name="folder">Where the index file stands, once there is one.</param>
/// <param name="smallest">How many words are worth a file.</param>
internal sealed class SpokenWords(string folder, int smallest = SpokenWords.FewestWordsOfAFile) : IDisposable
{
    /// <summary>Fewer words than this are kept in memory, four bytes each, and read in some milliseconds.</summary>
    public const int FewestWordsOfAFile = 1_000_000;

    private const int ShareOfIndex = 20; // writing it costs as much as it is long, so it is done when a twentieth is new
    private const int MostInMemory = 8; // times the smallest; what a large library lacks at first goes straight to the file

    private readonly WordIndexFolder _files = new(folder);
    private readonly SemaphoreSlim _reading = new(1);
    private readonly SemaphoreSlim _writing = new(1);
    private volatile Known? _known;
    private bool _cannotWrite;

    /// <summary>The most likely places of a quotation in what <paramref name="db"/> has now; of one talk, or of all.</summary>
    public async Task<List<SpokenPlace>> FindAsync(TalkNotesDb db, QuotedText quoted, int? talkId, CancellationToken ct)
    {
        var known = await ReadAsync(db, ct);
        try
        {
            return known.Archive.Find(quoted, talkId);
        }
        catch (Exception e) when (IsDamage(e, known))
        {
            await DiscardAsync(known, ct);
            return (await ReadAsync(db, ct)).Archive.Find(quoted, talkId);
        }
    }

    /// <summary>
    /// Reads what is not read yet, and puts what came in lately into the file once it is a good part of all. That takes
    /// seconds for a large library; questions do not wait for it.
    /// </summary>
    public async Task TendAsync(TalkNotesDb db, CancellationToken ct)
    {
        var known = await ReadAsync(db, ct);
        if (_cannotWrite || known.RecentWords < Math.Max(smallest, (known.Index?.WordCount ?? 0) / ShareOfIndex))
        {
            return;
        }

        await _writing.WaitAsync(ct);
        try
        {
            await PutInPlaceAsync(known, await WriteAsync(db, await TranscriptVersion.ReadAsync(db, ct), known.Index, ct), ct);
            await ReadAsync(db, ct);
        }
        catch (Exception e) when (IsDamage(e, known))
        {
            await DiscardAsync(known, ct); // the next time all is read from the database
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _cannotWrite = true; // no room, or not allowed: memory answers the same
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _known?.Index?.Dispose();
        _reading.Dispose();
        _writing.Dispose();
    }

    /// <summary>A piece is held against its checksum once; bytes that change later lead outside what was read, or to no number at all.</summary>
    private static bool IsDamage(Exception e, Known known) =>
        e is DamagedFileException || (known.Index is not null && e is IndexOutOfRangeException or ArgumentException or OverflowException);

    /// <summary>The words as <paramref name="db"/> has them now.</summary>
    private async Task<Known> ReadAsync(TalkNotesDb db, CancellationToken ct)
    {
        var stamp = await StampAsync(db, ct);
        if (_known is { } known && known.Stamp == stamp)
        {
            return known;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (_known is { } latest && latest.Stamp == stamp)
            {
                return latest;
            }

            try
            {
                return _known = await ReadAgainAsync(db, stamp, _known, ct);
            }
            catch (DamagedFileException)
            {
                _files.DeleteAllBut(null);
                return _known = await ReadAgainAsync(db, stamp, new Known(LibraryState.None, null, null, [], new WordNumbers()), ct);
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Passages are made anew, with higher ids, whenever the words of a talk change.</summary>
    private static async Task<LibraryState> StampAsync(TalkNotesDb db, CancellationToken ct) =>
        new(await db.Passages.MaxAsync(p => (long?)p.Id, ct) ?? 0, await db.Talks.CountAsync(ct));

    private async Task<Known> ReadAgainAsync(TalkNotesDb db, LibraryState stamp, Known? before, CancellationToken ct)
    {
        var versions = await TranscriptVersion.ReadAsync(db, ct);
        var index = before is null ? _files.Open() : before.Index;
        var indexed = IndexPart.Of(index, versions, before?.Indexed);
        var lacking = versions.Where(v => indexed?.Has(v) != true).ToList();
        if (lacking.Sum(v => v.WordCount) > (long)MostInMemory * smallest && !_cannotWrite)
        {
            try
            {
                index = await WriteAsync(db, versions, indexed is null ? null : index, ct);
                indexed = IndexPart.Of(index, versions, null);
                lacking = [.. versions.Where(v => indexed?.Has(v) != true)];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _cannotWrite = true; // no room, or not allowed: memory answers the same
            }
        }

        var numbers = lacking.Count == 0 || before is null ? new WordNumbers() : before.Numbers;
        var recent = new Dictionary<TranscriptVersion, NumberedTranscript[]>(lacking.Count);
        foreach (var version in lacking)
        {
            recent[version] = before?.Recent.GetValueOrDefault(version) is { } read && ReferenceEquals(numbers, before.Numbers) ? read : await version.ReadWordsAsync(db, numbers, ct);
        }

        return new Known(stamp, indexed is null ? null : index, indexed, recent, numbers);
    }

    /// <summary>Writes all words into a new file, those that the old one has without reading them from the database again.</summary>
    private async Task<WordIndex> WriteAsync(TalkNotesDb db, IReadOnlyList<TranscriptVersion> versions, WordIndex? old, CancellationToken ct)
    {
        var path = _files.NewPath();
        using (var writer = new WordIndexWriter(path))
        {
            var copy = old is null ? null : new WordIndexCopy(old, writer);
            foreach (var version in versions)
            {
                ct.ThrowIfCancellationRequested();
                if (copy?.Add(version) != true)
                {
                    foreach (var transcript in await version.ReadWordsAsync(db, writer.Numbers, ct))
                    {
                        writer.Add(version, transcript.Words, transcript.FirstWords);
                    }
                }
            }

            writer.Complete();
        }

        _files.DeleteAllBut(path);
        return WordIndex.Open(path);
    }

    private async Task PutInPlaceAsync(Known known, WordIndex index, CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            var latest = _known ?? known;
            _known = new Known(LibraryState.None, index, null, latest.Recent, latest.Numbers); // the next question looks what is new
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Forgets a damaged index.</summary>
    private async Task DiscardAsync(Known damaged, CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (ReferenceEquals(_known, damaged))
            {
                _files.DeleteAllBut(null);
                _known = new Known(LibraryState.None, null, null, [], new WordNumbers());
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    private readonly record struct LibraryState(long NewestPassage, int Talks)
    {
        public static readonly LibraryState None = new(-1, -1);
    }

    private sealed record Known(LibraryState Stamp, WordIndex? Index, IndexPart? Indexed, Dictionary<TranscriptVersion, NumberedTranscript[]> Recent, WordNumbers Numbers)
    {
        public WordArchive Archive { get; } = new([.. Recent.Values.SelectMany(t => t)], Numbers, Indexed);

        public long RecentWords => Recent.Values.SelectMany(t => t).Sum(t => (long)t.Words.Length);
    }
}
