using System.Collections.Immutable;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>What the library held when a run began: lets an unchanged file pass without opening a transaction or parsing it.</summary>
internal sealed class KnownSources
{
    private static readonly double Likely = new FormatMatch(MatchStrength.Likely, "").Confidence;

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Sha256), DocumentReport> _unchanged = [];

    /// <summary>Every stored source, in the order in which they came in.</summary>
    public ImmutableArray<InventoryRow> All { get; private init; }

    /// <summary>Reads paths, hashes and counts; no document.</summary>
    public static KnownSources Load(string databasePath, ImmutableArray<ISourceFormat> formats)
    {
        var revisions = formats.ToDictionary(f => f.Id, f => f.Revision, StringComparer.Ordinal);
        var fingerprint = SourceFormats.Fingerprint(formats);
        var known = new KnownSources { All = [.. SourceInventory.Read(databasePath)] };
        foreach (var s in known.All)
        {
            if (s.IsFormatGiven)
            {
                known._given[s.Path] = s.Format;
            }

            var isLastResort = s.Confidence < Likely && !s.IsFormatGiven;
            if (!revisions.TryGetValue(s.Format, out var revision) || s.FormatRevision != (isLastResort ? fingerprint : revision))
            {
                continue; // a newer format may understand it better
            }

            known._unchanged[(s.Path, s.Sha256)] = new DocumentReport
            {
                Path = s.Path,
                Outcome = IngestOutcome.Unchanged,
                Format = s.Format,
                Talk = s.TalkSlug,
                Title = s.TalkTitle,
                Lines = new LineCounts(s.Lines[0], s.Lines[1], s.Lines[2], s.Lines[3], s.Lines[4]),
                Segments = s.Segments,
                Claims = new ClaimCounts(0, s.Claims, 0),
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
