using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Puts right who somebody is: name, other names, one person under two names, two persons under one.</summary>
public sealed class SpeakerDesk
{
    private const int Longest = 120;

    private readonly CorrectionWriter _writer;

    internal SpeakerDesk(CorrectionWriter writer) => _writer = writer;

    /// <summary>Gives somebody another name; labels and addresses stay, and the name so far finds the person still.</summary>
    /// <param name="slug">The speaker.</param>
    /// <param name="name">The name.</param>
    /// <param name="seen">The name when the form was opened, so that nobody's change is overwritten unseen; null to skip this.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> RenameAsync(string slug, string? name, string? seen, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            var (speaker, clean, refused) = await NamedAsync(db, slug, name, ct);
            if (refused is not null)
            {
                return refused;
            }

            if (clean == speaker!.Name)
            {
                return new CurationOutcome.Invalid("name", "This is the name on record");
            }

            if (seen is not null && seen != speaker.Name
                && await db.Corrections.AsNoTracking().Where(c => c.SpeakerId == speaker.Id && c.TalkId == null).OrderByDescending(c => c.Id).FirstOrDefaultAsync(ct) is { } newest)
            {
                return new CurationOutcome.Conflict((await CorrectionViews.OfAsync(db, [newest], ct))[0]);
            }

            return await TakenAsync(db, speaker, clean!, ct) ?? CorrectionPlan.Write(
                await CorrectionWriter.TalksOfAsync(db, [speaker.Id], ct), CorrectionWriter.Row(new RenameCorrection(clean!, speaker.Name), speaker: speaker.Id));
        },
        ct);

    /// <summary>Gives somebody one more name, under which search and new documents find the person.</summary>
    public Task<CurationOutcome> AlsoAsync(string slug, string? name, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            var (speaker, clean, refused) = await NamedAsync(db, slug, name, ct);
            if (refused is not null)
            {
                return refused;
            }

            var key = SpeakerKey.Of(clean!);
            if (clean == speaker!.Name || await db.SpeakerAliases.AnyAsync(a => a.SpeakerId == speaker.Id && a.Key == key, ct))
            {
                return new CurationOutcome.Invalid("also", $"{speaker.Name} has this name already");
            }

            return await TakenAsync(db, speaker, clean!, ct) ?? CorrectionPlan.Write(
                await CorrectionWriter.TalksOfAsync(db, [speaker.Id], ct), CorrectionWriter.Row(new AliasCorrection(clean!), speaker: speaker.Id));
        },
        ct);

    /// <summary>Says that two speakers are one person; the first becomes the second, its address redirects.</summary>
    /// <param name="slug">Who it is not.</param>
    /// <param name="into">Name or slug of who it is.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> MergeAsync(string slug, string? into, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await FindAsync(db, slug, ct) is not { } speaker)
            {
                return new CurationOutcome.NotFound("There is no such speaker");
            }

            if (await OtherAsync(db, into, ct) is not { } other)
            {
                return new CurationOutcome.Invalid("into", $"Nobody here is called “{PersonFinder.Clean(into)}”");
            }

            return other.Id == speaker.Id
                ? new CurationOutcome.Invalid("into", $"{speaker.Name} is this person already")
                : CorrectionPlan.Write(
                    await CorrectionWriter.TalksOfAsync(db, [speaker.Id, other.Id], ct),
                    CorrectionWriter.Row(new MergeCorrection(), speaker: speaker.Id, otherSpeaker: other.Id));
        },
        ct);

    /// <summary>Says that in some talks this name is another person's.</summary>
    /// <param name="slug">The speaker.</param>
    /// <param name="talks">Slugs of those talks.</param>
    /// <param name="name">Name or slug of who it is there; the same name makes a namesake.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> SplitAsync(string slug, IReadOnlyCollection<string> talks, string? name, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await FindAsync(db, slug, ct) is not { } speaker)
            {
                return new CurationOutcome.NotFound("There is no such speaker");
            }

            var ids = await db.Talks.Where(t => talks.Contains(t.Slug) && db.TalkSpeakers.Any(s => s.TalkId == t.Id && s.SpeakerId == speaker.Id))
                .OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
            if (ids.Count == 0)
            {
                return new CurationOutcome.Invalid("talks", $"Choose a talk in which it is not {speaker.Name}");
            }

            if (PersonFinder.Clean(name) is not { } clean || clean.Length > Longest || SpeakerKey.IsPlaceholder(clean))
            {
                return new CurationOutcome.Invalid("split", "Give the name of who it is there");
            }

            var (other, problem) = await PersonFinder.FindAsync(db, ids[0], clean, ct);
            if (other is null)
            {
                return new CurationOutcome.Invalid("split", problem!);
            }

            if (other.Id == speaker.Id)
            {
                other = await new NameRegistry(db, ids[0]).AddNamesakeAsync(clean, ct);
                await db.SaveChangesAsync(ct);
            }

            var others = await db.Speakers.Where(s => s.MergedIntoId == speaker.Id).Select(s => s.Id).ToListAsync(ct);
            var rows = ids.SelectMany(talk => others.Prepend(speaker.Id)
                .Select(id => CorrectionWriter.Row(new SplitCorrection(), talk: talk, speaker: id, otherSpeaker: other.Id)));
            return CorrectionPlan.Write(ids, [.. rows]);
        },
        ct);

    private static async Task<(SpeakerRow? Speaker, string? Name, CurationOutcome? Refused)> NamedAsync(TalkNotesDb db, string slug, string? name, CancellationToken ct)
    {
        if (await FindAsync(db, slug, ct) is not { } speaker)
        {
            return (null, null, new CurationOutcome.NotFound("There is no such speaker"));
        }

        var clean = PersonFinder.Clean(name);
        return clean is null || SpeakerKey.Of(clean) is null ? (null, null, new CurationOutcome.Invalid("name", "Give a name"))
            : clean.Length > Longest ? (null, null, new CurationOutcome.Invalid("name", $"A name has at most {Longest} characters"))
            : (speaker, clean, null);
    }

    /// <summary>Refuses a name that is somebody else's; a single word names a person only within a talk.</summary>
    private static async Task<CorrectionPlan?> TakenAsync(TalkNotesDb db, SpeakerRow speaker, string name, CancellationToken ct) =>
        !SpeakerKey.IsSingleWord(name) && await OtherAsync(db, name, ct) is { } other && other.Id != speaker.Id
            ? (CorrectionPlan)new CurationOutcome.NameTaken(other.Slug, other.Name)
            : null;

    /// <summary>Somebody by slug, name or other name, at the end of merges.</summary>
    private static async Task<SpeakerRow?> OtherAsync(TalkNotesDb db, string? name, CancellationToken ct)
    {
        if (PersonFinder.Clean(name) is not { } clean)
        {
            return null;
        }

        var key = SpeakerKey.Of(clean);
        var found = await db.Speakers.Where(s => s.Slug == clean || s.Name == clean || s.Key == key).OrderBy(s => s.Slug != clean).ThenBy(s => s.Name != clean).ThenBy(s => s.Id).FirstOrDefaultAsync(ct)
            ?? await db.SpeakerAliases.Where(a => a.Key == key).OrderBy(a => a.SpeakerId).Select(a => a.Speaker).FirstOrDefaultAsync(ct);
        return found?.MergedIntoId is { } root ? await db.Speakers.SingleAsync(s => s.Id == root, ct) : found;
    }

    private static async Task<SpeakerRow?> FindAsync(TalkNotesDb db, string slug, CancellationToken ct) =>
        await db.Speakers.FirstOrDefaultAsync(s => s.Slug == slug, ct) is not { } speaker ? null
        : speaker.MergedIntoId is { } root ? await db.Speakers.SingleAsync(s => s.Id == root, ct) : speaker;
}
