using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Who the labels of a transcript stand for, worked out once for all of them, before its segments are written.</summary>
internal sealed class NamesOfLabels
{
    private readonly Dictionary<string, Voice> _voices = new(StringComparer.Ordinal);

    /// <summary>Works them out; names seen for the first time become speakers. Saves.</summary>
    public static async Task<NamesOfLabels> OfAsync(TalkNotesDb db, int talkId, IEnumerable<string?> labels, CancellationToken ct)
    {
        var written = labels.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var registry = new NameRegistry(db, talkId);
        await registry.LookUpAsync(written, ct);
        var people = new SpeakerResolver(db, await TalkOverlay.ReadAsync(db, talkId, ct), registry);
        var names = new NamesOfLabels();
        foreach (var label in written)
        {
            names._voices[label] = await people.OfLabelAsync(label, ct);
        }

        await db.SaveChangesAsync(ct);
        return names;
    }

    /// <summary>The person and the name shown.</summary>
    public (int? Speaker, string? Shown) Of(string? label) =>
        label is not null && _voices.TryGetValue(label, out var voice) ? (voice.Person?.Id, voice.Shown) : (null, label);
}
