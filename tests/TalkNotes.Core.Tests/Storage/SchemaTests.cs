using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Storage;

public class SchemaTests
{
    [Fact]
    public async Task Every_mapped_table_can_be_read()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        SchemaUpgrader.Upgrade(connection);
        await using var db = new TalkNotesDb(new DbContextOptionsBuilder<TalkNotesDb>().UseSqlite(connection).Options);
        var entities = db.Model.GetEntityTypes().ToList();
        Assert.NotEmpty(entities);
        foreach (var entity in entities)
        {
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
                .MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
            Assert.Empty(await set.ToListAsync(TestContext.Current.CancellationToken));
        }
    }
}
