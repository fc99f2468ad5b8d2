using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>What the library held when a run began: lets an unchanged file pass without opening a transaction or parsing it.</summary>
internal sealed class KnownSources
{
    private static readonly double Likely = new FormatMatch(MatchStrength.Likely, "").Confidence;

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Sha256), DocumentReport> _unchanged = [];

    /// <summary>Reads paths, hashes and counts; no document.</summary>
    public static async Task<KnownSources> LoadAsync(
        IDbContextFactory<TalkNotesDb> databases, ImmutableArray<ISourceFormat> formats, CancellationToken ct)
    {
        var revisions = formats.ToDictionary(f => f.Id, f => f.Revision, StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(ct);
        var sources = await db.Sources
            .Select(s => new
            {
                s.Path, s.Sha256, s.Format, s.FormatRevision, s.IsFormatGiven, s.Confidence, s.LineCount, s.BlankCount, s.UsedCount, s.ChromeCount, s.UnrecognisedCount,
                s.SegmentCount, s.ClaimCount, s.Talk.Slug, s.Talk.Title,
            })
            .ToListAsync(ct);
        var known = new KnownSources();
        foreach (var s in sources)
        {
            if (s.IsFormatGiven)
            {
                known._given[s.Path] = s.Format;
            }

            if (!revisions.TryGetValue(s.Format, out var revision) || revision != s.FormatRevision || (s.Confidence < Likely && !s.IsFormatGiven))
            {
                continue; // a newer format may understand it better
            }

            known._unchanged[(s.Path, s.Sha256)] = new DocumentReport
            {
                Path = s.Path,
                Outcome = IngestOutcome.Unchanged,
                Format = s.Format,
                Talk = s.Slug,
                Title = s.Title,
                Lines = new LineCounts(s.LineCount, s.BlankCount, s.UsedCount, s.ChromeCount, s.UnrecognisedCount),
                Segments = s.SegmentCount,
                Claims = new ClaimCounts(0, s.ClaimCount, 0),
            };
        }

        return known;
    }

    /// <summary>The format that a person chose for the document under this path; null where the content decides.</summary>
    public string? GivenFormat(string path) => _given.GetValueOrDefault(path);

    /// <summary>The report of a file that is known under this path with these bytes and would be read by the same format; else null.</summary>
    public DocumentReport? Find(string path, string sha256, string? formatId) =>
        _unchanged.TryGetValue((path, sha256), out var report) && (formatId is null || formatId == report.Format) ? report : null;
}
