using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Lists people and topics, and reads one of them.</summary>
public sealed class SpeakerQueries
{
    private const int PassageCount = 5;
    private const int PassageWords = 12;
    private const int PassageTalks = 40; // of somebody who is in a thousand talks, the newest ones speak for the others

    private readonly IDbContextFactory<TalkNotesDb> _databases;

    internal SpeakerQueries(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>Everybody whom a source names as taking part, by talks, then by name.</summary>
    public async Task<IReadOnlyList<SpeakerSummary>> ListAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var rows = await db.TalkSpeakers.AsNoTracking()
            .Select(s => new { s.SpeakerId, s.Speaker.Slug, s.Speaker.Name, s.TalkId, s.Role, s.Turns, s.Talk.Show })
            .ToListAsync(ct);
        return [.. rows.GroupBy(r => r.SpeakerId)
            .Select(g => new SpeakerSummary(
                g.First().Slug, g.First().Name, g.DistinctBy(r => r.TalkId).Count(), g.Sum(r => r.Turns),
                [.. g.Select(r => r.Role).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                [.. g.Select(r => r.Show).OfType<string>().Distinct().Order(StringComparer.Ordinal)]))
            .OrderByDescending(s => s.Talks).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Slug, StringComparer.Ordinal)];
    }

    /// <summary>The address of the person who somebody turned out to be.</summary>
    /// <returns>Null when nobody has this address, or when it is the person's own.</returns>
    public async Task<string?> CurrentSlugAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Speakers.Where(s => s.Slug == slug && s.MergedIntoId != null)
            .Join(db.Speakers, s => s.MergedIntoId, p => p.Id, (_, p) => p.Slug).FirstOrDefaultAsync(ct);
    }

    /// <summary>Everything about one person.</summary>
    /// <param name="slug">Address.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="most">Talks at most, the newest ones; people and topics beside them are of these.</param>
    /// <returns>Null when nobody has this address.</returns>
    public async Task<SpeakerView?> FindAsync(string slug, CancellationToken ct, int most = int.MaxValue)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var speaker = await db.Speakers.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug && s.MergedIntoId == null, ct);
        if (speaker is null)
        {
            return null;
        }

        var inTalks = db.TalkSpeakers.Where(s => s.SpeakerId == speaker.Id).Select(s => s.TalkId);
        var all = await TalkListQuery.Newest(db.Talks.Where(t => inTalks.Contains(t.Id))).Select(t => new { t.Id, t.TranscriptId }).ToListAsync(ct);
        var talks = await TalkSummaries.ReadAsync(db, [.. all.Take(most).Select(t => t.Id)], ct);
        var names = (await NamesAsync(db, speaker.Id, ct)).FindAll(n => n.Name != speaker.Name);
        return new SpeakerView
        {
            Slug = speaker.Slug,
            Name = speaker.Name,
            Names = names,
            TalkCount = all.Count,
            Talks = talks,
            With = [.. talks.SelectMany(t => t.People).Where(p => p.Slug != slug).DistinctBy(p => p.Slug)],
            Topics = [.. talks.SelectMany(t => t.Topics).DistinctBy(t => t.Slug)],
            Claims = await AttributedAsync(db, names.Select(n => n.Name).Prepend(speaker.Name).ToList(), ct),
            Passages = await PassagesAsync(db, speaker.Id, [.. all.Select(t => t.TranscriptId).OfType<int>().Take(PassageTalks)], ct),
        };
    }

    /// <summary>Everything about one topic.</summary>
    /// <param name="slug">Address.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="most">Talks at most, the newest ones.</param>
    /// <returns>Null when no topic has this address.</returns>
    public async Task<TopicView?> FindTopicAsync(string slug, CancellationToken ct, int most = int.MaxValue)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var topic = await db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, ct);
        if (topic is null)
        {
            return null;
        }

        var ofTopic = db.TalkTopics.Where(t => t.TopicId == topic.Id).Select(t => t.TalkId);
        var all = await TalkListQuery.Newest(db.Talks.Where(t => ofTopic.Contains(t.Id))).Select(t => t.Id).ToListAsync(ct);
        var talks = await TalkSummaries.ReadAsync(db, [.. all.Take(most)], ct);
        return new TopicView(topic.Slug, topic.Name, talks, [.. talks.SelectMany(t => t.Topics).Where(t => t.Slug != slug).DistinctBy(t => t.Slug)]) { TalkCount = all.Count };
    }

    /// <summary>The place of a person in the list, see <see cref="ListCursor"/>.</summary>
    public static string Place(SpeakerSummary speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return string.Create(CultureInfo.InvariantCulture, $"{int.MaxValue - speaker.Talks:D10}{speaker.Name.ToUpperInvariant()}\0{speaker.Slug}");
    }

    /// <summary>The place of a topic in the list, see <see cref="ListCursor"/>.</summary>
    public static string Place(TopicSummary topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return string.Create(CultureInfo.InvariantCulture, $"{int.MaxValue - topic.Talks:D10}{topic.Name}\0{topic.Slug}");
    }

    /// <summary>Every topic, by talks, then by name.</summary>
    public async Task<IReadOnlyList<TopicSummary>> TopicsAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var topics = await db.TalkTopics.GroupBy(t => new { t.Topic.Slug, t.Topic.Name })
            .Select(g => new { g.Key.Slug, g.Key.Name, Talks = g.Select(t => t.TalkId).Distinct().Count() })
            .OrderByDescending(t => t.Talks).ThenBy(t => t.Name).ThenBy(t => t.Slug)
            .ToListAsync(ct);
        return topics.ConvertAll(t => new TopicSummary(t.Slug, t.Name, t.Talks));
    }

    private static async Task<List<SpeakerName>> NamesAsync(TalkNotesDb db, int speaker, CancellationToken ct)
    {
        var names = await db.SpeakerAliases.Where(a => a.SpeakerId == speaker).OrderBy(a => a.Key).Select(a => new { a.Name, a.Origin }).ToListAsync(ct);
        return names.ConvertAll(n => new SpeakerName(n.Name, n.Origin));
    }

    private static async Task<List<AttributedClaim>> AttributedAsync(TalkNotesDb db, List<string> names, CancellationToken ct)
    {
        var claims = await db.Claims.Where(c => c.WithdrawnAt == null && c.AttributedTo != null && names.Contains(c.AttributedTo))
            .OrderBy(c => c.TalkId).ThenBy(c => c.Position).ThenBy(c => c.Id)
            .Select(c => new { c.PublicId, c.Text, c.Kind, c.State!.Status, Suspended = c.State.Recheck != null, c.Talk.Slug, c.Talk.Title, HasTranscript = c.Talk.TranscriptId != null })
            .ToListAsync(ct);
        return claims.ConvertAll(c => new AttributedClaim(c.PublicId, c.Text, c.Kind, c.Status, c.Suspended, c.Slug, c.Title, c.HasTranscript));
    }

    /// <summary>Where this person speaks, one longer segment from each talk first, so that a reader hears the voice.</summary>
    private static async Task<List<SpokenPassage>> PassagesAsync(TalkNotesDb db, int speaker, List<int> transcripts, CancellationToken ct)
    {
        var rows = await db.Segments.AsNoTracking().Where(s => s.SpeakerId == speaker && transcripts.Contains(s.SourceId) && s.Text.Length > PassageWords * 5)
            .Join(db.Talks.Where(t => t.TranscriptId != null), s => s.SourceId, t => t.TranscriptId, (s, t) => new { Segment = s, t.Slug, t.Title, t.VideoId })
            .OrderByDescending(s => s.Segment.Text.Length).ThenBy(s => s.Segment.Id)
            .Take(PassageCount * 8).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.Slug).SelectMany(g => g.Select((r, i) => (Row: r, Rank: i)))
            .OrderBy(r => r.Rank).Take(PassageCount)
            .Select(r => new SpokenPassage(
                r.Row.Slug, r.Row.Title, r.Row.VideoId, r.Row.Segment.N, (long?)r.Row.Segment.Start?.TotalMilliseconds, r.Row.Segment.Text))];
    }
}
