using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Search;

/// <summary>A small library, filled by hand: search without formats and ingest.</summary>
internal sealed class SearchLibrary : IDbContextFactory<TalkNotesDb>, IDisposable
{
    private readonly TestDatabase _database = new();

    /// <summary>Its data folder.</summary>
    public TalkNotesOptions Options => new() { DataDirectory = Path.GetDirectoryName(_database.Path)! };

    public TalkNotesDb CreateDbContext() => _database.CreateDbContext();

    /// <summary>Adds a talk. A segment may start with <c>Name: </c>, which makes a turn.</summary>
    public async Task<int> AddAsync(string slug, string[] segments, string[]? claims = null, Action<TalkRow>? talk = null, Func<int, TimeSpan>? start = null, bool labelled = true)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = new TalkRow { Slug = slug, Title = slug };
        talk?.Invoke(row);
        db.Talks.Add(row);
        db.Originals.Add(new OriginalRow { Sha256 = slug, Bytes = [] });
        var source = new SourceRow
        {
            Talk = row, Key = "title:" + slug, Path = slug + ".txt", Sha256 = slug, Format = "plain-text", MatchReason = "", Ledger = "[]", Metadata = "{}", Diagnostics = "[]",
        };
        db.Sources.Add(source);
        await db.SaveChangesAsync(ct);
        row.TranscriptId = segments.Length > 0 ? source.Id : null;
        var speakers = await db.Speakers.ToDictionaryAsync(s => s.Name, ct);
        int? turn = null;
        SpeakerRow? speaker = null;
        for (var n = 0; n < segments.Length; n++)
        {
            var colon = labelled ? segments[n].IndexOf(": ", StringComparison.Ordinal) : -1;
            if (colon > 0)
            {
                var name = segments[n][..colon];
                turn = turn is null ? 0 : turn + 1;
                if (!speakers.TryGetValue(name, out speaker))
                {
                    speaker = new SpeakerRow { Key = name.ToLowerInvariant(), Slug = name.ToLowerInvariant().Replace(' ', '-'), Name = name };
                    db.Speakers.Add(speaker);
                    await db.SaveChangesAsync(ct);
                    speakers[name] = speaker;
                }
            }

            db.Segments.Add(new SegmentRow
            {
                SourceId = source.Id, N = n, Turn = turn, SpeakerId = speaker?.Id, Speaker = speaker?.Name, Start = start?.Invoke(n),
                Text = colon > 0 ? segments[n][(colon + 2)..] : segments[n], FirstLine = n + 1, LastLine = n + 1,
            });
        }

        foreach (var (id, position) in db.Segments.Local.Where(s => s.SourceId == source.Id && s.SpeakerId is not null).Select(s => s.SpeakerId!.Value).Distinct().ToList().Select((id, i) => (id, i)))
        {
            db.TalkSpeakers.Add(new TalkSpeakerRow { SourceId = source.Id, SpeakerId = id, TalkId = row.Id, Position = position });
        }

        foreach (var (text, i) in (claims ?? []).Select((c, i) => (c, i)))
        {
            db.Claims.Add(new ClaimRow { PublicId = $"{slug}-{i}", TalkId = row.Id, TextHash = text, Text = text, Kind = "claim", Origin = "ai", Position = i });
        }

        await db.SaveChangesAsync(ct);
        await PassageWriter.ReplaceAsync(db, row.Id, ct);
        await transaction.CommitAsync(ct);
        return row.Id;
    }

    public void Dispose() => _database.Dispose();
}
