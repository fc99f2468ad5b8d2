using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Storage;

/// <summary>Brings a database to this program's schema: the numbered scripts above its <c>user_version</c>, in one transaction.</summary>
internal static class SchemaUpgrader
{
    private const string Prefix = "Schema/";

    /// <summary>The embedded scripts in order; script <c>n</c> brings the schema to version <c>n</c>.</summary>
    public static IReadOnlyList<(int Version, string Name, string Sql)> Scripts { get; } = ReadScripts();

    /// <summary>The version this program works with.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>Applies what is missing.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="beforeUpgrade">Called with the old version before an older database is changed: the place for a backup. Not called for a new database.</param>
    /// <param name="upTo">The last script to apply; a database that people use gets all of them.</param>
    /// <returns>The version before; 0 for a new database.</returns>
    /// <exception cref="SchemaVersionException">The database was made by a newer program.</exception>
    public static int Upgrade(SqliteConnection connection, Action<int>? beforeUpgrade = null, int upTo = int.MaxValue)
    {
        var before = Version(connection);
        if (before > Newest)
        {
            throw new SchemaVersionException(before, Newest);
        }

        if (before > 0 && before < Newest)
        {
            beforeUpgrade?.Invoke(before);
        }

        Maintenance.OpenLog(connection); // cannot be done inside a transaction
        if (before == Newest)
        {
            return before;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        var current = Version(connection); // another program may have upgraded it meanwhile
        foreach (var script in Scripts.Where(s => s.Version > current && s.Version <= upTo))
        {
            Run(connection, transaction, script.Sql);
            Run(connection, transaction, $"PRAGMA user_version = {script.Version}");
        }

        transaction.Commit();
        return before;
    }

    /// <summary>The database's schema version; 0 for a new one.</summary>
    public static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the text is a script of this assembly
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<(int Version, string Name, string Sql)> ReadScripts()
    {
        var assembly = typeof(SchemaUpgrader).Assembly;
        var scripts = new List<(int, string, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add((int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), name[Prefix.Length..], reader.ReadToEnd()));
        }

        return scripts;
    }
}
