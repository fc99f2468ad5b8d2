using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Lists talks and reads one: its page and its transcript.</summary>
public sealed class TalkQueries
{
    private const int NeighbourCount = 3;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TalkDirectory _directory = new();
    private readonly TranscriptCopies _transcripts = new();
    private readonly Remembered<int, IReadOnlyList<string>> _titles = new(4);

    internal TalkQueries(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>A page of talks under a filter, in a total order, with the choices that are left.</summary>
    public async Task<TalkList> ListAsync(TalkFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await (await _directory.ListAsync(db, ct)).ReadAsync(db, filter, ct);
    }

    /// <summary>The addresses of all talks under a filter, in order; its page and its order ask nothing.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(TalkFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await _databases.CreateDbContextAsync(ct);
        return [.. (await _directory.ListAsync(db, ct)).Sorted(filter).Select(t => t.Slug).Order(StringComparer.Ordinal)];
    }

    /// <summary>One talk as listings show it; null when no talk has this address now.</summary>
    public async Task<TalkSummary?> SummaryAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var id = await db.Talks.Where(t => t.Slug == slug).Select(t => t.Id).FirstOrDefaultAsync(ct);
        return (await TalkSummaries.ReadAsync(db, [id], ct)).FirstOrDefault();
    }

    /// <summary>The talks that came last, newest first.</summary>
    public async Task<IReadOnlyList<NewTalk>> NewestAsync(int count, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var newest = await TalkListQuery.LastAdded(db.Talks.AsNoTracking()).Select(t => new { t.Id, t.Slug, t.AddedAt }).Take(count).ToListAsync(ct);
        var added = newest.ToDictionary(t => t.Slug, t => t.AddedAt, StringComparer.Ordinal);
        return [.. (await TalkSummaries.ReadAsync(db, newest.ConvertAll(t => t.Id), ct)).Select(t => new NewTalk(t, added[t.Slug]))];
    }

    /// <summary>A talk as a person names it: by its address, its title, or words of the only title that has them.</summary>
    /// <param name="asked">What was typed; null or empty for no talk.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<TalkChoice> ChoiceAsync(string? asked, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var titles = await _titles.OfAsync((await LibraryRevision.ReadAsync(db, ct)).Talks, TalkChoice.MostTitles, async () =>
            (await TalkListQuery.LastAdded(db.Talks).Select(t => t.Title).Take(TalkChoice.MostTitles).ToListAsync(ct)).OfType<string>().Distinct(StringComparer.Ordinal).ToList());
        if (string.IsNullOrWhiteSpace(asked))
        {
            return new TalkChoice(null, null, titles);
        }

        var (talks, _) = await _directory.ReadAsync(db, ct);
        var words = asked.Trim();
        var named = talks.Where(t => t.Slug == words).ToList() is [var own] ? [own]
            : talks.Where(t => string.Equals(t.Title, words, StringComparison.OrdinalIgnoreCase)).ToList() is [var whole, ..] ? [whole]
            : talks.Where(t => t.Title?.Contains(words, StringComparison.OrdinalIgnoreCase) == true).Take(2).ToList();
        return named is [var talk]
            ? new TalkChoice(talk.Slug, await db.Talks.Where(t => t.Id == talk.Id).Select(t => t.Title).FirstOrDefaultAsync(ct), titles)
            : new TalkChoice(words, words, titles);
    }

    /// <summary>Every talk under a filter, in its order, read a hundred at a time; its page asks nothing.</summary>
    public async IAsyncEnumerable<TalkSummary> StreamAsync(TalkFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await _databases.CreateDbContextAsync(ct);
        var ids = (await _directory.ListAsync(db, ct)).Sorted(filter).ConvertAll(t => t.Id);
        foreach (var some in ids.Chunk(100))
        {
            foreach (var talk in await TalkSummaries.ReadAsync(db, some, ct))
            {
                yield return talk;
            }
        }
    }

    /// <summary>The address a talk has now, for one that it had before.</summary>
    /// <returns>Null when no talk ever had it.</returns>
    public async Task<string?> CurrentSlugAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.TalkSlugs.Where(s => s.Slug == slug)
            .Join(db.Talks, s => s.TalkId, t => t.Id, (_, t) => t.Slug)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Everything about one talk but its words.</summary>
    /// <returns>Null when no talk has this address now.</returns>
    public async Task<TalkView?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Talks.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, ct);
        if (talk is null)
        {
            return null;
        }

        var copy = await _transcripts.OfAsync(db, talk, talk.TranscriptId, ct);
        var segments = copy.Segments;
        var sources = await db.Sources.AsNoTracking().Where(s => s.TalkId == talk.Id).OrderBy(s => s.Id).ToListAsync(ct);
        return new TalkView
        {
            Talk = (await TalkSummaries.ReadAsync(db, [talk.Id], ct))[0],
            Summary = talk.Summary,
            Chapters = await TalkParts.ChaptersAsync(db, talk, segments, ct),
            Claims = await TalkParts.ClaimsAsync(db, talk, copy, ct),
            Sources = [.. sources.Select((s, i) => SourceParts.Brief(s, i + 1, talk.TranscriptId))],
            Doubtful = [.. sources.SelectMany((s, i) => SourceParts.Doubtful(s, i + 1))],
            Turns = copy.Turns,
            Shares = Shares(segments),
            Neighbours = await NeighboursAsync(db, talk.Id, ct),
        };
    }

    /// <summary>One talk with all its words, by the transcript that counts.</summary>
    /// <returns>Null when no talk has this address now, or when it has no transcript.</returns>
    public Task<TranscriptView?> TranscriptAsync(string slug, CancellationToken ct) => TranscriptAsync(slug, source: null, ct);

    /// <summary>One talk with all words of one of its transcripts.</summary>
    /// <param name="slug">The talk.</param>
    /// <param name="source">Number of the source within the talk, from 1; null for the transcript that counts.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when no talk has this address now, or when it has no such transcript.</returns>
    public async Task<TranscriptView?> TranscriptAsync(string slug, int? source, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Talks.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, ct);
        if (talk?.TranscriptId is not { } primary)
        {
            return null;
        }

        var transcripts = await TranscriptsAsync(db, talk, ct);
        if (source is not null)
        {
            // Only read: evidence and chapters then refer to the words that are shown.
            talk.TranscriptId = transcripts.Find(t => t.Ref.Source == source).Id;
        }

        if (talk.TranscriptId is not { } transcript || transcripts.TrueForAll(t => t.Id != transcript))
        {
            return null;
        }

        var copy = await _transcripts.OfAsync(db, talk, transcript, ct);
        var segments = copy.Segments;
        return new TranscriptView
        {
            Talk = (await TalkSummaries.ReadAsync(db, [talk.Id], ct))[0],
            Segments = segments,
            Chapters = await TalkParts.ChaptersAsync(db, talk, segments, ct),
            Claims = await TalkParts.ClaimsAsync(db, talk, copy, ct),
            Turns = copy.Turns,
            Source = transcripts.Find(t => t.Id == transcript).Ref.Source,
            Transcripts = transcripts.ConvertAll(t => t.Ref with { IsPrimary = t.Id == primary }),
        };
    }

    /// <summary>The segments of a transcript.</summary>
    /// <returns>Null when no talk has this address now; empty when it has no transcript.</returns>
    public async Task<IReadOnlyList<TranscriptSegment>?> SegmentsAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Talks.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, ct);
        return talk is null ? null : (await _transcripts.OfAsync(db, talk, talk.TranscriptId, ct)).Segments;
    }

    private static async Task<List<(int Id, TranscriptRef Ref)>> TranscriptsAsync(TalkNotesDb db, TalkRow talk, CancellationToken ct)
    {
        var sources = await db.Sources.Where(s => s.TalkId == talk.Id).OrderBy(s => s.Id).Select(s => new { s.Id, s.Path, s.WordCount, s.SegmentCount }).ToListAsync(ct);
        return [.. sources.Select((s, i) => (s.SegmentCount, s.Id, Ref: new TranscriptRef(i + 1, s.Path, s.WordCount, IsPrimary: false))).Where(s => s.SegmentCount > 0).Select(s => (s.Id, s.Ref))];
    }

    private static List<SpeakerShare> Shares(IReadOnlyList<TranscriptSegment> segments) =>
        segments.Any(s => s.Speaker is not null)
            ? [.. segments.GroupBy(s => s.Speaker)
                .Select(g => new SpeakerShare(g.Key, g.Sum(s => s.Text.Length), g.DistinctBy(s => s.Turn).Count()))
                .OrderByDescending(s => s.Characters).ThenBy(s => s.Speaker, StringComparer.Ordinal)]
            : [];

    /// <summary>The talks that have the most people and topics in common with this one.</summary>
    private async Task<List<TalkNeighbour>> NeighboursAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var (all, _) = await _directory.ReadAsync(db, ct);
        if (all.FirstOrDefault(t => t.Id == talk) is not { } own)
        {
            return [];
        }

        var names = own.Speakers.Concat(own.Topics).ToHashSet();
        var nearest = all.Where(t => t.Id != talk)
            .Select(t => (Talk: t, Shared: t.Speakers.Count(names.Contains) + t.Topics.Count(names.Contains)))
            .Where(t => t.Shared > 0).OrderByDescending(t => t.Shared).ThenBy(t => t.Talk.Id).Take(NeighbourCount).Select(t => t.Talk).ToList();
        var ids = nearest.ConvertAll(t => t.Id);
        var titles = await db.Talks.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Title }).ToDictionaryAsync(t => t.Id, t => t.Title, ct);
        return nearest.ConvertAll(t => new TalkNeighbour(t.Slug, titles.GetValueOrDefault(t.Id), [.. t.Speakers.Concat(t.Topics).Where(names.Contains).Select(n => n.Name)]));
    }
}
