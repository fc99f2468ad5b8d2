using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>
/// Works out which verdicts in force still stand on what they were given on: segments whose words are found again, and
/// searches that find nothing new. Triggers suspend what rests on a transcript as soon as it changes; this gives back what
/// holds. Only claims whose talk, or for not-said the known names, changed since the last time are looked at.
/// </summary>
internal sealed class Standings(Func<Glossary> glossary)
{
    /// <summary>Why a person must look again: the words changed or are gone.</summary>
    public const string Evidence = "evidence";

    /// <summary>Why a person must look again: a search of a not-said verdict finds something new.</summary>
    public const string Search = "search";

    private const int Checker = 2; // raised when the same words may get another answer

    /// <summary>
    /// The judged claims that something may have happened to: new verdicts, those of talks that changed since a moment, and, where
    /// names may have changed, those that rest on a search.
    /// </summary>
    public static async Task<IReadOnlyCollection<int>> ConcernedAsync(TalkNotesDb db, DateTimeOffset since, bool haveNamesChanged, CancellationToken ct)
    {
        var judged = db.ClaimStates.AsNoTracking().Where(s => s.VerdictId != null);
        var concerned = (await judged.Where(s => s.RecheckVersion == null).Select(s => s.ClaimId).ToListAsync(ct)).ToHashSet();
        concerned.UnionWith(await judged.Join(db.Talks.IgnoreQueryFilters().Where(t => t.ChangedAt >= since), s => s.TalkId, t => t.Id, (s, _) => s.ClaimId).ToListAsync(ct));
        if (haveNamesChanged)
        {
            concerned.UnionWith(await judged.Where(s => s.Given == Status.NotSaid).Select(s => s.ClaimId).ToListAsync(ct));
        }

        return concerned;
    }

    /// <summary>Settles these claims, or all when <paramref name="only"/> is null.</summary>
    /// <returns>Claims looked at.</returns>
    public async Task<int> SettleAsync(TalkNotesDb db, IReadOnlyCollection<int>? only, CancellationToken ct)
    {
        var stale = await StaleAsync(db, only, ct);
        if (stale.Count == 0)
        {
            return 0;
        }

        var names = await KnownNames.AllAsync(db, ct);
        foreach (var talk in stale.GroupBy(s => (s.TalkId, s.Talk)))
        {
            await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
            if ((await TalkVersions.ReadAsync(db, [talk.Key.TalkId], ct)).GetValueOrDefault(talk.Key.TalkId) != talk.Key.Talk)
            {
                continue; // it changed again in between: the next round looks at it
            }

            var transcript = await TranscriptWords.OfTalkAsync(db, talk.Key.TalkId, ct);
            var search = new Lazy<SpokenSearch?>(() => transcript is null ? null : new SpokenSearch(transcript, glossary(), names));
            var ids = talk.Select(s => s.VerdictId).ToList();
            var verdicts = await db.Verdicts.AsNoTracking().Where(v => EF.Parameter(ids).Contains(v.Id))
                .Include(v => v.Evidence.OrderBy(e => e.N)).ThenInclude(e => e.Decisions.OrderBy(d => d.Id)).AsSplitQuery().ToDictionaryAsync(v => v.Id, ct);
            foreach (var state in talk)
            {
                var why = Why(verdicts[state.VerdictId], transcript, search);
                await PlaceAsync(db, verdicts[state.VerdictId], transcript, ct);
                await db.ClaimStates.Where(s => s.ClaimId == state.ClaimId && s.VerdictId == state.VerdictId)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.Recheck, why).SetProperty(x => x.RecheckVersion, state.Version), ct);
            }

