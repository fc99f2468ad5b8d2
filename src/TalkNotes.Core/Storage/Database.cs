using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalkNotes.Core.Storage;

/// <summary>The one way a connection to the database is opened: by the server, the commands and the tests.</summary>
internal static class Database
{
    /// <summary>How long a writer waits for another one before it gives up.</summary>
    private const int BusySeconds = 30;

    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int DiskFailed = 10;
    private const int DiskFull = 13;
    private const int CannotOpen = 14;

    /// <summary>Foreign keys on; a busy database is waited for.</summary>
    public static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>Lets EF Core open its connections in the same way.</summary>
    public static DbContextOptionsBuilder UseDatabase(this DbContextOptionsBuilder options, string path) =>
        options.UseSqlite(ConnectionString(path)).AddInterceptors(SetUpOnOpening.Instance)

        // Rows of a talk that became part of another one are moved there, so none of them is hidden with it.
        .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

    /// <summary>Opens a connection; creates an empty file where there is none.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(ConnectionString(path));
        connection.Open();
        SetUp(connection);
        return connection;
    }

    /// <summary>
    /// Opens a connection that no pool has used before. For checks: FTS5 checks the index that its connection remembers,
    /// and finds it malformed where another process has changed it since.
    /// </summary>
    public static SqliteConnection OpenFresh(string path)
    {
        var connection = new SqliteConnection(ConnectionString(path) + ";Pooling=False");
        connection.Open();
        SetUp(connection);
        return connection;
    }

    /// <summary>Whether a failure says that nothing can be written now: another program writes, the disk is full, read-only or fails.</summary>
    public static bool CannotWrite(Exception e) => e switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or ReadOnly or DiskFailed or DiskFull or CannotOpen,
        { InnerException: { } inner } => CannotWrite(inner),
        _ => false,
    };

    /// <summary>
    /// What SQLite does not keep in the file: a commit is on the disk before it is acknowledged (docs/decisions/0030).
    /// </summary>
    public static void SetUp(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    private sealed class SetUpOnOpening : DbConnectionInterceptor
    {
        public static readonly SetUpOnOpening Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            SetUp(connection);
            return Task.CompletedTask;
        }
    }
}
