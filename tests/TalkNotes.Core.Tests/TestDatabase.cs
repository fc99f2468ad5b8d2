using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests;

/// <summary>A fresh database with the newest schema, in a temporary file, opened as the program opens it.</summary>
internal sealed class TestDatabase : IDbContextFactory<TalkNotesDb>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DbContextOptions<TalkNotesDb> _options;

    public TestDatabase()
    {
        Path = _folder["talknotes.db"];
        using var connection = Database.Open(Path);
        SchemaUpgrader.Upgrade(connection);
        var builder = new DbContextOptionsBuilder<TalkNotesDb>();
        builder.UseDatabase(Path);
        _options = builder.Options;
    }

    public string Path { get; }

    public TalkNotesDb CreateDbContext() => new(_options);

    public void Dispose() => _folder.Dispose();
}
