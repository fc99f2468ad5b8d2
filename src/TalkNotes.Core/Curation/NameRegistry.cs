using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Curation;

/// <summary>Finds the people and topics that a source names, and gives those not yet known a row with a slug.</summary>
internal sealed class NameRegistry(TalkNotesDb db, int talkId)
{
    private const int NamesAQuestion = 500; // SQLite takes 32,766 values

    private readonly Dictionary<string, SpeakerRow?> _speakers = new(StringComparer.Ordinal); // by name as written
    private readonly HashSet<string> _lookedUp = new(StringComparer.Ordinal); // folded names of which the database told all
    private readonly Dictionary<string, List<SpeakerRow>> _aliases = new(StringComparer.Ordinal); // of these
    private Dictionary<string, SpeakerRow>? _byKey; // what the context holds, saved or not: asking it each time goes through all of it
    private Dictionary<string, TopicRow>? _topics;
    private FreeSlugs? _speakerSlugs;
    private FreeSlugs? _topicSlugs;
    private List<int>? _parts;

    private Dictionary<string, SpeakerRow> ByKey => _byKey ??= db.Speakers.Local.ToDictionary(s => s.Key, StringComparer.Ordinal);

    private Dictionary<string, TopicRow> Topics => _topics ??= db.Topics.Local.ToDictionary(t => t.Key, StringComparer.Ordinal);

    /// <summary>Looks many names up at once, so that each one does not ask the database for itself.</summary>
    public async Task LookUpAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        foreach (var some in names.Select(n => (Name: n, Folded: SpeakerKey.Of(n))).Where(n => n.Folded is not null).Chunk(NamesAQuestion))
        {
            var keys = some.Select(n => Key(n.Name, n.Folded!)).ToList();
            foreach (var speaker in await db.Speakers.Where(s => keys.Contains(s.Key)).ToListAsync(ct))
            {
                ByKey[speaker.Key] = speaker;
            }

            var words = some.Select(n => n.Folded!).Except(_lookedUp, StringComparer.Ordinal).ToList();
            foreach (var alias in await db.SpeakerAliases.Where(a => words.Contains(a.Key)).OrderBy(a => a.SpeakerId).Select(a => new { a.Key, a.Speaker }).ToListAsync(ct))
            {
                (_aliases.TryGetValue(alias.Key, out var speakers) ? speakers : _aliases[alias.Key] = []).Add(alias.Speaker);
            }

            _lookedUp.UnionWith(words);
        }
    }

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

        if ((Topics.GetValueOrDefault(key) ?? await db.Topics.FirstOrDefaultAsync(t => t.Key == key, ct)) is { } known)
        {
            return known;
        }

        _topicSlugs ??= new FreeSlugs(db.Topics.Select(t => t.Slug), db.Topics.Local.Select(t => t.Slug));
        var topic = new TopicRow { Key = key, Slug = await _topicSlugs.TakeAsync(Slug.Of(name, "topic", key), ct), Name = name.Trim() };
        db.Topics.Add(topic);
        Topics.Add(key, topic);
        return topic;
    }

    /// <summary>A full name is the same person everywhere; a single word only within its talk.</summary>
    private string Key(string name, string folded) => SpeakerKey.IsSingleWord(name) ? $"{folded}#{talkId}" : folded;

    private async Task<SpeakerRow?> FindAsync(string name, string folded, CancellationToken ct)
    {
        var key = Key(name, folded);
        if ((ByKey.GetValueOrDefault(key) ?? (_lookedUp.Contains(folded) ? null : await db.Speakers.FirstOrDefaultAsync(s => s.Key == key, ct))) is { } speaker)
        {
            return speaker;
        }

        if (SpeakerKey.IsSingleWord(name) && await OfPartAsync(folded, ct) is { } ofPart)
        {
            return ofPart;
        }

        var byAlias = _lookedUp.Contains(folded)
            ? _aliases.GetValueOrDefault(folded, [])
            : await db.SpeakerAliases.Where(a => a.Key == folded).OrderBy(a => a.SpeakerId).Select(a => a.Speaker).Take(2).ToListAsync(ct);
        return byAlias.Count == 1 ? byAlias[0] : null;
    }

    /// <summary>Somebody of one word in a talk that became part of this one.</summary>
    private async Task<SpeakerRow?> OfPartAsync(string folded, CancellationToken ct)
    {
        _parts ??= await db.Talks.IgnoreQueryFilters().Where(t => t.MergedIntoId == talkId).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
        var keys = _parts.ConvertAll(part => $"{folded}#{part}");
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
        _speakerSlugs ??= new FreeSlugs(db.Speakers.Select(s => s.Slug), db.Speakers.Local.Select(s => s.Slug));
        var speaker = new SpeakerRow { Key = key, Slug = await _speakerSlugs.TakeAsync(Slug.Of(name, "speaker", key), ct), Name = name.Trim() };
        db.Speakers.Add(speaker);
        ByKey[key] = speaker;
        return speaker;
    }
}
