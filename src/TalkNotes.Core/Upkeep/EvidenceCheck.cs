using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Upkeep;

/// <summary>
/// Reads the words of every piece of evidence again, in the very version of the transcript that the curator read: the
/// stored original is parsed anew, so neither a later edit of the file nor the stored segments can vouch for themselves.
/// </summary>
internal sealed class EvidenceCheck(TalkNotesDb db, List<Finding> findings)
{
    /// <summary>Reports what no longer reads as quoted; returns how many pieces were read.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var evidence = await db.Evidence.Where(e => e.Kind == "segments").OrderBy(e => e.SourceSha256).ThenBy(e => e.Id)
            .Select(e => new Piece(
                db.Verdicts.Where(v => v.Id == e.VerdictId).Select(v => v.Claim.PublicId).First(), e.SourceSha256, e.FirstSegment, e.LastSegment, e.Words))
            .ToListAsync(ct);
        foreach (var version in evidence.GroupBy(e => e.Sha256, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            var segments = await ReadAsync(version.Key, ct);
            foreach (var piece in version)
            {
                Check(piece, segments);
            }
        }

        return evidence.Count;
    }

    private void Check(Piece piece, string[]? segments)
    {
        if (segments is null)
        {
            findings.Add(new Finding("evidence", $"of claim {piece.Claim}: the transcript version {piece.Sha256} is not kept"));
            return;
        }

        var quoted = Folded(piece.Words ?? "");
        var first = Math.Clamp(piece.First ?? 0, 0, segments.Length);
        var place = string.Join(' ', segments.Skip(first).Take((piece.Last ?? -1) - first + 1));
        if (Folded(place) != quoted && !Folded(string.Join(' ', segments)).Contains(quoted, StringComparison.Ordinal))
        {
            findings.Add(new Finding("evidence", $"of claim {piece.Claim}: segments {piece.First} to {piece.Last} no longer read as quoted"));
        }
    }

    private async Task<string[]?> ReadAsync(string? sha256, CancellationToken ct)
    {
        var bytes = await db.Originals.Where(o => o.Sha256 == sha256).Select(o => o.Bytes).FirstOrDefaultAsync(ct);
        var format = await db.Sources.Where(s => s.Sha256 == sha256).Select(s => s.Format)
            .Concat(db.SourceVersions.Where(v => v.Sha256 == sha256).Select(v => v.Format)).OrderBy(f => f).FirstOrDefaultAsync(ct);
        return bytes is not null && SourceFormats.Parse(SourceText.FromBytes("", bytes), format) is ParseResult.Parsed parsed
            ? [.. parsed.Source.Document.Segments.Select(s => s.Text)]
            : null;
    }

    /// <summary>The words with a blank on each side, so that only whole words are found.</summary>
    private static string Folded(string text) => $" {string.Join(' ', Words.Of(text).Select(w => w.Folded))} ";

    private sealed record Piece(string Claim, string? Sha256, int? First, int? Last, string? Words);
}
