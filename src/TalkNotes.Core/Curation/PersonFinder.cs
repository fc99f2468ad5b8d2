using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>The person whom somebody names in a form: a known one, else a new one.</summary>
internal static class PersonFinder
{
    private const int Longest = 120;

    /// <summary>The person, or what is wrong with the name. A new person is saved, without a talk yet.</summary>
    public static async Task<(SpeakerRow? Person, string? Problem)> FindAsync(TalkNotesDb db, int talkId, string? name, CancellationToken ct)
    {
        if (Clean(name) is not { } clean)
        {
            return (null, "Give a name");
        }

        if (clean.Length > Longest)
        {
            return (null, $"A name has at most {Longest} characters");
        }

        if (await db.Speakers.FirstOrDefaultAsync(s => s.Slug == clean, ct) is { } bySlug)
        {
            return (await RootAsync(db, bySlug, ct), null);
        }

        if (SpeakerKey.IsPlaceholder(clean))
        {
            return (null, $"“{clean}” names nobody; give the name of a person");
        }

        if (await new NameRegistry(db, talkId).SpeakerAsync(clean, ct) is not { } person)
        {
            return (null, $"“{clean}” is no name");
        }

        await db.SaveChangesAsync(ct);
        return (await RootAsync(db, person, ct), null);
    }

    /// <summary>The same, but no name says that nobody is known.</summary>
    public static async Task<(SpeakerRow? Person, string? Problem)> FindOrNobodyAsync(TalkNotesDb db, int talkId, string? name, CancellationToken ct) =>
        Clean(name) is null ? (null, null) : await FindAsync(db, talkId, name, ct);

    /// <summary>A name as typed, on one line, without marks that cannot be seen; null when nothing is left.</summary>
    public static string? Clean(string? name)
    {
        var clean = string.Join(' ', new string([.. (name ?? "").Where(c => !char.IsControl(c) || char.IsWhiteSpace(c))]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length == 0 ? null : clean;
    }

    private static async Task<SpeakerRow> RootAsync(TalkNotesDb db, SpeakerRow speaker, CancellationToken ct) =>
        speaker.MergedIntoId is { } root ? await db.Speakers.SingleAsync(s => s.Id == root, ct) : speaker;
}
