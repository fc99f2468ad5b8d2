using TalkNotes.Core.Storage;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Core.Tests.Upkeep;

public class DailyBackupsTests
{
    [Fact]
    public void One_copy_a_day_is_made_and_the_newest_are_kept()
    {
        using var folder = new TempFolder();
        var clock = new Clock();
        var backups = Backups(folder, clock, keep: 2);
        for (var day = 0; day < 4; day++)
        {
            clock.Now = clock.Now.AddDays(1);
            Change(folder, $"day {day}");
            Assert.NotNull(backups.BackUpIfDue());
            Change(folder, "later");
            Assert.Null(backups.BackUpIfDue());
        }

        Assert.Equal(["daily-2026-11-26.db", "daily-2026-11-27.db"], Directory.GetFiles(folder["backups"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Day_without_a_change_needs_no_copy()
    {
        using var folder = new TempFolder();
        var clock = new Clock();
        var backups = Backups(folder, clock, keep: 2);
        Assert.NotNull(backups.BackUpIfDue());
        clock.Now = clock.Now.AddDays(1);
        Assert.Null(backups.BackUpIfDue());
    }

    [Fact]
    public void None_is_made_when_none_is_wanted()
    {
        using var folder = new TempFolder();
        Assert.Null(Backups(folder, new Clock(), keep: 0).BackUpIfDue());
        Assert.False(Directory.Exists(folder["backups"]));
    }

    private static DailyBackups Backups(TempFolder folder, TimeProvider time, int keep)
    {
        var options = new TalkNotesOptions { DataDirectory = folder.Path, DailyBackups = keep };
        var database = new LibraryDatabase(options, time);
        database.Prepare();
        return new DailyBackups(database, options, time);
    }

    /// <summary>Writes to the database, and sees to it that the file says so however coarse its clock is.</summary>
    private static void Change(TempFolder folder, string topic)
    {
        using (var connection = Database.Open(folder["talknotes.db"]))
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT OR REPLACE INTO topics VALUES (1, 'k', 's', $name)";
            command.Parameters.AddWithValue("$name", topic);
            command.ExecuteNonQuery();
        }

        File.SetLastWriteTimeUtc(folder["talknotes.db"], DateTime.UtcNow.AddSeconds(5));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
