using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Questions about the library as a whole.</summary>
public sealed class LibraryQueries
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;

    internal LibraryQueries(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>The numbers that stand on every page.</summary>
    public async Task<LibraryCounts> CountsAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talks = await db.Talks.CountAsync(ct);
        var words = await db.Talks.SumAsync(t => (long)t.WordCount, ct);
        var claims = await db.Claims.CountAsync(c => c.WithdrawnAt == null && c.Talk.TranscriptId != null, ct);
        var judged = await db.FidelityInForce()
            .CountAsync(v => v.Value != "unverified" && v.Claim.WithdrawnAt == null && v.Claim.Talk.TranscriptId != null, ct);
        return new LibraryCounts(talks, words, claims - judged);
    }
}
