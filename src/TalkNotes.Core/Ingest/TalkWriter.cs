using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>Writes one document into the library: one transaction, all or nothing.</summary>
internal sealed class TalkWriter(IDbContextFactory<TalkNotesDb> databases, TimeProvider time, Author author)
{
    /// <summary>Takes a document in.</summary>
    /// <param name="parsed">The document.</param>
    /// <param name="isFormatGiven">Whether a person chose its format.</param>
    /// <param name="isElsewhere">Whether a path still holds the bytes of a hash: tells a copy from a file that was moved.</param>
    /// <param name="isDecided">Whether a person decided that the document says this.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task<DocumentReport> WriteAsync(ParsedSource parsed, bool isFormatGiven, Func<string, string, bool> isElsewhere, bool isDecided, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct); // immediate: what is read here stays true
        var key = await KeyOfOwnNotesAsync(db, parsed, ct) ?? await new SideFiles(db).KeyAsync(parsed, ct);
        var source = await new SourceFinder(db).FindAsync(parsed, key, ct);
        var isSuperseded = !isDecided && source is not null && await IsSupersededAsync(db, source, parsed.Source.Sha256, ct);
        var report = source switch
        {
            { } s when isSuperseded => Unchanged(s, IngestOutcome.Unchanged, "edits that a person accepted stand instead of it"),
            null => await AddAsync(db, parsed, key, isFormatGiven, ct),
            { } s when s.Sha256 == parsed.Source.Sha256 && s.Path != parsed.Source.Path && isElsewhere(s.Path, s.Sha256)
                => Unchanged(s, IngestOutcome.Duplicate, $"same bytes as {s.Path}"),
            { } s when s.Sha256 != parsed.Source.Sha256 => await ReplaceAsync(db, s, parsed, key, isFormatGiven, IngestOutcome.Updated, ct),
            { } s when s.Format != parsed.Format.Id || s.FormatRevision != parsed.Revision
                => await ReplaceAsync(db, s, parsed, key, isFormatGiven, IngestOutcome.Reread, ct),
            { } s when s.Path != parsed.Source.Path => await MoveAsync(db, s, parsed.Source.Path, ct),
            { } s => Unchanged(s, IngestOutcome.Unchanged),
        };
        if (report.Outcome is not (IngestOutcome.Unchanged or IngestOutcome.Duplicate))
        {
            await db.IngestFailures.Where(f => f.Path == parsed.Source.Path).ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return report;

        DocumentReport Unchanged(SourceRow known, IngestOutcome outcome, string? message = null) =>
            Report(parsed, known.Talk ?? db.Talks.Single(t => t.Id == known.TalkId), outcome) with { Message = message };
    }