            if (transaction is not null)
            {
                await transaction.CommitAsync(ct);
            }
        }

        return stale.Count;
    }

    /// <summary>The searches of a not-said verdict that find something now which they did not find then.</summary>
    public async Task<IReadOnlyList<StoredSearch>> NewlyFoundAsync(TalkNotesDb db, VerdictRow verdict, TranscriptWords? transcript, CancellationToken ct) =>
        verdict.Value != Status.NotSaid || transcript is null
            ? []
            : NotSaidWatch.NewlyFound(VerdictJson.Read<StoredSearch>(verdict.Searched), new SpokenSearch(transcript, glossary(), await KnownNames.AllAsync(db, ct)));

    /// <summary>Notes where moved evidence stands now, for whoever leads to the words.</summary>
    private static async Task PlaceAsync(TalkNotesDb db, VerdictRow verdict, TranscriptWords? transcript, CancellationToken ct)
    {
        var ids = verdict.Evidence.ConvertAll(e => e.Id);
        await db.EvidencePlaces.Where(p => ids.Contains(p.EvidenceId)).ExecuteDeleteAsync(ct);
        foreach (var evidence in verdict.Evidence.Where(e => e.Kind == "segments" && transcript is not null))
        {
            if (EvidenceViews.Anchor(evidence, evidence.Decisions, transcript).Place?.Segments is [var first, var last]
                && (first, last, transcript!.Sha256) != (evidence.FirstSegment, evidence.LastSegment, evidence.SourceSha256))
            {
                db.EvidencePlaces.Add(new EvidencePlaceRow
                {
                    EvidenceId = evidence.Id, FirstSegment = first, LastSegment = last, Start = transcript.Segments[first].Start, End = transcript.EndOf(last),
                });
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static string? Why(VerdictRow verdict, TranscriptWords? transcript, Lazy<SpokenSearch?> search)
    {
        if (verdict.Evidence.Exists(e => e.Kind == "segments" && !AnchorState.Holds(EvidenceViews.Anchor(e, e.Decisions, transcript).State)))
        {
            return Evidence;
        }

        return verdict.Value == Status.NotSaid && search.Value is { } now
            && NotSaidWatch.NewlyFound(VerdictJson.Read<StoredSearch>(verdict.Searched), now).Count > 0 ? Search : null;
    }

    private async Task<List<(int ClaimId, int TalkId, int VerdictId, string Talk, string Version)>> StaleAsync(TalkNotesDb db, IReadOnlyCollection<int>? only, CancellationToken ct)
    {
        var states = db.ClaimStates.AsNoTracking().Where(s => s.VerdictId != null);
        if (only is not null)
        {
            var claims = only.ToList(); // as one value: a question takes no more than 32,766
            states = states.Where(s => EF.Parameter(claims).Contains(s.ClaimId));
        }

        var judged = await (
            from state in states
            join claim in db.Claims on state.ClaimId equals claim.Id
            select new { state.ClaimId, claim.TalkId, state.VerdictId, state.Given, state.RecheckVersion }).ToListAsync(ct);
        if (judged.Count == 0)
        {
            return [];
        }

        var talks = await TalkVersions.ReadAsync(db, judged.ConvertAll(j => j.TalkId).Distinct().ToList(), ct);
        var names = judged.Exists(j => j.Given == Status.NotSaid) ? await NamesVersionAsync(db, ct) : "";
        return judged
            .Select(j => (j.RecheckVersion, Stale: (
                j.ClaimId, j.TalkId, j.VerdictId!.Value, talks[j.TalkId], Version: $"{Checker}/{talks[j.TalkId]}{(j.Given == Status.NotSaid ? "/" + names : "")}")))
            .Where(j => j.Stale.Version != j.RecheckVersion).Select(j => j.Stale).ToList();
    }

    /// <summary>A new alias or a new entry of the glossary may answer a search that found nothing.</summary>
    private async Task<string> NamesVersionAsync(TalkNotesDb db, CancellationToken ct)
    {
        var people = (await KnownNames.AllAsync(db, ct)).Select(p => string.Join('\t', p));
        var terms = glossary().Entries.Select(e => string.Join('\t', [e.Kind ?? "", .. e.Names, "", .. e.Heard, "", .. e.Short]));
        var all = Encoding.UTF8.GetBytes(string.Join('\n', [.. people, "", .. terms]));
        return Convert.ToHexStringLower(SHA256.HashData(all).AsSpan(0, 8));
    }
}

/// <summary>What the program's checks of a talk's claims depend on; another text whenever a source of the talk changed or a person put it right.</summary>
internal static class TalkVersions
{
    /// <summary>The version of these talks.</summary>
    public static async Task<Dictionary<int, string>> ReadAsync(TalkNotesDb db, IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        var talks = await db.Talks.IgnoreQueryFilters().AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.Id)) // a talk that became part of another one has claims, too
            .Select(t => new { t.Id, t.TranscriptId, t.Transcript!.Sha256, Revision = (int?)t.Transcript.FormatRevision, t.ChangedAt }).ToListAsync(ct);
        return talks.ToDictionary(
            t => t.Id,
            t => string.Create(CultureInfo.InvariantCulture, $"{t.TranscriptId}/{t.Sha256}/{t.Revision}/{t.ChangedAt.ToUnixTimeMilliseconds()}"));
    }
}
