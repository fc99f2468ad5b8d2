using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace TalkNotes.Core.Storage;

/// <summary>Notices commits of other connections, of this process or another, without reading a page: SQLite counts them.</summary>
internal sealed class CommitWatch : IAsyncDisposable
{
    private readonly DbCommand _command;
    private long _seen;

    private CommitWatch(DbCommand command) => _command = command;

    /// <summary>Watches from now on, over the connection of <paramref name="db"/>, which stays open and is used for nothing else.</summary>
    public static async Task<CommitWatch> OpenAsync(TalkNotesDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var watch = new CommitWatch(command);
        watch._seen = await watch.ReadAsync(ct);
        return watch;
    }

    /// <summary>Whether anything was committed since the last time this was asked.</summary>
    public async Task<bool> HasChangedAsync(CancellationToken ct)
    {
        var now = await ReadAsync(ct);
        (var before, _seen) = (_seen, now);
        return now != before;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private async Task<long> ReadAsync(CancellationToken ct) => Convert.ToInt64(await _command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
}
