using Microsoft.Data.Sqlite;
using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Tests.Cli;

public class FailuresTests
{
    [Theory]
    [InlineData(13, "the disk is full")]
    [InlineData(8, "cannot be written")]
    [InlineData(5, "busy")]
    [InlineData(11, "damaged")]
    public void Failure_of_the_database_is_explained_however_it_is_wrapped(int code, string explanation)
    {
        var failure = new SqliteException("as SQLite says it", code);
        Assert.Contains(explanation, Failures.Explain(failure), StringComparison.Ordinal);
        Assert.Contains(explanation, Failures.Explain(new InvalidOperationException("as EF wraps it", failure)), StringComparison.Ordinal);
    }

    [Fact]
    public void Bug_is_not_explained_away() => Assert.Null(Failures.Explain(new InvalidOperationException("a bug")));
}
