using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>What lists sort, filter and count by of a talk.</summary>
/// <param name="Id">Row.</param>
/// <param name="Slug">Address.</param>
/// <param name="Title">Title in the letters that order it: without capitals; null when no source gives one.</param>
/// <param name="Show">Show, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Day">The day the sources give, whatever it is the day of.</param>
/// <param name="Words">Words of the transcript.</param>
/// <param name="HasTranscript">Whether there is one.</param>
/// <param name="AddedAt">When it came.</param>
internal sealed record TalkEntry(int Id, string Slug, string? Title, string? Show, DateOnly? Published, DateOnly? Day, int Words, bool HasTranscript, DateTimeOffset AddedAt)
{
    public required IReadOnlyList<NameEntry> Speakers { get; init; }
    public required IReadOnlyList<NameEntry> Topics { get; init; }
}

/// <summary>A person or a topic.</summary>
internal sealed record NameEntry(string Slug, string Name);

/// <summary>How many claims a talk has, and how many of them wait for a verdict; withdrawn ones are left out.</summary>
internal readonly record struct ClaimTally(int All, int Open);

/// <summary>
/// Every talk as lists need it, in memory: a filter, its order and the choices that are left take a millisecond for ten
/// thousand talks, and the database would go through all of them for each choice. Read again when talks or people changed;
/// the tallies of claims alone after a verdict.
/// </summary>
internal sealed class TalkDirectory
{
    private volatile Known? _known;

    /// <summary>Talks and tallies as they are now.</summary>
    public async Task<(IReadOnlyList<TalkEntry> Talks, IReadOnlyDictionary<int, ClaimTally> Claims)> ReadAsync(TalkNotesDb db, CancellationToken ct)
    {
        var known = await KnownAsync(db, ct);
        return (known.Talks, known.Claims);
    }

    /// <summary>Lists of talks as they are now; what was worked out for a filter is there until something changes.</summary>
    public async Task<TalkListQuery> ListAsync(TalkNotesDb db, CancellationToken ct) => (await KnownAsync(db, ct)).Lists;

    private async Task<Known> KnownAsync(TalkNotesDb db, CancellationToken ct)
    {
        var revision = await LibraryRevision.ReadAsync(db, ct);
        if (_known is not { } known || known.Revision != revision)
        {
            var talks = _known is { } before && before.Revision.Talks == revision.Talks ? before.Talks : await TalksAsync(db, ct);
            var claims = await TalliesAsync(db, ct);
            _known = known = new Known(revision, talks, claims, new TalkListQuery(talks, claims));
        }

        return known;
    }

    private static async Task<List<TalkEntry>> TalksAsync(TalkNotesDb db, CancellationToken ct)
    {
        var speakers = (await db.Speakers.Select(s => new { s.Id, s.Slug, s.Name }).ToListAsync(ct)).ToDictionary(s => s.Id, s => new NameEntry(s.Slug, s.Name));
        var topics = (await db.Topics.Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(ct)).ToDictionary(t => t.Id, t => new NameEntry(t.Slug, t.Name));
        var spoken = (await db.TalkSpeakers.Select(s => new { s.TalkId, s.SpeakerId }).Distinct().ToListAsync(ct)).ToLookup(s => s.TalkId, s => speakers[s.SpeakerId]);
        var about = (await db.TalkTopics.Select(t => new { t.TalkId, t.TopicId }).Distinct().ToListAsync(ct)).ToLookup(t => t.TalkId, t => topics[t.TopicId]);
        var talks = await db.Talks.Select(t => new
        {
            t.Id, t.Slug, t.Title, t.Show, t.Published, Day = t.Published ?? t.Transcribed ?? t.Retrieved, t.WordCount, HasTranscript = t.TranscriptId != null, t.AddedAt,
        }).ToListAsync(ct);
        return talks.ConvertAll(t => new TalkEntry(t.Id, t.Slug, Lower(t.Title), t.Show, t.Published, t.Day, t.WordCount, t.HasTranscript, t.AddedAt)
        {
            Speakers = [.. spoken[t.Id]],
            Topics = [.. about[t.Id]],
        });
    }

    private static async Task<Dictionary<int, ClaimTally>> TalliesAsync(TalkNotesDb db, CancellationToken ct)
    {
        var rows = await db.ClaimStates.Where(s => s.Withdrawn == 0).GroupBy(s => new { s.TalkId, s.Status })
            .Select(g => new { g.Key.TalkId, g.Key.Status, Count = g.Count() }).ToListAsync(ct);
        return rows.GroupBy(r => r.TalkId).ToDictionary(g => g.Key, g => new ClaimTally(g.Sum(r => r.Count), g.Where(r => r.Status == "unverified").Sum(r => r.Count)));
    }

    /// <summary>Small letters as SQLite's NOCASE has them: of ASCII only.</summary>
    private static string? Lower(string? title) => title is null ? null : string.Create(title.Length, title, (letters, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            letters[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
        }
    });

    private sealed record Known(LibraryRevision Revision, List<TalkEntry> Talks, Dictionary<int, ClaimTally> Claims, TalkListQuery Lists);
}
