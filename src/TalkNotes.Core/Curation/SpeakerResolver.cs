using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Who speaks, as shown: the person, and the label as written unless a person gave another name.</summary>
/// <param name="Person">The person; null for nobody known.</param>
/// <param name="Shown">What stands at the words; null where nothing does.</param>
internal sealed record Voice(SpeakerRow? Person, string? Shown)
{
    public static readonly Voice Nobody = new(null, null);
}

/// <summary>Who the names and labels of one talk stand for: by the sources, and by what people put right.</summary>
internal sealed class SpeakerResolver(TalkNotesDb db, TalkOverlay overlay, NameRegistry names)
{
    private readonly Dictionary<string, Voice> _labels = new(StringComparer.Ordinal);

    /// <summary>Who speaks under a label; null is no label.</summary>
    public async Task<Voice> OfLabelAsync(string? label, CancellationToken ct)
    {
        if (label is null)
        {
            return Voice.Nobody;
        }

        if (!_labels.TryGetValue(label, out var voice))
        {
            _labels[label] = voice = overlay.OfLabel(label) is { } named ? await OfAsync(named, ct) : await AsWrittenAsync(label, ct);
        }

        return voice;
    }

    /// <summary>Somebody whom a person named.</summary>
    public async Task<Voice> OfAsync(TalkOverlay.Named named, CancellationToken ct)
    {
        if (named.Speaker is not { } id)
        {
            return Voice.Nobody;
        }

        var person = await InThisTalkAsync(await db.Speakers.SingleAsync(s => s.Id == id, ct), named.Row.Id, ct);
        return new Voice(person, person.Name);
    }

    /// <summary>The person of a name that a header gives; null for a placeholder.</summary>
    public async Task<SpeakerRow?> OfNameAsync(string name, CancellationToken ct) => (await OfLabelAsync(name, ct)).Person;

    private async Task<Voice> AsWrittenAsync(string label, CancellationToken ct)
    {
        if (await names.SpeakerAsync(label, ct) is not { } written)
        {
            return new Voice(null, label);
        }

        var person = await InThisTalkAsync(written, named: 0, ct);
        var isAsWritten = person.WrittenName is null && SpeakerKey.Of(label) == SpeakerKey.Of(person.Name);
        return new Voice(person, isAsWritten ? label : person.Name);
    }

    private async Task<SpeakerRow> InThisTalkAsync(SpeakerRow speaker, int named, CancellationToken ct)
    {
        if (overlay.InThisTalk(speaker.Id, named) is var here && here != speaker.Id)
        {
            speaker = await db.Speakers.SingleAsync(s => s.Id == here, ct);
        }

        return speaker.MergedIntoId is { } root ? await db.Speakers.SingleAsync(s => s.Id == root, ct) : speaker;
    }
}
