using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Works out the names of speakers, who is whom, and their other names, from what people put right.</summary>
internal static class People
{
    private const string ByPerson = "person";

    /// <summary>Brings everybody about whom something was ever said up to date; saves.</summary>
    public static async Task RefreshAsync(TalkNotesDb db, CancellationToken ct)
    {
        var said = await db.Corrections.AsNoTracking().Where(c => c.SpeakerId != null && c.TalkId == null).ToListAsync(ct);
        var ids = said.SelectMany(c => new[] { c.SpeakerId, c.OtherSpeakerId }).OfType<int>().ToHashSet();
        var speakers = await db.Speakers.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var inForce = CorrectionLog.InForce(said);
        foreach (var speaker in speakers.Values)
        {
            var written = speaker.WrittenName ?? speaker.Name;
            var name = inForce.Where(e => e.Row.SpeakerId == speaker.Id).Select(e => e.Correction).OfType<RenameCorrection>().LastOrDefault()?.Name;
            (speaker.Name, speaker.WrittenName) = (name ?? written, name is null ? null : written);
            speaker.MergedIntoId = null;
        }

        var merges = inForce.Where(e => e.Correction is MergeCorrection).ToDictionary(e => e.Row.SpeakerId!.Value, e => e.Row.OtherSpeakerId!.Value);
        foreach (var from in merges.Keys)
        {
            speakers[from].MergedIntoId = Root(from);
        }

        await db.SpeakerAliases.Where(a => a.Origin == ByPerson && ids.Contains(a.SpeakerId)).ExecuteDeleteAsync(ct);
        foreach (var entry in db.ChangeTracker.Entries<SpeakerAliasRow>().ToList())
        {
            entry.State = EntityState.Detached;
        }

        var known = (await db.SpeakerAliases.Where(a => ids.Contains(a.SpeakerId)).Select(a => new { a.Key, a.SpeakerId }).ToListAsync(ct))
            .Select(a => (a.Key, a.SpeakerId)).ToHashSet();
        foreach (var (speaker, name) in Names())
        {
            if (SpeakerKey.Of(name) is { } key && known.Add((key, speaker)))
            {
                db.SpeakerAliases.Add(new SpeakerAliasRow { Key = key, SpeakerId = speaker, Name = name, Origin = ByPerson });
            }
        }

        await db.SaveChangesAsync(ct);

        int Root(int speaker)
        {
            for (var steps = 0; steps <= merges.Count && merges.TryGetValue(speaker, out var into); steps++)
            {
                speaker = into;
            }

            return speaker;
        }

        // Whoever is found under any of these names is the person at the end of the merges. A name that tells a person only
        // within one talk ("Ann") must not lead there from all others.
        IEnumerable<(int Speaker, string Name)> Names()
        {
            foreach (var speaker in speakers.Values.Where(s => !s.Key.Contains('#', StringComparison.Ordinal)))
            {
                var root = Root(speaker.Id);
                string?[] own = [speaker.WrittenName, root != speaker.Id || speaker.WrittenName is not null ? speaker.Name : null];
                foreach (var name in own.OfType<string>())
                {
                    yield return (root, name);
                }
            }

            foreach (var (row, correction) in inForce)
            {
                if (correction is AliasCorrection alias)
                {
                    yield return (Root(row.SpeakerId!.Value), alias.Name);
                }
            }
        }
    }
}
