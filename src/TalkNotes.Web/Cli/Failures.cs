using Microsoft.Data.Sqlite;
using TalkNotes.Core;
using TalkNotes.Core.Upkeep;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Cli;

/// <summary>Turns failures of the environment into a sentence a person can act on; bugs stay exceptions.</summary>
internal static class Failures
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int DiskFailed = 10;
    private const int DiskFull = 13;
    private const int CannotOpen = 14;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>How Linux and Windows say that the disk is full; the low half of a failure's number.</summary>
    private static readonly int[] NoSpace = [28, 112];

    /// <summary>How Linux and Windows say that the disk cannot be written.</summary>
    private static readonly int[] Protected = [30, 19];

    /// <summary>What happened and what to do, or null when this is not a failure of the environment.</summary>
    public static string? Explain(Exception e) => e switch
    {
        SchemaVersionException or InvalidBackupException or ExposedException or UsageException => e.Message,
        SqliteException { SqliteErrorCode: Busy } => "the database is busy with another program; try again when it is done",
        SqliteException { SqliteErrorCode: ReadOnly } => "the data folder cannot be written; nothing was changed",
        SqliteException { SqliteErrorCode: DiskFull } => "the disk is full; what was saved before is kept",
        SqliteException { SqliteErrorCode: DiskFailed } => "the disk does not do what it should, or cannot be written any more; what was saved before is kept",
        SqliteException { SqliteErrorCode: CannotOpen } => "the database cannot be opened; check the data folder and its permissions",
        SqliteException { SqliteErrorCode: Corrupt } => "the database is damaged; talknotes check says where, talknotes restore puts a backup in its place",
        SqliteException { SqliteErrorCode: NotADatabase } => "talknotes.db in the data folder is not a database; move it away or restore a backup",
        { InnerException: SqliteException inner } => Explain(inner), // as EF reports what SQLite refused
        IOException when IsFull(e) => "the disk is full; what was saved before is kept",
        IOException when Protected.Contains(e.HResult & 0xFFFF) => "the data folder cannot be written; nothing was changed",
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or IOException => e.Message,
        _ => null,
    };

    /// <summary>The status of an answer that failed for that reason; 500 for a bug.</summary>
    public static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        SqliteException { SqliteErrorCode: DiskFull } => StatusCodes.Status507InsufficientStorage,
        SqliteException { SqliteErrorCode: Busy or ReadOnly or DiskFailed or CannotOpen or Corrupt or NotADatabase } => StatusCodes.Status503ServiceUnavailable,
        IOException when IsFull(e) => StatusCodes.Status507InsufficientStorage,
        IOException or UnauthorizedAccessException => StatusCodes.Status503ServiceUnavailable,
        { InnerException: SqliteException inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whether not even a page can be read from the database.</summary>
    public static bool IsUnreadable(Exception e) => e switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is CannotOpen or Corrupt or NotADatabase,
        { InnerException: SqliteException inner } => IsUnreadable(inner),
        _ => false,
    };

    private static bool IsFull(Exception e) => NoSpace.Contains(e.HResult & 0xFFFF);
}
