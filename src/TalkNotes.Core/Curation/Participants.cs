using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Works out who takes part in a talk and what it is about: as each source says, and as people put it right.</summary>
internal sealed class Participants(TalkNotesDb db, TalkOverlay overlay, NameRegistry names, SpeakerResolver people)
{
    /// <summary>Replaces people and topics of a talk's sources, the first of which carries what people added; saves.</summary>
    public async Task ReplaceAsync(IReadOnlyList<SourceRow> sources, CancellationToken ct)
    {
        var ids = sources.Select(s => s.Id).ToList();
        await db.TalkSpeakers.Where(s => ids.Contains(s.SourceId)).ExecuteDeleteAsync(ct);
        await db.TalkTopics.Where(t => ids.Contains(t.SourceId)).ExecuteDeleteAsync(ct);
        Forget<TalkSpeakerRow>();
        Forget<TalkTopicRow>();
        foreach (var source in sources)
        {
            var metadata = DocumentJson.ReadMetadata(source.Metadata);
            await AddPeopleAsync(source, metadata, isFirst: source == sources[0], ct);
            await AddTopicsAsync(source, overlay.Topics is null ? metadata.Topics : source == sources[0] ? overlay.Topics : [], ct);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Everybody whom labels or the header name, first the labels in order of their first turn; a name counts once.</summary>
    private async Task AddPeopleAsync(SourceRow source, TalkMetadata metadata, bool isFirst, CancellationToken ct)
    {
        var rows = new Dictionary<int, TalkSpeakerRow>();
        foreach (var (id, turns) in await SpokenAsync(source.Id, metadata, ct))
        {
            Row(id).Turns += turns;
        }

        // A label that a person gave to somebody else names nobody any more, unless words still stand under it.
        var named = new List<(SpeakerRow Person, string? Role)>();
        foreach (var (name, role) in metadata.Speakers.Select(s => (s.Name, s.Role))
            .Concat(metadata.Hosts.Select(name => (Name: name, Role: (string?)"host")))
            .Concat(metadata.Guests.Select(name => (Name: name, Role: (string?)"guest"))))
        {
            if (await people.OfNameAsync(name, ct) is { } person)
            {
                named.Add((person, role));
            }
        }

        await db.SaveChangesAsync(ct); // names seen for the first time get their ids
        foreach (var (person, role) in named)
        {
            Row(person.Id).Role ??= role;
        }

        foreach (var (speaker, part) in overlay.Parts)
        {
            var id = await db.Speakers.Where(s => s.Id == speaker).Select(s => s.MergedIntoId ?? s.Id).SingleAsync(ct);
            if (part.TakesPart && (isFirst || rows.ContainsKey(id)))
            {
                Row(id).Role = part.Role;
            }
            else if (!part.TakesPart)
            {
                rows.Remove(id);
            }
        }

        db.TalkSpeakers.AddRange(rows.Values);

        TalkSpeakerRow Row(int id)
        {
            if (!rows.TryGetValue(id, out var row))
            {
                rows.Add(id, row = new TalkSpeakerRow { SourceId = source.Id, TalkId = source.TalkId, SpeakerId = id, Position = rows.Count });
            }

            return row;
        }
    }

    /// <summary>Who speaks, in order of the first turn, and in how many turns: the source's own count unless a person gave turns to somebody.</summary>
    private async Task<List<(int Speaker, int Turns)>> SpokenAsync(int sourceId, TalkMetadata metadata, CancellationToken ct)
    {
        var spoken = await db.Segments.Where(s => s.SourceId == sourceId && s.SpeakerId != null)
            .GroupBy(s => s.SpeakerId!.Value).Select(g => new { Speaker = g.Key, First = g.Min(s => s.N) }).OrderBy(s => s.First).ToListAsync(ct);
        var turns = new Dictionary<int, int>();
        if (overlay.NamesTurns)
        {
            // A run of words by one person in one turn; where the source marks no turns, what a person gave to somebody is one.
            var segments = await db.Segments.Where(s => s.SourceId == sourceId).OrderBy(s => s.N).Select(s => new { s.SpeakerId, s.Turn }).ToListAsync(ct);
            for (var n = 0; n < segments.Count; n++)
            {
                if (segments[n].SpeakerId is { } speaker && (n == 0 || !segments[n].Equals(segments[n - 1])))
                {
                    turns[speaker] = turns.GetValueOrDefault(speaker) + 1;
                }
            }
        }
        else
        {
            foreach (var label in metadata.Speakers)
            {
                if (await people.OfNameAsync(label.Name, ct) is { Id: > 0 } person)
                {
                    turns[person.Id] = turns.GetValueOrDefault(person.Id) + label.Turns;
                }
            }
        }

        return spoken.ConvertAll(s => (s.Speaker, turns.GetValueOrDefault(s.Speaker)));
    }

    private async Task AddTopicsAsync(SourceRow source, IEnumerable<string> topics, CancellationToken ct)
    {
        var added = new HashSet<TopicRow>();
        foreach (var name in topics)
        {
            if (await names.TopicAsync(name, ct) is { } topic && added.Add(topic))
            {
                db.TalkTopics.Add(new TalkTopicRow { SourceId = source.Id, TalkId = source.TalkId, Topic = topic, Position = added.Count - 1 });
            }
        }
    }

    /// <summary>Rows that were deleted behind the context's back are not to be found in it.</summary>
    private void Forget<TRow>()
        where TRow : class
    {
        foreach (var entry in db.ChangeTracker.Entries<TRow>().ToList())
        {
            entry.State = EntityState.Detached;
        }
    }
}
