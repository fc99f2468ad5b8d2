using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Evidence;

/// <summary>Results of a talk as they are kept in the database: read in a millisecond where ranking takes sixty.</summary>
internal static class KeptEvidence
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>What is kept of that version; null when there is nothing, or only what is of another.</summary>
    public static async Task<List<EvidenceResult>?> ReadAsync(TalkNotesDb db, int talk, string version, CancellationToken ct)
    {
        var kept = await db.EvidenceResults.AsNoTracking().Where(r => r.TalkId == talk && r.Version == version).Select(r => r.Results).SingleOrDefaultAsync(ct);
        if (kept is null)
        {
            return null;
        }

        using var bytes = new DeflateStream(new MemoryStream(kept), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<EvidenceResult>>(bytes, Options);
    }

    /// <summary>Keeps results in the place of earlier ones.</summary>
    public static async Task WriteAsync(TalkNotesDb db, int talk, string version, IEnumerable<EvidenceResult> results, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using (var deflate = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            await JsonSerializer.SerializeAsync(deflate, results, Options, ct);
        }

        await db.EvidenceResults.Where(r => r.TalkId == talk).ExecuteDeleteAsync(ct);
        db.EvidenceResults.Add(new EvidenceResultRow { TalkId = talk, Version = version, Results = bytes.ToArray() });
        await db.SaveChangesAsync(ct);
    }
}
