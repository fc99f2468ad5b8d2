using Microsoft.Data.Sqlite;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Upkeep;

/// <summary>The database as a file: made, upgraded, copied away and put back.</summary>
public sealed class LibraryDatabase
{
    private readonly TalkNotesOptions _options;
    private readonly TimeProvider _time;

    internal LibraryDatabase(TalkNotesOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Folder of the copies that the program makes on its own.</summary>
    public string BackupDirectory => Path.Combine(Path.GetFullPath(_options.DataDirectory), DataFolder.Backups);

    /// <summary>
    /// Makes the database where there is none; brings an older one to this program's schema, after a copy of it was put into
    /// <see cref="BackupDirectory"/>. Copies and documents whose writing was broken off are cleared away.
    /// </summary>
    /// <exception cref="SchemaVersionException">The database was made by a newer program; nothing was changed.</exception>
    public void Prepare()
    {
        Directory.CreateDirectory(Path.GetFullPath(_options.DataDirectory));
        UnfinishedFiles.Clear(BackupDirectory);
        UnfinishedFiles.Clear(Path.Combine(Path.GetFullPath(_options.DataDirectory), DataFolder.Waiting));
        using var connection = Database.Open(_options.DatabasePath);
        if (SchemaUpgrader.Version(connection) == 0)
        {
            SchemaUpgrader.Upgrade(connection);
            Maintenance.SetIndexRevision(connection, Tokens.Revision); // an empty index is whole: what comes in is cut by today's rules
            return;
        }

        SchemaUpgrader.Upgrade(connection, version => CopyAway(connection, BackupPath($"before-upgrade-from-{version}-{Stamp()}")));
    }

    /// <summary>How many talks the database holds.</summary>
    public int CountTalks() => SourceInventory.CountTalks(_options.DatabasePath);

    /// <summary>Whether every transcript is compared with the others already.</summary>
    public bool IsCompared() => SourceInventory.IsCompared(_options.DatabasePath);

    /// <summary>Copies the database to a file, while others may use it. The copy is checked before it gets its name.</summary>
    /// <param name="file">A file that does not exist yet.</param>
    /// <exception cref="IOException">The file exists, or cannot be written; nothing is left of it.</exception>
    public void BackUp(string file)
    {
        using var connection = OpenExisting(_options.DatabasePath);
        CopyAway(connection, Path.GetFullPath(file));
    }

    /// <summary>
    /// Puts a backup in the place of the database, in one transaction, while others may use it. The backup is checked
    /// first, and the database that it replaces is kept in <see cref="BackupDirectory"/>.
    /// </summary>
    /// <returns>Where the replaced database was kept; null when there was none.</returns>
    /// <exception cref="InvalidBackupException">The file is no sound backup; nothing was changed.</exception>
    /// <exception cref="SchemaVersionException">It was made by a newer program; nothing was changed.</exception>
    public string? Restore(string file)
    {
        using var backup = OpenBackup(Path.GetFullPath(file));
        Directory.CreateDirectory(Path.GetFullPath(_options.DataDirectory));
        var kept = File.Exists(_options.DatabasePath) ? SetAside() : null;
        using (var connection = Database.Open(_options.DatabasePath))
        {
            Maintenance.Copy(backup, connection);
        }

        Prepare();
        return kept;
    }

    /// <summary>Opens a file and proves that it is a sound database of this program.</summary>
    private static SqliteConnection OpenBackup(string file)
    {
        var connection = OpenExisting(file, SqliteOpenMode.ReadOnly);
        try
        {
            var version = SchemaUpgrader.Version(connection);
            if (version > SchemaUpgrader.Newest)
            {
                throw new SchemaVersionException(version, SchemaUpgrader.Newest);
            }

            var faults = version == 0 ? ["it is not a TalkNotes database"] : Maintenance.CheckFile(connection);
            faults.AddRange(faults.Count > 0 ? [] : Maintenance.CheckSchema(connection)); // another program's file may be sound, too
            return faults.Count == 0 ? connection : throw new InvalidBackupException(file, faults[0]);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new InvalidBackupException(file, e.Message);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection OpenExisting(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no file '{file}'", file);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void CopyAway(SqliteConnection connection, string file)
    {
        if (File.Exists(file))
        {
            throw new IOException($"There is a file '{file}' already; a backup never replaces one");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = file + UnfinishedFiles.Ending;
        UnfinishedFiles.Remove(unfinished);
        using var held = UnfinishedFiles.Hold(unfinished);
        try
        {
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
            {
                copy.Open();
                Maintenance.Copy(connection, copy);
                Maintenance.CloseLog(copy);
                if (Maintenance.CheckFile(copy) is [var fault, ..])
                {
                    throw new InvalidBackupException(file, fault);
                }
            }

            File.Move(unfinished, file);
        }
        finally
        {
            UnfinishedFiles.Remove(unfinished);
        }
    }

    /// <summary>Keeps the present database: as a copy, or, where it is too damaged to be copied, by moving its files.</summary>
    private string SetAside()
    {
        var path = BackupPath($"replaced-{Stamp()}");
        try
        {
            BackUp(path);
        }
        catch (Exception e) when (e is SqliteException or InvalidBackupException)
        {
            SqliteConnection.ClearAllPools();
            foreach (var suffix in new[] { "", "-wal", "-shm" })
            {
                if (File.Exists(_options.DatabasePath + suffix))
                {
                    File.Move(_options.DatabasePath + suffix, path + suffix);
                }
            }
        }

        return path;
    }

    private string BackupPath(string name) => Path.Combine(BackupDirectory, name + ".db");

    private string Stamp() => _time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'");
}
