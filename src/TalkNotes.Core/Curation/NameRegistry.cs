using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Curation;

/// <summary>Finds the people and topics that a source names, and gives those not yet known a row with a slug.</summary>
internal sealed class NameRegistry(TalkNotesDb db, int talkId)
{
    private readonly Dictionary<string, SpeakerRow?> _speakers = new(StringComparer.Ordinal);

    /// <summary>The speaker of a name; null for a placeholder such as "Speaker 2", which names nobody.</summary>
    public async Task<SpeakerRow?> SpeakerAsync(string name, CancellationToken ct)
    {
        if (_speakers.TryGetValue(name, out var known))
        {
            return known;
        }

        return _speakers[name] = SpeakerKey.IsPlaceholder(name) || SpeakerKey.Of(name) is not { } folded
            ? null
            : await FindAsync(name, folded, ct) ?? await AddKeyAsync(name, Key(name, folded), ct);
    }

    /// <summary>The topic of a name; null when the name is blank.</summary>
    public async Task<TopicRow?> TopicAsync(string name, CancellationToken ct)
    {
        var key = ClaimKey.Fold(Folding.Fold(name));
        if (key.Length == 0)
        {
            return null;
        }

        if ((db.Topics.Local.FirstOrDefault(t => t.Key == key) ?? await db.Topics.FirstOrDefaultAsync(t => t.Key == key, ct)) is { } known)
        {
            return known;
        }

        var slug = Slug.Of(name, "topic", key);
        var taken = await db.Topics.Select(t => t.Slug).Beginning(slug).ToListAsync(ct);
        taken.AddRange(db.Topics.Local.Select(t => t.Slug));
        var topic = new TopicRow { Key = key, Slug = Slug.Free(slug, taken.Contains), Name = name.Trim() };
        db.Topics.Add(topic);
        return topic;
    }

    /// <summary>A full name is the same person everywhere; a single word only within its talk.</summary>
    private string Key(string name, string folded) => SpeakerKey.IsSingleWord(name) ? $"{folded}#{talkId}" : folded;

    private async Task<SpeakerRow?> FindAsync(string name, string folded, CancellationToken ct)
    {
        var key = Key(name, folded);
        if ((db.Speakers.Local.FirstOrDefault(s => s.Key == key) ?? await db.Speakers.FirstOrDefaultAsync(s => s.Key == key, ct)) is { } speaker)
        {
            return speaker;
        }

        if (SpeakerKey.IsSingleWord(name) && await OfPartAsync(folded, ct) is { } ofPart)
        {
            return ofPart;
        }

        var byAlias = await db.SpeakerAliases.Where(a => a.Key == folded).OrderBy(a => a.SpeakerId).Select(a => a.Speaker).Take(2).ToListAsync(ct);
        return byAlias.Count == 1 ? byAlias[0] : null;
    }

    /// <summary>Somebody of one word in a talk that became part of this one.</summary>
    private async Task<SpeakerRow?> OfPartAsync(string folded, CancellationToken ct)
    {
        var parts = await db.Talks.IgnoreQueryFilters().Where(t => t.MergedIntoId == talkId).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
        var keys = parts.ConvertAll(part => $"{folded}#{part}");
        return keys.Count == 0 ? null : await db.Speakers.Where(s => keys.Contains(s.Key)).OrderBy(s => s.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Somebody of a name that belongs to another person already: told apart by this talk.</summary>
    public async Task<SpeakerRow> AddNamesakeAsync(string name, CancellationToken ct)
    {
        var key = $"{SpeakerKey.Of(name)}#{talkId}";
        return await db.Speakers.FirstOrDefaultAsync(s => s.Key == key, ct) ?? await AddKeyAsync(name, key, ct);
    }

    private async Task<SpeakerRow> AddKeyAsync(string name, string key, CancellationToken ct)
    {
        var slug = Slug.Of(name, "speaker", key);
        var taken = await db.Speakers.Select(s => s.Slug).Beginning(slug).ToListAsync(ct);
        taken.AddRange(db.Speakers.Local.Select(s => s.Slug));
        var speaker = new SpeakerRow { Key = key, Slug = Slug.Free(slug, taken.Contains), Name = name.Trim() };
        db.Speakers.Add(speaker);
        return speaker;
    }
}
