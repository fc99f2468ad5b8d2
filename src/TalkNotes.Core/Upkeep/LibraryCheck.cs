using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Upkeep;

/// <summary>Reads the whole library and says what is wrong with it; changes nothing.</summary>
public sealed class LibraryCheck
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TalkNotesOptions _options;

    internal LibraryCheck(IDbContextFactory<TalkNotesDb> databases, TalkNotesOptions options)
    {
        _databases = databases;
        _options = options;
    }

    /// <summary>Checks file, schema, foreign keys, index, sources against their originals, talks, claims, and evidence against the words it quotes.</summary>
    public async Task<CheckReport> CheckAsync(CancellationToken ct)
    {
        var findings = new List<Finding>();
        if (!CheckDatabase(findings))
        {
            return new CheckReport(0, 0, 0, 0, [.. findings]);
        }

        await using var db = await _databases.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(ct);
        await using var snapshot = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true); // others may write meanwhile
        await db.Database.UseTransactionAsync(snapshot, ct);
        var talks = await CheckTalksAsync(db, findings, ct);
        var sources = await CheckSourcesAsync(db, findings, ct);
        var claims = await CheckClaimsAsync(db, findings, ct);
        findings.AddRange((await new IndexCheck(db).RunAsync(ct)).Select(m => new Finding("index", m)));
        var evidence = await new EvidenceCheck(db, findings).RunAsync(ct);
        return new CheckReport(talks, sources, claims, evidence, [.. findings]);
    }

    /// <summary>Checks what SQLite itself can check; whether the rows can be read at all.</summary>
    private bool CheckDatabase(List<Finding> findings)
    {
        try
        {
            using var connection = Database.OpenFresh(_options.DatabasePath);
            var version = SchemaUpgrader.Version(connection);
            if (version != SchemaUpgrader.Newest)
            {
                findings.Add(new Finding("database", $"has schema version {version}, this program works with {SchemaUpgrader.Newest}; any other command upgrades it"));
                return false;
            }

            findings.AddRange(Maintenance.CheckFile(connection).Select(m => new Finding("database", m)));
            findings.AddRange(Maintenance.CheckSchema(connection).Select(m => new Finding("database", m)));
            if (findings.Count > 0)
            {
                return false;
            }

            findings.AddRange(Maintenance.CheckForeignKeys(connection).Select(m => new Finding("database", m)));
            findings.AddRange(Maintenance.CheckFullText(connection).Select(m => new Finding("index", m)));
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NotADatabase)
        {
            findings.Add(new Finding("database", $"{e.Message}; restore a backup"));
            return false;
        }
    }

    private static async Task<int> CheckTalksAsync(TalkNotesDb db, List<Finding> findings, CancellationToken ct)
    {
        var count = 0;
        await foreach (var talk in db.Talks.OrderBy(t => t.Id)
            .Select(t => new
            {
                t.Slug,
                Sources = t.Sources.Count,
                Transcripts = t.Sources.Count(s => s.SegmentCount > 0),
                t.TranscriptId,
                TranscriptTalk = (int?)t.Transcript!.TalkId,
                t.Id,
                Redirects = db.TalkSlugs.Count(s => s.Slug == t.Slug),
            })
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            Report(talk.Sources == 0, "has no source");
            Report(talk.TranscriptId is null && talk.Transcripts > 0, "has transcripts, but none is primary");
            Report(talk.TranscriptId is not null && talk.TranscriptTalk != talk.Id, "has the transcript of another talk");
            Report(talk.Redirects > 0, "has an address that also redirects");

            void Report(bool isWrong, string what)
            {
                if (isWrong)
                {
                    findings.Add(new Finding("talk", $"{talk.Slug} {what}"));
                }
            }
        }

        return count;
    }

    private static async Task<int> CheckSourcesAsync(TalkNotesDb db, List<Finding> findings, CancellationToken ct)
    {
        var count = 0;
        foreach (var id in await db.Sources.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct))
        {
            var source = await db.Sources.Include(s => s.Original).SingleAsync(s => s.Id == id, ct);
            var segments = await db.Segments.Where(s => s.SourceId == id).OrderBy(s => s.N)
                .Select(s => new KeptSegment(s.N, s.Start, s.End, s.Text, s.FirstLine, s.LastLine)).ToListAsync(ct);
            var text = SourceText.FromBytes(source.Path, source.Original.Bytes);
            count++;
            Report(text.Sha256 != source.Sha256, "does not hold the bytes that its hash names");
            Report(text.Lines.Length != source.LineCount, $"has {text.Lines.Length} lines, not {source.LineCount}");
            Report(text.Lines.Length == source.LineCount && !AddsUp(source, text), "has a ledger that does not add up to its counts");
            Report(segments.Count != source.SegmentCount, $"has {segments.Count} segments, not {source.SegmentCount}");
            Report(segments.Where((s, n) => s.N != n).Any(), "has a gap in its segment numbers");
            Report(segments.Count == source.SegmentCount && !ReadsAs(segments, source, text), "has segments that do not read as its file does; restore a backup");
            Report(segments.Exists(s => s.FirstLine < 1 || s.LastLine < s.FirstLine || s.LastLine > source.LineCount), "has a segment outside its lines");

            void Report(bool isWrong, string what)
            {
                if (isWrong)
                {
                    findings.Add(new Finding("source", $"{source.Path} {what}"));
                }
            }
        }

        var versions = db.SourceVersions.Select(v => new { v.Sha256, v.Original.Bytes }).AsAsyncEnumerable();
        await foreach (var version in versions.WithCancellation(ct))
        {
            if (SourceText.FromBytes("", version.Bytes).Sha256 != version.Sha256)
            {
                findings.Add(new Finding("source", $"an earlier version does not hold the bytes that its hash {version.Sha256} names"));
            }
        }

        return count;
    }

    private static bool AddsUp(SourceRow source, SourceText text)
    {
        var ledger = DocumentJson.ReadLedger(source.Ledger, text);
        return ledger.Count(LineKind.Blank) == source.BlankCount && ledger.Count(LineKind.Used) == source.UsedCount
            && ledger.Count(LineKind.Chrome) == source.ChromeCount && ledger.Count(LineKind.Unrecognised) == source.UnrecognisedCount;
    }

    /// <summary>
    /// Whether the segments are those of the file, read anew: words and times. Where its format has learned something since, nothing
    /// can be said before it is read again.
    /// </summary>
    private static bool ReadsAs(List<KeptSegment> segments, SourceRow source, SourceText text) =>
        text.Sha256 != source.Sha256
        || SourceFormats.Parse(text, source.IsFormatGiven ? source.Format : null) is not ParseResult.Parsed parsed
        || parsed.Source.Format.Id != source.Format
        || parsed.Source.Revision != source.FormatRevision
        || parsed.Source.Document.Segments.Select(s => (s.Text, s.Start, s.End)).SequenceEqual(segments.Select(s => (s.Text, s.Start, s.End)));

    private static async Task<int> CheckClaimsAsync(TalkNotesDb db, List<Finding> findings, CancellationToken ct)
    {
        var count = 0;
        var claims = db.Claims.OrderBy(c => c.Id)
            .Select(c => new
            {
                c.PublicId, c.Text, c.TextHash, c.WithdrawnAt, Mentions = c.Mentions.Count, Elsewhere = c.Mentions.Count(m => m.Source.TalkId != c.TalkId),
            })
            .AsAsyncEnumerable();
        await foreach (var claim in claims.WithCancellation(ct))
        {
            count++;
            Report(ClaimKey.TextHash(claim.Text) != claim.TextHash, "has a text that its hash does not name");
            Report(claim.WithdrawnAt is not null && claim.Mentions > 0, "is withdrawn, but a source makes it");
            Report(claim.Elsewhere > 0, "is made by a source of another talk");

            void Report(bool isWrong, string what)
            {
                if (isWrong)
                {
                    findings.Add(new Finding("claim", $"{claim.PublicId} {what}"));
                }
            }
        }

        return count;
    }

    private sealed record KeptSegment(int N, TimeSpan? Start, TimeSpan? End, string Text, int FirstLine, int LastLine);
}
