using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace TalkNotes.Web.Tests;

/// <summary>
/// Every statement that the program runs on one database, whoever wrote it: SQLite says when a statement begins, and which
/// statements its connection has. Their texts are those that were prepared, so a plan of them is the plan that was followed.
/// </summary>
internal sealed class SqlWatch : IDisposable
{
    private readonly ConcurrentDictionary<string, byte> _seen = new(StringComparer.Ordinal);
    private readonly IDisposable _listening;
    private readonly string _database;
    private volatile bool _ended;

    /// <summary>Watches from now on.</summary>
    /// <param name="database">Path of the file.</param>
    public SqlWatch(string database)
    {
        _database = database;
        _listening = DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.EntityFrameworkCore")
            {
                listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(Opened));
            }
        }));
    }

    /// <summary>The statements since the last time that this was asked, without those of FTS5 itself.</summary>
    public HashSet<string> Take()
    {
        var seen = _seen.Keys.Where(s => !s.Contains("'main'.", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        _seen.Clear();
        return seen;
    }

    /// <summary>How SQLite goes about a statement, by the schema alone: as in a large library.</summary>
    public IReadOnlyList<string> Plan(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var steps = new List<string>();
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, "EXPLAIN QUERY PLAN " + sql, out var statement), connection.Handle);
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                steps.Add(raw.sqlite3_column_text(statement, 3).utf8_to_string());
            }
        }

        return steps;
    }

    public void Dispose()
    {
        _ended = true;
        _listening.Dispose();
    }

    private void Opened(KeyValuePair<string, object?> happened)
    {
        if (!_ended && happened.Value is ConnectionEndEventData { Connection: SqliteConnection { State: System.Data.ConnectionState.Open, Handle: { } handle } connection } && connection.DataSource == _database)
        {
            raw.sqlite3_trace(handle, (object _, string _) => Note(handle.DangerousGetHandle()), null);
        }
    }

    private void Note(nint connection)
    {
        for (var statement = NextStatement(connection, 0); !_ended && statement != 0; statement = NextStatement(connection, statement))
        {
            if (Marshal.PtrToStringUTF8(SqlOf(statement)) is { Length: > 0 } sql)
            {
                _seen.TryAdd(sql, 0);
            }
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_next_stmt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern nint NextStatement(nint connection, nint before);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_sql")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern nint SqlOf(nint statement);

    private sealed class Watcher<T>(Action<T> see) : IObserver<T>
    {
        public void OnNext(T value) => see(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
