using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Reads what came in: a source with its ledger, and its bytes.</summary>
public sealed class SourceQueries
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;

    internal SourceQueries(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>A source of a talk, line by line.</summary>
    /// <param name="slug">The talk.</param>
    /// <param name="n">Number of the source within the talk, from 1.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<SourceView?> FindAsync(string slug, int n, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (await RowAsync(db, slug, n, ct) is not { } row)
        {
            return null;
        }

        var versions = await db.SourceVersions.Where(v => v.SourceId == row.Id).OrderByDescending(v => v.Id)
            .Select(v => new { v.Sha256, v.TakenInAt, v.ReplacedAt }).ToListAsync(ct);
        var text = SourceText.FromBytes(row.Path, row.Original.Bytes);
        var ledger = DocumentJson.ReadLedger(row.Ledger, text);
        return new SourceView
        {
            Talk = row.Talk.Slug,
            Title = row.Talk.Title,
            Source = SourceParts.Brief(row, n, row.Talk.TranscriptId),
            Revision = row.FormatRevision,
            Confidence = row.Confidence,
            MatchReason = row.MatchReason,
            Encoding = text.EncodingName,
            Bytes = row.Original.Bytes.Length,
            Totals = new LineTotals(row.UsedCount, row.ChromeCount, row.BlankCount, row.UnrecognisedCount),
            Lines = [.. text.Lines.Select((line, i) => new SourceLine(i + 1, line, ledger[i + 1].Kind, ledger[i + 1].Owner))],
            Diagnostics = DocumentJson.ReadDiagnostics(row.Diagnostics),
            Arrivals = await ArrivalQueries.ViewAsync(db, db.Arrivals.AsNoTracking().Where(a => a.SourceId == row.Id).OrderByDescending(a => a.Id), ct),
            Fields = DocumentJson.ReadMetadata(row.Metadata).Fields,
            Versions = versions.ConvertAll(v => new SourceVersion(v.Sha256, v.TakenInAt, v.ReplacedAt)),
        };
    }

    /// <summary>The bytes of a source.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<OriginalFile?> OriginalAsync(string slug, int n, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await RowAsync(db, slug, n, ct) is { } row ? new OriginalFile(row.Path.Split('/')[^1], row.Original.Bytes) : null;
    }

    private static Task<SourceRow?> RowAsync(TalkNotesDb db, string slug, int n, CancellationToken ct) => n < 1
        ? Task.FromResult<SourceRow?>(null)
        : db.Sources.AsNoTracking().Include(s => s.Original).Include(s => s.Talk)
            .Where(s => s.Talk.Slug == slug).OrderBy(s => s.Id).Skip(n - 1).FirstOrDefaultAsync(ct);
}
