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
    private const int DiskFull = 13;
    private const int CannotOpen = 14;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>What happened and what to do, or null when this is not a failure of the environment.</summary>
    public static string? Explain(Exception e) => e switch
    {
        SchemaVersionException or InvalidBackupException or ExposedException or UsageException => e.Message,
        SqliteException { SqliteErrorCode: Busy } => "the database is busy with another program; try again when it is done",
        SqliteException { SqliteErrorCode: ReadOnly } => "the data folder cannot be written; nothing was changed",
        SqliteException { SqliteErrorCode: DiskFull } => "the disk is full; what was saved before is kept",
        SqliteException { SqliteErrorCode: CannotOpen } => "the database cannot be opened; check the data folder and its permissions",
        SqliteException { SqliteErrorCode: Corrupt } => "the database is damaged; talknotes check says where, talknotes restore puts a backup in its place",
        SqliteException { SqliteErrorCode: NotADatabase } => "talknotes.db in the data folder is not a database; move it away or restore a backup",
        { InnerException: SqliteException inner } => Explain(inner), // as EF reports what SQLite refused
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or IOException => e.Message,
        _ => null,
    };
}
