using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>
/// Makes claims of origin <c>person</c> from words of a transcript. Such a claim is born unverified like every other,
/// can be taken back and made again by anyone who judges, and is never deleted.
/// </summary>
public sealed class ClaimDesk
{
    private const string Made = "made";
    private const string TakenBack = "taken-back";
    private const string Restored = "restored";

    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;

    internal ClaimDesk(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
    }

    /// <summary>Makes a claim, or says why not.</summary>
    public async Task<ClaimOutcome> MakeAsync(ClaimDraft draft, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var text = Plain(draft.Text);
        if (text.Length is 0 or > ClaimDraft.LongestText)
        {
            return Invalid("text", text.Length == 0 ? "Write what is claimed" : $"Say it in at most {ClaimDraft.LongestText:N0} characters");
        }

        if (string.IsNullOrWhiteSpace(draft.Curator))
        {
            return Invalid("curator", "Say who makes the claim");
        }

        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var talk = await db.Talks.Include(t => t.Transcript).SingleOrDefaultAsync(t => t.Slug == draft.Talk, ct);
        if (talk?.Transcript is null || await TranscriptWords.OfTalkAsync(db, talk.Id, ct) is not { } transcript)
        {
            return new ClaimOutcome.NotFound();
        }

        if (Stand(draft, transcript) is not { } at)
        {
            return Invalid("words", "These words do not stand there any more; select them again in the transcript");
        }

        var hash = ClaimKey.TextHash(text);
        var claim = await db.Claims.Include(c => c.Makings).SingleOrDefaultAsync(c => c.TalkId == talk.Id && c.TextHash == hash, ct);
        if (claim is { WithdrawnAt: null })
        {
            return new ClaimOutcome.Known(claim.PublicId);
        }

        var making = Making(draft, transcript, at);
        if (claim is null)
        {
            claim = await BearAsync(db, talk, text, hash, IsQuote(text, draft.Words), making.Speaker, ct);
            db.Claims.Add(claim);
        }

        claim.Makings.Add(making);
        await KeepAsync(db, talk, claim, withdrawn: false, ct);
        await transaction.CommitAsync(ct);
        return new ClaimOutcome.Done(claim.PublicId);
    }

    /// <summary>Takes a person's claim back: it is withdrawn unless a source makes it too, and keeps its page and its verdicts.</summary>
    public Task<ClaimOutcome> TakeBackAsync(string claim, string curator, CancellationToken ct) => ActAsync(claim, TakenBack, curator, ct);

    /// <summary>Makes a claim again that was taken back.</summary>
    public Task<ClaimOutcome> RestoreAsync(string claim, string curator, CancellationToken ct) => ActAsync(claim, Restored, curator, ct);

    private async Task<ClaimOutcome> ActAsync(string id, string act, string curator, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var claim = await db.Claims.Include(c => c.Talk).Include(c => c.Makings).Include(c => c.Mentions).SingleOrDefaultAsync(c => c.PublicId == id, ct);
        if (claim is null || claim.Makings.Count == 0 || string.IsNullOrWhiteSpace(curator))
        {
            return new ClaimOutcome.NotFound();
        }

        var isBack = claim.Makings.MaxBy(m => m.Id)!.Act == TakenBack;
        if (isBack == (act == TakenBack))
        {
            return new ClaimOutcome.Done(id); // somebody else did the same meanwhile
        }

        claim.Makings.Add(new ClaimMakingRow { Act = act, Curator = curator.Trim(), At = _time.GetUtcNow() });
        await KeepAsync(db, claim.Talk, claim, withdrawn: act == TakenBack && claim.Mentions.Count == 0, ct);
        await transaction.CommitAsync(ct);
        return new ClaimOutcome.Done(id);
    }

    private async Task KeepAsync(TalkNotesDb db, TalkRow talk, ClaimRow claim, bool withdrawn, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        claim.WithdrawnAt = withdrawn ? now : null;
        talk.ChangedAt = now;
        await db.SaveChangesAsync(ct);
        await PassageWriter.ReplaceAsync(db, talk.Id, ct);
    }

    private async Task<ClaimRow> BearAsync(TalkNotesDb db, TalkRow talk, string text, string hash, bool isQuote, string? speaker, CancellationToken ct)
    {
        var attempt = 0;
        var id = ClaimKey.PublicId(talk.Transcript!.Key, text);
        while (await db.Claims.AnyAsync(c => c.PublicId == id, ct))
        {
            id = ClaimKey.PublicId(talk.Transcript.Key, text, ++attempt);
        }

        return new ClaimRow
        {
            PublicId = id,
            TalkId = talk.Id,
            TextHash = hash,
            Text = text,
            Kind = isQuote ? "quote" : "claim",
            Origin = Origin.Person.Word(),
            AttributedTo = isQuote ? speaker : null,
            Position = 1 + (await db.Claims.Where(c => c.TalkId == talk.Id).MaxAsync(c => (int?)c.Position, ct) ?? -1),
            FirstSeenAt = _time.GetUtcNow(),
        };
    }

    private ClaimMakingRow Making(ClaimDraft draft, TranscriptWords transcript, int at)
    {
        var end = at + TranscriptWords.Fold(draft.Words).Count;
        var (first, last) = transcript.SegmentsOf(at, end);
        var speakers = transcript.Segments.Skip(first).Take(last - first + 1).Select(s => s.Speaker).Distinct().ToList();
        var from = Math.Max(0, at - EvidenceAnchors.ContextWords);
        return new ClaimMakingRow
        {
            Act = Made,
            Curator = draft.Curator.Trim(),
            At = _time.GetUtcNow(),
            SourceSha256 = transcript.Sha256,
            FirstSegment = first,
            LastSegment = last,
            Start = transcript.Segments[first].Start,
            End = transcript.EndOf(last),
            Speaker = speakers.Count == 1 ? speakers[0] : null,
            Words = Plain(draft.Words),
            Prefix = string.Join(' ', transcript.Words.Skip(from).Take(at - from)),
            Suffix = string.Join(' ', transcript.Words.Skip(end).Take(EvidenceAnchors.ContextWords)),
        };
    }

    /// <summary>Number of the word where the selected words begin; null when they do not stand in the segments given.</summary>
    private static int? Stand(ClaimDraft draft, TranscriptWords transcript)
    {
        if (draft.First < 0 || draft.Last < draft.First || draft.Last >= transcript.Segments.Count)
        {
            return null;
        }

        var words = TranscriptWords.Fold(draft.Words);
        var (from, to) = (transcript.FirstWordOf(draft.First), transcript.FirstWordOf(draft.Last + 1));
        foreach (var at in transcript.Find(words))
        {
            if (at >= from && at + words.Count <= to)
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsQuote(string text, string words) => ClaimKey.TextHash(text.Trim('“', '”', '"')) == ClaimKey.TextHash(words);

    private static ClaimOutcome.Invalid Invalid(string field, string message) => new(new FieldError(field, message));

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
