namespace TalkNotes.Core.Upkeep;

/// <summary>A copy of the database for each day on which it changed; the newest ones are kept, older ones go.</summary>
public sealed class DailyBackups
{
    private const string Prefix = "daily-";

    private readonly LibraryDatabase _database;
    private readonly TalkNotesOptions _options;
    private readonly TimeProvider _time;

    internal DailyBackups(LibraryDatabase database, TalkNotesOptions options, TimeProvider time)
    {
        _database = database;
        _options = options;
        _time = time;
    }

    /// <summary>Makes today's copy if there is none and the database changed since the last one, then removes the oldest beyond the number kept.</summary>
    /// <returns>The copy; null when none was due.</returns>
    public string? BackUpIfDue()
    {
        if (_options.DailyBackups <= 0)
        {
            return null;
        }

        var file = Path.Combine(_database.BackupDirectory, $"{Prefix}{_time.GetUtcNow():yyyy-MM-dd}.db");
        var last = Copies().LastOrDefault();
        if (File.Exists(file) || (last is not null && ChangedAt() <= File.GetLastWriteTimeUtc(last)))
        {
            return null;
        }

        _database.BackUp(file);
        foreach (var old in Copies().SkipLast(_options.DailyBackups))
        {
            File.Delete(old);
        }

        return file;
    }

    /// <summary>The daily copies, oldest first; their names sort by date.</summary>
    private List<string> Copies() => Directory.Exists(_database.BackupDirectory)
        ? [.. Directory.EnumerateFiles(_database.BackupDirectory, Prefix + "*.db").Order(StringComparer.Ordinal)]
        : [];

    private DateTime ChangedAt()
    {
        var log = _options.DatabasePath + "-wal";
        var changed = File.GetLastWriteTimeUtc(_options.DatabasePath);
        return File.Exists(log) && File.GetLastWriteTimeUtc(log) > changed ? File.GetLastWriteTimeUtc(log) : changed;
    }
}
