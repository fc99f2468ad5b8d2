using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Storage;

public class SchemaTests
{
    [Fact]
    public async Task Every_mapped_table_can_be_read()
    {
        using var database = new TestDatabase();
        await using var db = database.CreateDbContext();
        var entities = db.Model.GetEntityTypes().ToList();
        Assert.NotEmpty(entities);
        foreach (var entity in entities)
        {
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
                .MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
            Assert.Empty(await set.ToListAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Every_mapped_column_exists_and_agrees_on_null()
    {
        using var database = new TestDatabase();
        using var db = database.CreateDbContext();
        using var connection = Database.Open(database.Path);
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var columns = Query(connection, $"SELECT name, \"notnull\" OR pk FROM pragma_table_xinfo('{entity.GetTableName()}')").ToDictionary(c => c[0]!, c => c[1] == "1");
            foreach (var property in entity.GetProperties())
            {
                var column = property.GetColumnName();
                Assert.True(columns.TryGetValue(column, out var isRequired), $"{entity.GetTableName()}.{column} is missing");
                Assert.True(isRequired != property.IsNullable, $"{entity.GetTableName()}.{column}: null in the row and in the schema differ");
            }

            Assert.Equal(columns.Keys.Order(), entity.GetProperties().Select(p => p.GetColumnName()).Order());
        }
    }

    [Fact]
    public void Every_script_is_numbered_in_a_row() =>
        Assert.Equal(Enumerable.Range(1, SchemaUpgrader.Scripts.Count), SchemaUpgrader.Scripts.Select(s => s.Version));

    [Fact]
    public void Database_upgraded_step_by_step_equals_a_fresh_one()
    {
        using var folder = new TempFolder();
        using var fresh = Database.Open(folder["fresh.db"]);
        SchemaUpgrader.Upgrade(fresh);
        foreach (var released in SchemaUpgrader.Scripts)
        {
            using var old = Database.Open(folder[$"from-{released.Version}.db"]);
            foreach (var script in SchemaUpgrader.Scripts.Where(s => s.Version <= released.Version))
            {
                Query(old, script.Sql);
            }

            Query(old, $"PRAGMA user_version = {released.Version}");
            Assert.Equal(released.Version, SchemaUpgrader.Upgrade(old));
            Assert.Equal(Schema(fresh), Schema(old));
        }
    }

    [Fact]
    public void Older_database_is_announced_before_it_is_changed()
    {
        using var folder = new TempFolder();
        using var old = Database.Open(folder["old.db"]);
        Query(old, SchemaUpgrader.Scripts[0].Sql);
        Query(old, "PRAGMA user_version = 1");
        var announced = new List<int>();
        SchemaUpgrader.Upgrade(old, version =>
        {
            Assert.Equal(1, SchemaUpgrader.Version(old));
            announced.Add(version);
        });
        Assert.Equal([1], announced);
        Assert.Equal(SchemaUpgrader.Newest, SchemaUpgrader.Version(old));
    }

    [Fact]
    public void Newer_database_is_refused()
    {
        using var folder = new TempFolder();
        using var newer = Database.Open(folder["newer.db"]);
        Query(newer, $"PRAGMA user_version = {SchemaUpgrader.Newest + 1}");
        var refusal = Assert.Throws<SchemaVersionException>(() => SchemaUpgrader.Upgrade(newer));
        Assert.Contains($"{SchemaUpgrader.Newest + 1}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(SchemaUpgrader.Newest + 1, SchemaUpgrader.Version(newer));
    }

    [Fact]
    public async Task Connections_wait_keep_foreign_keys_and_sync_every_commit()
    {
        using var database = new TestDatabase();
        using var connection = Database.Open(database.Path);
        Assert.Equal(["wal", "1", "2"], Settings(connection));
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["wal", "1", "2"], Settings((SqliteConnection)db.Database.GetDbConnection()));
    }

    [Theory]
    [InlineData("INSERT INTO originals VALUES ('x', x'00'); DELETE FROM originals", "originals are kept")]
    [InlineData("INSERT INTO originals VALUES ('x', x'00'); UPDATE originals SET bytes = x'01'", "originals are kept")]
    public void Originals_can_be_neither_changed_nor_deleted(string sql, string message)
    {
        using var database = new TestDatabase();
        using var connection = Database.Open(database.Path);
        var refusal = Assert.Throws<SqliteException>(() => Query(connection, sql));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Settings(SqliteConnection connection) =>
        new[] { "journal_mode", "foreign_keys", "synchronous" }.Select(name => Query(connection, $"PRAGMA {name}")[0][0]);

    private static List<string> Schema(SqliteConnection connection) =>
        Query(connection, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").ConvertAll(row => string.Join('|', row));

    private static List<string?[]> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i).ToString())]);
        }

        return rows;
    }
}
