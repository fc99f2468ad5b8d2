using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>
/// Which stored source a file is: the one with the same bytes, wherever it lies now; else the one under the same path
/// of which it is an edited version. Two folders may use one path for different documents, so a path alone proves nothing.
/// </summary>
internal sealed class SourceFinder(TalkNotesDb db)
{
    /// <summary>The stored source, tracked; null when the file is new.</summary>
    public async Task<SourceRow?> FindAsync(ParsedSource parsed, string key, CancellationToken ct)
    {
        var file = parsed.Source;
        if (await db.Sources.FirstOrDefaultAsync(s => s.Sha256 == file.Sha256, ct) is { } same)
        {
            return same;
        }

        foreach (var candidate in await db.Sources.Where(s => s.Path == file.Path).OrderBy(s => s.Id).ToListAsync(ct))
        {
            if (candidate.Key == key || await IsEditedAsync(candidate, file, ct))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether at least half of the lines of the shorter one stand in the other.</summary>
    private async Task<bool> IsEditedAsync(SourceRow stored, SourceText file, CancellationToken ct)
    {
        var bytes = await db.Originals.Where(o => o.Sha256 == stored.Sha256).Select(o => o.Bytes).SingleAsync(ct);
        var before = TellingLines(SourceText.FromBytes(stored.Path, bytes));
        var now = TellingLines(file);
        var shared = before.Count(now.Contains);
        return shared > 0 && shared * 2 >= Math.Min(before.Count, now.Count);
    }

    private static HashSet<string> TellingLines(SourceText source) =>
        [.. source.Lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
}
