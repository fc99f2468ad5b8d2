using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>Reads claims: lists with filters, and each claim's permanent page.</summary>
public sealed class ClaimQueries
{
    private const int StreamedAtOnce = 500;

    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly Standings _standings;
    private readonly Remembered<ClaimFilter, Sizes> _sizes = new(64);
    private readonly Remembered<(ClaimFilter Filter, int Count), IReadOnlyList<NewClaim>> _newest = new(64);

    internal ClaimQueries(IDbContextFactory<TalkNotesDb> contexts, Func<Glossary> glossary)
    {
        _contexts = contexts;
        _standings = new Standings(glossary);
    }

    /// <summary>One page of the claims that a filter lets through, in the order of talks and of their notes.</summary>
    /// <param name="filter">What to let through.</param>
    /// <param name="cursor">The <see cref="ClaimList.Next"/> of the page before; null or unknown for the first page.</param>
    /// <param name="limit">Claims a page, at least 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ClaimList> ListAsync(ClaimFilter filter, string? cursor, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var matching = ClaimFilters.Apply(db, filter);
        var sizes = await _sizes.OfAsync((await LibraryRevision.ReadAsync(db, ct)).All, filter, async () =>
        {
            var all = ClaimFilters.Apply(db, filter with { Status = filter.Status == "withdrawn" ? "withdrawn" : null });
            var counts = await all.GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return new Sizes(await matching.CountAsync(ct), Status.All.ToDictionary(s => s, s => counts.GetValueOrDefault(s), StringComparer.Ordinal));
        });
        var (claims, next) = await PartAsync(db, matching, cursor, limit, ct);
        return new ClaimList(sizes.Total, sizes.ByStatus, next, claims);
    }

    /// <summary>Every claim that a filter lets through, in the order of <see cref="ListAsync"/>, read part by part.</summary>
    public async IAsyncEnumerable<ClaimSummary> StreamAsync(ClaimFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string? cursor = null;
        do
        {
            await using var db = await _contexts.CreateDbContextAsync(ct);
            var (claims, next) = await PartAsync(db, ClaimFilters.Apply(db, filter), cursor, StreamedAtOnce, ct);
            foreach (var claim in claims)
            {
                yield return claim;
            }

            cursor = next;
        }
        while (cursor is not null);
    }

    /// <summary>The claims of a filter to which something happened last, newest first.</summary>
    public async Task<IReadOnlyList<NewClaim>> NewestAsync(ClaimFilter filter, int count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        return await _newest.OfAsync((await LibraryRevision.ReadAsync(db, ct)).All, (filter, count), async () => await NewestAsync(db, filter, count, ct));
    }

    /// <summary>
    /// A claim is as new as its last verdict, else as its first sight: the newest are among those judged last and those seen last,
    /// each read by its index until there are enough.
    /// </summary>
    private static async Task<List<NewClaim>> NewestAsync(TalkNotesDb db, ClaimFilter filter, int count, CancellationToken ct)
    {
        var matching = ClaimFilters.Apply(db, filter);
        var judged = new Dictionary<int, DateTimeOffset>();
        var (read, part) = (0, count);
        while (judged.Count < count && part == count)
        {
            var verdicts = await db.Verdicts.Where(v => matching.Any(s => s.ClaimId == v.ClaimId)).Select(v => new { v.ClaimId, v.GivenAt, v.Id })
                .OrderByDescending(v => v.GivenAt).ThenByDescending(v => v.Id).Skip(read).Take(count).ToListAsync(ct);
            verdicts.ForEach(v => judged.TryAdd(v.ClaimId, v.GivenAt));
            part = verdicts.Count;
            read += part;
        }

        var isJudged = filter.Status is not (null or "" or "withdrawn" or Status.Unverified); // by somebody, so not only seen
        var seen = await db.Claims.Where(c => !isJudged && matching.Any(s => s.ClaimId == c.Id) && !db.Verdicts.Any(v => v.ClaimId == c.Id))
            .OrderByDescending(c => c.FirstSeenAt).ThenByDescending(c => c.Id).Select(c => new { c.Id, c.FirstSeenAt }).Take(count).ToListAsync(ct);
        var newest = judged.Select(j => (Id: j.Key, At: j.Value)).Concat(seen.Select(s => (s.Id, At: s.FirstSeenAt)))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(count).ToList();
        var ids = newest.ConvertAll(c => c.Id);
        var publicIds = await db.Claims.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.PublicId }).ToDictionaryAsync(c => c.Id, c => c.PublicId, ct);
        var claims = await Summaries(db.Claims.Where(c => ids.Contains(c.Id))).ToDictionaryAsync(c => c.Id, StringComparer.Ordinal, ct);
        return newest.ConvertAll(c => new NewClaim(claims[publicIds[c.Id]], c.At));
    }

    /// <summary>Every claim of a talk, in the order of its notes; withdrawn ones are left out. Empty for an unknown slug.</summary>
    public async Task<IReadOnlyList<ClaimSummary>> OfTalkAsync(string slug, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var claims = ClaimFilters.Apply(db, new ClaimFilter { Talk = slug }).OrderBy(s => s.Position).ThenBy(s => s.ClaimId);
        return await Summaries(claims.Select(s => s.Claim)).ToListAsync(ct);
    }

    /// <summary>Every claim of a talk with its places, verdicts and evidence, in the order of its notes: what leaves the program. Empty for an unknown slug.</summary>
    public async Task<IReadOnlyList<ClaimRecord>> RecordsAsync(string slug, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        try
        {
            await _standings.SettleAsync(db, await ClaimFilters.Apply(db, new ClaimFilter { Talk = slug }).Where(s => s.VerdictId != null).Select(s => s.ClaimId).ToListAsync(ct), ct);
        }
        catch (Exception e) when (Database.CannotWrite(e))
        {
            // what is not settled stays suspended, and what was judged can still be read
        }

        return await RecordReader.OfTalkAsync(db, slug, ct);
    }

    /// <summary>Claims by public id, in the order asked for; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<ClaimSummary>> ByIdAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var claims = await Summaries(db.Claims.Where(c => ids.Contains(c.PublicId))).ToListAsync(ct);
        return claims.OrderBy(c => ids.ToList().IndexOf(c.Id)).ToList();
    }

    /// <summary>A claim's permanent page; null when there is no such claim.</summary>
    public async Task<ClaimPage?> PageAsync(string id, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        if (await VerdictLog.ReadAsync(db, id, ct) is not { } log)
        {
            return null;
        }

        var row = log.Claim;
        var claim = await Summaries(db.Claims.Where(c => c.Id == row.Id)).SingleAsync(ct);
        var kin = new ClaimNeighbours(db, row);
        var fidelity = log.Newest(Question.Fidelity) is { Value: not Status.Unverified } verdict ? verdict : null;
        var accuracy = log.Newest(Question.Accuracy) is { Value: not Accuracy.NotAssessed } assessed ? assessed : null;
        var makings = await db.ClaimMakings.AsNoTracking().Where(m => m.ClaimId == row.Id).OrderByDescending(m => m.Id).ToListAsync(ct);
        var isAnchored = claim.Reopened || makings.Exists(m => m.Words is not null) || new[] { fidelity, accuracy }.Any(v => v?.Evidence.Exists(e => e.Kind == "segments") == true);
        var transcript = isAnchored ? await TranscriptWords.OfTalkAsync(db, row.TalkId, ct) : null; // all words of the talk: only where words are looked for
        return new ClaimPage
        {
            Claim = claim,
            VideoId = await db.Talks.Where(t => t.Id == row.TalkId).Select(t => t.VideoId).SingleAsync(ct),
            Mentions = await kin.MentionsAsync(ct),
            Makings = makings.ConvertAll(m => MakingView(m, transcript)),
            Verdict = fidelity is null ? null : log.View(fidelity) with { Evidence = fidelity.Evidence.ConvertAll(e => EvidenceViews.Of(e, transcript)) },
            UndoNumber = log.Origin(log.Newest(Question.Fidelity))?.N,
            AccuracyVerdict = accuracy is null ? null : log.View(accuracy) with { Evidence = accuracy.Evidence.ConvertAll(e => EvidenceViews.Of(e, transcript)) },
            History = log.Rows.Reverse().Select(log.View).ToList(),
            NewlyFound = fidelity is null || !claim.Reopened ? [] : await _standings.NewlyFoundAsync(db, fidelity, transcript, ct),
            Previous = await kin.PreviousAsync(ct),
            Next = await kin.NextAsync(ct),
            SameWords = await kin.SameWordsAsync(fidelity, ct),
            AlsoClaimed = await kin.AlsoClaimedAsync(ct),
            EarlierWordings = await kin.EarlierWordingsAsync(ct),
            Successor = await kin.SuccessorAsync(ct),
            ProposedSuccessors = await kin.ProposedSuccessorsAsync(ct),
            Due = DueDates.Of(row.Text),
        };
    }

    private static MakingView MakingView(ClaimMakingRow making, TranscriptWords? transcript) => new(making.Act, making.Curator, making.At, making.Words, making.Speaker, making.Words is null
        ? null
        : EvidenceAnchors.Locate(new AnchoredWords(making.Words, making.Prefix, making.Suffix, making.FirstSegment, making.LastSegment, making.Start), transcript).Place);

    private static async Task<(List<ClaimSummary> Claims, string? Next)> PartAsync(TalkNotesDb db, IQueryable<ClaimStateRow> matching, string? cursor, int limit, CancellationToken ct)
    {
        var after = cursor is null ? null : await db.Claims.Where(c => c.PublicId == cursor).Select(c => new { c.TalkId, c.Position, c.Id }).SingleOrDefaultAsync(ct);
        var rest = after is null ? matching : matching.Where(s => s.TalkId >= after.TalkId // where the index is entered
            && (s.TalkId > after.TalkId || s.Position > after.Position || (s.Position == after.Position && s.ClaimId > after.Id)));
        var rows = await Summaries(rest.OrderBy(s => s.TalkId).ThenBy(s => s.Position).ThenBy(s => s.ClaimId).Take(limit + 1).Select(s => s.Claim)).ToListAsync(ct);
        return (rows.Take(limit).ToList(), rows.Count > limit ? rows[limit - 1].Id : null);
    }

    internal static IQueryable<ClaimSummary> Summaries(IQueryable<ClaimRow> claims) => claims.Select(c => new ClaimSummary
    {
        Id = c.PublicId,
        Talk = c.Talk.Slug,
        Title = c.Talk.Title,
        Kind = c.Kind,
        Origin = c.Origin,
        Section = c.Section,
        Text = c.Text,
        Marker = c.Marker,
        AttributedTo = c.AttributedTo,
        Status = c.State!.Status,
        Given = c.State.Given,
        Accuracy = c.State.Status == Status.Verified ? c.State.Accuracy : null,
        Disputed = c.State.Disputed,
        Suspended = c.State.Recheck == Standings.Evidence,
        Reopened = c.State.Recheck == Standings.Search,
        Verdicts = c.Verdicts.Count,
        HasTranscript = c.Talk.TranscriptId != null,
        Withdrawn = c.WithdrawnAt != null,
    });

    private sealed record Sizes(int Total, IReadOnlyDictionary<string, int> ByStatus);
}
