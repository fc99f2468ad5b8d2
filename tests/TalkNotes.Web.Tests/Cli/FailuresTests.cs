using Microsoft.Data.Sqlite;
using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Tests.Cli;

public class FailuresTests
{
    [Theory]
    [InlineData(13, "the disk is full")]
    [InlineData(8, "cannot be written")]
    [InlineData(10, "disk does not do what it should")]
    [InlineData(5, "busy")]
    [InlineData(11, "damaged")]
    public void Failure_of_the_database_is_explained_however_it_is_wrapped(int code, string explanation)
    {
        var failure = new SqliteException("as SQLite says it", code);
        Assert.Contains(explanation, Failures.Explain(failure), StringComparison.Ordinal);
        Assert.Contains(explanation, Failures.Explain(new InvalidOperationException("as EF wraps it", failure)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13, 507)]
    [InlineData(8, 503)]
    [InlineData(10, 503)]
    [InlineData(5, 503)]
    [InlineData(1, 500)]
    public void Answer_says_whose_fault_it_was(int code, int status)
    {
        var failure = new SqliteException("as SQLite says it", code);
        Assert.Equal((status, status), (Failures.StatusOf(failure), Failures.StatusOf(new InvalidOperationException("as EF wraps it", failure))));
    }

    [Fact]
    public void Full_disk_is_named_also_where_a_file_is_written()
    {
        var failure = new IOException("No space left on device", hresult: 28);
        Assert.Equal(("the disk is full; what was saved before is kept", 507), (Failures.Explain(failure), Failures.StatusOf(failure)));
    }

    [Fact]
    public void Disk_that_the_system_made_read_only_is_named_without_its_folders()
    {
        var failure = new IOException("Read-only file system : '/srv/data/waiting'", hresult: 30);
        Assert.Equal(("the data folder cannot be written; nothing was changed", 503), (Failures.Explain(failure), Failures.StatusOf(failure)));
    }

    [Fact]
    public void Bug_is_not_explained_away() => Assert.Null(Failures.Explain(new InvalidOperationException("a bug")));
}
