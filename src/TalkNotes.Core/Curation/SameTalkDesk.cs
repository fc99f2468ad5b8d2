using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Says that two talks are one, or are not. Addresses and ids of claims stay; the other talk's address redirects.</summary>
public sealed class SameTalkDesk
{
    private readonly CorrectionWriter _writer;

    internal SameTalkDesk(CorrectionWriter writer) => _writer = writer;

    /// <summary>Makes another talk part of this one.</summary>
    /// <param name="slug">The talk that stays.</param>
    /// <param name="other">The talk whose sources and claims move.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> JoinAsync(string slug, string other, string curator, CancellationToken ct) => DecideAsync(
        slug, other, curator,
        async (db, talk, part) => CorrectionWriter.Row(
            new SameTalkCorrection(
                await db.Sources.Where(s => s.TalkId == part.Id).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct),
                await db.Claims.Where(c => c.TalkId == part.Id).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct)),
            talk: talk.Id, otherTalk: part.Id),
        ct);

    /// <summary>Says that two talks are not one, so that nobody is asked again.</summary>
    public Task<CurationOutcome> KeepApartAsync(string slug, string other, string curator, CancellationToken ct) => DecideAsync(
        slug, other, curator, (_, talk, part) => Task.FromResult(CorrectionWriter.Row(new DifferentTalksCorrection(), talk: talk.Id, otherTalk: part.Id)), ct);

    private Task<CurationOutcome> DecideAsync(
        string slug, string other, string curator, Func<TalkNotesDb, TalkRow, TalkRow, Task<CorrectionRow>> row, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await CorrectionWriter.TalkAsync(db, slug, ct) is not { } talk)
            {
                return new CurationOutcome.NotFound("There is no such talk");
            }

            if (await CorrectionWriter.TalkAsync(db, SlugIn(other), ct) is not { } part)
            {
                return new CurationOutcome.Invalid("as", "There is no other talk with that address");
            }

            return part.Id == talk.Id
                ? new CurationOutcome.Invalid("as", "This is the same talk already")
                : CorrectionPlan.Write([talk.Id], await row(db, talk, part));
        },
        ct);

    /// <summary>The slug in what somebody pasted: a slug, or the address of a page of the talk.</summary>
    public static string SlugIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const string Talks = "/talks/";
        var at = text.IndexOf(Talks, StringComparison.Ordinal);
        return (at < 0 ? text : text[(at + Talks.Length)..]).Trim().Split('/', '?', '#')[0];
    }
}