    /// <summary>Notes that this program wrote name their talk by its address.</summary>
    private static async Task<string?> KeyOfOwnNotesAsync(TalkNotesDb db, ParsedSource parsed, CancellationToken ct)
    {
        if (parsed.Format.Id != FormatIds.OwnNotes || parsed.Document.Metadata.Fields.FirstOrDefault(f => f.Key == OwnNotesFormat.Key)?.Value is not { } slug)
        {
            return null;
        }

        return await db.Sources.Where(s => s.Talk.Slug == slug || db.TalkSlugs.Any(f => f.Slug == slug && f.TalkId == s.TalkId))
            .OrderBy(s => s.Id).Select(s => s.Key).FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// Whether the bytes are what a source held before a person accepted edits of its notes. The unchanged file of the library must not
    /// take them back at the next start.
    /// </summary>
    private static Task<bool> IsSupersededAsync(TalkNotesDb db, SourceRow source, string sha256, CancellationToken ct) => db.SourceVersions.AnyAsync(
        v => v.SourceId == source.Id && v.Sha256 == sha256 && source.Sha256 != sha256
            && db.NoteDecisions.Any(d => d.Answer == "accepted" && d.DecidedAt >= v.ReplacedAt && db.NoteFiles.Any(f => f.Id == d.FileId && f.TalkId == source.TalkId)),
        ct);

    private async Task<DocumentReport> AddAsync(TalkNotesDb db, ParsedSource parsed, string key, bool isFormatGiven, CancellationToken ct)
    {
        var waiting = await new SideFiles(db).WaitingAsync(parsed, ct);
        var talk = await db.Sources.Where(s => s.Key == key).OrderBy(s => s.TalkId).Select(s => s.Talk).FirstOrDefaultAsync(ct)
            ?? (waiting.Count > 0 ? await db.Talks.SingleAsync(t => t.Id == waiting[0].Talk, ct) : await NewTalkAsync(db, parsed.Document.Metadata, key, ct));
        var source = SourceRows.Source(talk, key, parsed, isFormatGiven, time.GetUtcNow());
        db.Sources.Add(source);
        return await FillAsync(db, source, parsed, IngestOutcome.Added, ct);
    }

    private async Task<DocumentReport> ReplaceAsync(
        TalkNotesDb db, SourceRow source, ParsedSource parsed, string key, bool isFormatGiven, IngestOutcome outcome, CancellationToken ct)
    {
        await db.Entry(source).Reference(s => s.Talk).LoadAsync(ct);
        if (source.Sha256 != parsed.Source.Sha256)
        {
            db.SourceVersions.Add(new SourceVersionRow
            {
                SourceId = source.Id,
                Sha256 = source.Sha256,
                Format = source.Format,
                FormatRevision = source.FormatRevision,
                TakenInAt = source.TakenInAt,
                ReplacedAt = time.GetUtcNow(),
            });
        }

        SourceRows.Describe(source, key, parsed, isFormatGiven, time.GetUtcNow());
        await db.Chapters.Where(c => c.SourceId == source.Id).ExecuteDeleteAsync(ct);
        await db.Segments.Where(s => s.SourceId == source.Id).ExecuteDeleteAsync(ct);
        return await FillAsync(db, source, parsed, outcome, ct);
    }

    private async Task<DocumentReport> MoveAsync(TalkNotesDb db, SourceRow source, string path, CancellationToken ct)
    {
        await db.Entry(source).Reference(s => s.Talk).LoadAsync(ct);
        var from = source.Path;
        source.Path = path;
        Arrive(db, source, IngestOutcome.Moved);
        await db.SaveChangesAsync(ct);
        return new DocumentReport
        {
            Path = path,
            Outcome = IngestOutcome.Moved,
            Message = $"moved from {from}",
            Format = source.Format,
            Talk = source.Talk.Slug,
            Title = source.Talk.Title,
        };
    }

    private async Task<TalkRow> NewTalkAsync(TalkNotesDb db, TalkMetadata metadata, string key, CancellationToken ct)
    {
        var slug = Slug.Of(metadata.Title, "talk", key);
        var taken = await db.Talks.IgnoreQueryFilters().Select(t => t.Slug).Beginning(slug).Union(db.TalkSlugs.Select(t => t.Slug).Beginning(slug)).ToListAsync(ct);
        var talk = new TalkRow { Slug = Slug.Free(slug, taken.Contains), AddedAt = time.GetUtcNow(), ChangedAt = time.GetUtcNow() };
        db.Talks.Add(talk);
        return talk;
    }

    /// <summary>Writes what the format understood; the source's rows of before are gone.</summary>
    private async Task<DocumentReport> FillAsync(TalkNotesDb db, SourceRow source, ParsedSource parsed, IngestOutcome outcome, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var document = parsed.Document;
        if (!await db.Originals.AnyAsync(o => o.Sha256 == source.Sha256, ct))
        {
            db.Originals.Add(new OriginalRow { Sha256 = source.Sha256, Bytes = parsed.Source.Bytes.ToArray() });
        }

        await db.SaveChangesAsync(ct); // ids of talk and source
        var beside = new SideFiles(db);
        await beside.AdoptAsync(await beside.WaitingAsync(parsed, ct), source, now, ct);

        Arrive(db, source, outcome);
        db.Chapters.AddRange(document.Chapters.Select((chapter, n) => SourceRows.Chapter(source.Id, n, chapter)));
        await db.SaveChangesAsync(ct);
        var people = await NamesOfLabels.OfAsync(db, source.TalkId, document.Segments.Select(s => s.Speaker), ct);
        var segments = document.Segments.Select((segment, n) => SourceRows.Segment(source.Id, n, segment, people.Of(segment.Speaker)));
        await db.InsertAllAsync(segments, ct);
        await Sketches.ReplaceAsync(db, source, document.Segments.Select(s => s.Text), ct);
        var claims = await new ClaimMatcher(db, now).ReplaceAsync(source, document.Claims, ct);
        await new TalkAssembler(db, now).AssembleAsync(source.Talk, ct);
        await PassageWriter.ReplaceAsync(db, source.TalkId, ct);
        var speakers = await db.TalkSpeakers.CountAsync(s => s.SourceId == source.Id, ct);
        return Report(parsed, source.Talk, outcome) with { Speakers = speakers, Claims = claims };
    }

    /// <summary>Who brought it, in the same transaction.</summary>
    private void Arrive(TalkNotesDb db, SourceRow source, IngestOutcome outcome) => db.Arrivals.Add(new ArrivalRow
    {
        SourceId = source.Id,
        Path = source.Path,
        Outcome = outcome.ToString().ToLowerInvariant(),
        Who = author.Name,
        Via = author.Via,
        At = time.GetUtcNow(),
    });

    private static DocumentReport Report(ParsedSource parsed, TalkRow talk, IngestOutcome outcome) => new()
    {
        Path = parsed.Source.Path,
        Outcome = outcome,
        Format = parsed.Format.Id,
        Talk = talk.Slug,
        Title = talk.Title,
        Lines = LineCounts.Of(parsed.Ledger),
        Segments = parsed.Document.Segments.Length,
        Diagnostics = parsed.Document.Diagnostics,
    };
}
