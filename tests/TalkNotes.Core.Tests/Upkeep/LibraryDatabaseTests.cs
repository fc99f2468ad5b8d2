using Microsoft.Data.Sqlite;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Core.Tests.Upkeep;

public class LibraryDatabaseTests
{
    private static void AssertRefused(Action<TempFolder> make)
    {
        using var folder = new TempFolder();
        var library = Filled(folder, "before");
        make(folder);
        Assert.Throws<InvalidBackupException>(() => library.Restore(folder["other.db"]));
        Assert.Equal("before", Topic(folder["talknotes.db"]));
        Assert.False(Directory.Exists(folder["backups"]));
    }

    private static readonly TimeProvider Time = TimeProvider.System;

    [Fact]
    public void Database_is_made_where_there_is_none()
    {
        using var folder = new TempFolder();
        Library(folder).Prepare();
        using var connection = Database.Open(folder["talknotes.db"]);
        Assert.Equal(SchemaUpgrader.Newest, SchemaUpgrader.Version(connection));
        Assert.False(Directory.Exists(folder["backups"]));
    }

    [Fact]
    public void Older_database_is_copied_away_before_it_is_upgraded()
    {
        using var folder = new TempFolder();
        using (var old = Database.Open(folder["talknotes.db"]))
        {
            Run(old, SchemaUpgrader.Scripts[0].Sql + "; PRAGMA user_version = 1; INSERT INTO topics VALUES (1, 'k', 's', 'n')");
        }

        Library(folder).Prepare();

        using var copy = Database.Open(Directory.GetFiles(folder["backups"], "before-upgrade-from-1-*.db").Single());
        Assert.Equal(1, SchemaUpgrader.Version(copy));
        Assert.Equal("n", Topic(folder["talknotes.db"]));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 5; CREATE TABLE notes (a)")]
    [InlineData("PRAGMA user_version = 18; CREATE TABLE notes (a)")]
    public void Database_of_another_program_is_no_backup(string other) =>
        AssertRefused(folder =>
        {
            using var database = new SqliteConnection($"Data Source={folder["other.db"]};Pooling=False");
            database.Open();
            Run(database, other);
        });

    [Fact]
    public void Backup_that_does_more_than_it_should_is_refused() =>
        AssertRefused(folder =>
        {
            Library(folder).BackUp(folder["other.db"]);
            using var database = new SqliteConnection($"Data Source={folder["other.db"]};Pooling=False");
            database.Open();
            Run(database, "CREATE TRIGGER more AFTER INSERT ON acts BEGIN DELETE FROM topics; END");
        });

    [Fact]
    public void Copies_that_were_broken_off_are_cleared_away_and_those_in_work_are_not()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "backups/replaced-1.db.part", "backups/replaced-1.db.part-journal", "backups/in-work.db.part", "waiting/1-2.part", "backups/mine.db" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], "x");
        }

        File.Delete(folder["backups/in-work.db.part"]);
        using (UnfinishedFiles.Hold(folder["backups/in-work.db.part"]))
        {
            Library(folder).Prepare();
            Assert.Equal(["in-work.db.part", "mine.db"], Directory.GetFiles(folder["backups"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        Assert.Empty(Directory.GetFiles(folder["waiting"]));
    }

    [Fact]
    public void Newer_database_is_refused_and_left_as_it_is()
    {
        using var folder = new TempFolder();
        using (var newer = Database.Open(folder["talknotes.db"]))
        {
            Run(newer, $"PRAGMA user_version = {SchemaUpgrader.Newest + 1}");
        }

        Assert.Throws<SchemaVersionException>(Library(folder).Prepare);
    }

    [Fact]
    public void Backup_is_one_file_that_restores_what_was_there()
    {
        using var folder = new TempFolder();
        var library = Filled(folder, "before");
        using (var other = Database.Open(folder["talknotes.db"])) // somebody else has it open all the time
        {
            library.BackUp(folder["backup.db"]);
            Run(other, "UPDATE topics SET name = 'after'");

            var kept = library.Restore(folder["backup.db"]);

            Assert.Equal("after", Topic(kept!));
            Assert.Equal("before", Scalar(other, "SELECT name FROM topics"));
            Assert.Equal("wal", Scalar(other, "PRAGMA journal_mode"));
        }

        Assert.Equal(["backup.db"], Directory.GetFiles(folder.Path, "backup*").Select(Path.GetFileName));
    }

    [Fact]
    public void Backup_never_replaces_a_file()
    {
        using var folder = new TempFolder();
        var library = Filled(folder, "x");
        folder.Write("backup.db", "precious");
        Assert.Throws<IOException>(() => library.BackUp(folder["backup.db"]));
        Assert.Equal("precious", File.ReadAllText(folder["backup.db"]));
    }

    [Fact]
    public void File_that_is_no_backup_restores_nothing()
    {
        using var folder = new TempFolder();
        var library = Filled(folder, "here");
        folder.Write("text.db", "not a database");
        using (Database.Open(folder["empty.db"]))
        {
        }

        Assert.Throws<InvalidBackupException>(() => library.Restore(folder["text.db"]));
        Assert.Throws<InvalidBackupException>(() => library.Restore(folder["empty.db"]));
        Assert.Throws<FileNotFoundException>(() => library.Restore(folder["missing.db"]));
        Assert.Equal("here", Topic(folder["talknotes.db"]));
        Assert.False(Directory.Exists(folder["backups"]));
    }

    [Fact]
    public void Damaged_database_is_moved_aside_by_a_restore()
    {
        using var folder = new TempFolder();
        var library = Filled(folder, "good");
        library.BackUp(folder["backup.db"]);
        SqliteConnection.ClearAllPools();
        File.WriteAllText(folder["talknotes.db"], "damaged beyond recognition, and long enough to be no header at all");

        var kept = library.Restore(folder["backup.db"]);

        Assert.StartsWith("damaged", File.ReadAllText(kept!), StringComparison.Ordinal);
        Assert.Equal("good", Topic(folder["talknotes.db"]));
    }

    [Fact]
    public void Backup_of_an_older_schema_is_upgraded_after_it_is_restored()
    {
        using var folder = new TempFolder();
        var library = Filled(folder, "new");
        using (var old = Database.Open(folder["old.db"]))
        {
            Run(old, SchemaUpgrader.Scripts[0].Sql + "; PRAGMA user_version = 1; INSERT INTO topics VALUES (1, 'k', 's', 'old')");
        }

        library.Restore(folder["old.db"]);

        Assert.Equal("old", Topic(folder["talknotes.db"]));
        using var connection = Database.Open(folder["talknotes.db"]);
        Assert.Equal(SchemaUpgrader.Newest, SchemaUpgrader.Version(connection));
    }

    private static LibraryDatabase Library(TempFolder folder) => new(new TalkNotesOptions { DataDirectory = folder.Path }, Time);

    private static LibraryDatabase Filled(TempFolder folder, string topic)
    {
        var library = Library(folder);
        library.Prepare();
        using var connection = Database.Open(folder["talknotes.db"]);
        Run(connection, $"INSERT INTO topics VALUES (1, 'k', 's', '{topic}')");
        return library;
    }

    private static string Topic(string path)
    {
        using var connection = Database.Open(path);
        return Scalar(connection, "SELECT name FROM topics");
    }

    private static string Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
