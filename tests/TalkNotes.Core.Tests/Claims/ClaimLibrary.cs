using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Claims;

/// <summary>A small library in memory: talks, transcripts and claims as ingest would have written them.</summary>
internal sealed class ClaimLibrary : IDbContextFactory<TalkNotesDb>, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly DbContextOptions<TalkNotesDb> _options;
    private int _files;

    public ClaimLibrary(string database = "Data Source=:memory:")
    {
        _connection = new SqliteConnection(database);
        _connection.Open();
        SchemaUpgrader.Upgrade(_connection);
        _options = (database.Contains(":memory:", StringComparison.Ordinal)
            ? new DbContextOptionsBuilder<TalkNotesDb>().UseSqlite(_connection)
            : new DbContextOptionsBuilder<TalkNotesDb>().UseSqlite(database)).Options;
        Desk = new VerdictDesk(this, Clock, () => Glossary);
        Rechecks = new RecheckDesk(this, Clock, () => Glossary);
        Claims = new ClaimQueries(this, () => Glossary);
        Queues = new DeskQueries(this, Clock, () => Glossary);
        Upkeep = new ClaimUpkeep(this, new Triage(this, new ClaimEvidence(this)), () => Glossary);
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 4, 12, 9, 0, 0, TimeSpan.Zero));

    public VerdictDesk Desk { get; }

    public RecheckDesk Rechecks { get; }

    public ClaimQueries Claims { get; }

    public DeskQueries Queues { get; }

    public ClaimUpkeep Upkeep { get; }

    public Glossary Glossary { get; set; } = Glossary.Empty;

    public TalkNotesDb CreateDbContext() => new(_options);

    /// <summary>A talk, with one segment a line of <paramref name="transcript"/>, ten seconds each; null for none.</summary>
    public int Talk(string slug, string? transcript = null)
    {
        using var db = CreateDbContext();
        var talk = new TalkRow { Slug = slug, Title = slug, AddedAt = Clock.Now, ChangedAt = Clock.Now };
        db.Talks.Add(talk);
        db.SaveChanges();
        if (transcript is not null)
        {
            Transcript(talk.Id, transcript);
        }

        return talk.Id;
    }

    /// <summary>Takes in a transcript as the talk's primary one; the one before is gone, as after a re-ingest.</summary>
    public void Transcript(int talk, string transcript, int startSeconds = 0)
    {
        using var db = CreateDbContext();
        var row = db.Talks.Include(t => t.Transcript).Single(t => t.Id == talk);
        if (row.Transcript is { } old)
        {
            row.TranscriptId = null;
            db.SaveChanges();
            db.Sources.Remove(old);
            db.SaveChanges();
        }

        var source = Source(db, talk, transcript);
        db.SaveChanges();
        var lines = transcript.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        db.Segments.AddRange(lines.Select((text, n) => new SegmentRow
        {
            SourceId = source.Id, N = n, Start = TimeSpan.FromSeconds(startSeconds + (10 * n)), Text = text, FirstLine = n + 1, LastLine = n + 1,
        }));
        row.TranscriptId = source.Id;
        row.ChangedAt = Clock.Now += TimeSpan.FromSeconds(1);
        db.SaveChanges();
    }

    public void RemoveTranscript(int talk)
    {
        using var db = CreateDbContext();
        var row = db.Talks.Include(t => t.Transcript).Single(t => t.Id == talk);
        var old = row.Transcript!;
        row.TranscriptId = null;
        db.SaveChanges();
        db.Sources.Remove(old);
        db.SaveChanges();
    }

    /// <summary>A claim with its own public id; it is mentioned by one source of notes.</summary>
    public string Claim(int talk, string text, string id, string kind = "claim", string? marker = null, string? attributedTo = null)
    {
        using var db = CreateDbContext();
        var source = Source(db, talk, "notes: " + text);
        var claim = new ClaimRow
        {
            PublicId = id, TalkId = talk, Text = text, TextHash = "hash of " + text, Kind = kind, Origin = "ai", Marker = marker,
            AttributedTo = attributedTo, Position = db.Claims.Count(c => c.TalkId == talk), FirstSeenAt = Clock.Now,
        };
        db.Claims.Add(claim);
        db.SaveChanges();
        db.ClaimMentions.Add(new ClaimMentionRow
        {
            SourceId = source.Id, N = 0, ClaimId = claim.Id, Text = text, Kind = kind, Origin = "ai", Marker = marker,
            AttributedTo = attributedTo, FirstLine = 1, LastLine = 1,
        });
        db.SaveChanges();
        return id;
    }

    public void Withdraw(string claim)
    {
        using var db = CreateDbContext();
        db.Claims.Single(c => c.PublicId == claim).WithdrawnAt = Clock.Now;
        db.SaveChanges();
    }

    public void Alias(string name, string alias)
    {
        using var db = CreateDbContext();
        var speaker = new SpeakerRow { Key = name, Slug = name, Name = name };
        db.Speakers.Add(speaker);
        db.SaveChanges();
        db.SpeakerAliases.Add(new SpeakerAliasRow { Key = alias, SpeakerId = speaker.Id, Name = alias, Origin = "person" });
        db.SaveChanges();
    }

    /// <summary>Number of rows in the tables of judgements: a refused wish must leave it as it was.</summary>
    public int RowsOfJudgement()
    {
        using var db = CreateDbContext();
        return db.Verdicts.Count() + db.Evidence.Count() + db.Reviews.Count();
    }

    public void Dispose() => _connection.Dispose();

    private SourceRow Source(TalkNotesDb db, int talk, string text)
    {
        var sha = "sha of " + text;
        if (db.Set<OriginalRow>().Find(sha) is null)
        {
            db.Add(new OriginalRow { Sha256 = sha, Bytes = [] });
        }

        var source = new SourceRow
        {
            TalkId = talk, Key = "title:" + talk, Path = $"file{_files++}.txt", Sha256 = sha, Format = "plain-text", FormatRevision = 1,
            MatchReason = "", Ledger = "[]", Metadata = "{}", Diagnostics = "[]", TakenInAt = Clock.Now,
        };
        db.Sources.Add(source);
        return source;
    }
}

/// <summary>A clock that a test sets.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
