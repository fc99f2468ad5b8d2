using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Ingest;

/// <summary>
/// Makes the search index anew from the stored talks, one transaction a talk, so that the site goes on answering.
/// Interrupted, it is started again by the next start of the program.
/// </summary>
public sealed class Reindexer
{
    private const int Unfinished = 0;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TalkNotesOptions _options;

    internal Reindexer(IDbContextFactory<TalkNotesDb> databases, TalkNotesOptions options)
    {
        _databases = databases;
        _options = options;
    }

    /// <summary>Whether the index is unfinished or was made by another way of cutting words.</summary>
    public bool IsDue()
    {
        using var connection = Database.Open(_options.DatabasePath);
        return Maintenance.IndexRevision(connection) != Tokens.Revision;
    }

    /// <summary>Makes it anew.</summary>
    /// <param name="progress">Told talks done and talks in all; may be null.</param>
    /// <param name="ct">Stops between two talks; the index is then known to be unfinished.</param>
    /// <returns>Number of talks.</returns>
    public async Task<int> ReindexAsync(IProgress<(int Done, int Total)>? progress, CancellationToken ct)
    {
        using var connection = Database.OpenFresh(_options.DatabasePath);
        Maintenance.SetIndexRevision(connection, Unfinished);
        if (Maintenance.CheckFullText(connection).Count > 0)
        {
            Maintenance.ClearFullText(connection);
        }

        await using var db = await _databases.CreateDbContextAsync(ct);
        var talks = await db.Talks.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
        for (var i = 0; i < talks.Count; i++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await PassageWriter.ReplaceAsync(db, talks[i], ct);
            await transaction.CommitAsync(ct);
            progress?.Report((i + 1, talks.Count));
        }

        Maintenance.OptimizeFullText(connection);
        Maintenance.SetIndexRevision(connection, Tokens.Revision);
        return talks.Count;
    }
}
