using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>What stands around one claim: its places, the claims beside it, and those that say something like it.</summary>
internal sealed class ClaimNeighbours(TalkNotesDb db, ClaimRow claim)
{
    private const double LeastKinship = 0.5;
    private const double LeastLikeness = 0.45;
    private const int MostLinks = 5;
    private const int MostCandidates = 500;

    public async Task<IReadOnlyList<MentionView>> MentionsAsync(CancellationToken ct)
    {
        var sources = await db.Sources.Where(s => s.TalkId == claim.TalkId).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
        var mentions = await db.ClaimMentions.Where(m => m.ClaimId == claim.Id).OrderBy(m => m.SourceId).ThenBy(m => m.N)
            .Select(m => new { m.SourceId, m.Source.Path, m.FirstLine, m.LastLine, m.Section, m.Marker }).ToListAsync(ct);
        return mentions.ConvertAll(m => new MentionView(m.Path, sources.IndexOf(m.SourceId) + 1, [m.FirstLine, m.LastLine], m.Section, m.Marker));
    }

    public Task<ClaimLink?> PreviousAsync(CancellationToken ct) => Links(OfThisTalk()
        .Where(c => c.Position < claim.Position || (c.Position == claim.Position && c.Id < claim.Id))
        .OrderByDescending(c => c.Position).ThenByDescending(c => c.Id)).FirstOrDefaultAsync(ct);

    public Task<ClaimLink?> NextAsync(CancellationToken ct) => Links(OfThisTalk()
        .Where(c => c.Position > claim.Position || (c.Position == claim.Position && c.Id > claim.Id))
        .OrderBy(c => c.Position).ThenBy(c => c.Id)).FirstOrDefaultAsync(ct);

    /// <summary>Claims of this talk whose verdict in force rests on some of the same segments of the same transcript version.</summary>
    public async Task<IReadOnlyList<ClaimLink>> SameWordsAsync(VerdictRow? verdict, CancellationToken ct)
    {
        if (verdict is null)
        {
            return [];
        }

        var shared =
            from mine in db.Evidence
            where mine.VerdictId == verdict.Id && mine.Kind == "segments"
            join theirs in db.Evidence on mine.TalkId equals theirs.TalkId
            where theirs.SourceSha256 == mine.SourceSha256 && theirs.FirstSegment <= mine.LastSegment && theirs.LastSegment >= mine.FirstSegment
            join state in db.ClaimStates on theirs.VerdictId equals state.VerdictId
            where state.ClaimId != claim.Id
            select state.ClaimId;
        return await Links(db.Claims.Where(c => shared.Contains(c.Id)).OrderBy(c => c.Position).ThenBy(c => c.Id)).Take(MostLinks).ToListAsync(ct);
    }

    /// <summary>Claims of other talks that share most of this one's telling words, likest first.</summary>
    public async Task<IReadOnlyList<ClaimLink>> AlsoClaimedAsync(CancellationToken ct)
    {
        var words = Wordings.Telling(claim.Text).Take(3).ToList();
        if (words.Count < 3)
        {
            return [];
        }

        var alike = db.ClaimWords.Where(w => words.Contains(w.Word)).Select(w => w.ClaimId);
        var others = db.Claims.Where(o => alike.Contains(o.Id) && o.TalkId != claim.TalkId && o.WithdrawnAt == null);
        return Likest(await Links(others.OrderBy(o => o.Id).Take(MostCandidates)).ToListAsync(ct), Wordings.Likeness, LeastLikeness);
    }

    /// <summary>Wordings that a person joined to this one.</summary>
    public async Task<IReadOnlyList<ClaimLink>> EarlierWordingsAsync(CancellationToken ct) =>
        await Links(db.Claims.Where(c => c.SuccessorId == claim.Id).OrderBy(c => c.Id)).ToListAsync(ct);

    public Task<ClaimLink?> SuccessorAsync(CancellationToken ct) => Links(db.Claims.Where(c => c.Id == claim.SuccessorId)).SingleOrDefaultAsync(ct);

    /// <summary>For a withdrawn claim without a successor: claims of the talk that appeared when it went and are worded much like it.</summary>
    public async Task<IReadOnlyList<ClaimLink>> ProposedSuccessorsAsync(CancellationToken ct)
    {
        if (claim.WithdrawnAt is null || claim.SuccessorId is not null)
        {
            return [];
        }

        var candidates = OfThisTalk().Where(c => c.FirstSeenAt > claim.FirstSeenAt
            && !db.Successions.Any(s => s.ClaimId == claim.Id && s.SuccessorId == c.Id));
        return Likest(await Links(candidates.OrderBy(c => c.Position).ThenBy(c => c.Id)).ToListAsync(ct), Wordings.Kinship, LeastKinship);
    }

    private IQueryable<ClaimRow> OfThisTalk() => db.Claims.Where(c => c.TalkId == claim.TalkId && c.WithdrawnAt == null && c.Id != claim.Id);

    private List<ClaimLink> Likest(List<ClaimLink> candidates, Func<string, string, double> measure, double least) => candidates
        .Select(c => (Claim: c, Likeness: measure(claim.Text, c.Text))).Where(c => c.Likeness >= least)
        .OrderByDescending(c => c.Likeness).Take(MostLinks).Select(c => c.Claim).ToList();

    private static IQueryable<ClaimLink> Links(IQueryable<ClaimRow> claims) =>
        claims.Select(c => new ClaimLink(c.PublicId, c.Talk.Slug, c.Talk.Title, c.Text, c.State!.Status));
}
