using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>Reads what waits for a curator.</summary>
public sealed class DeskQueries
{
    /// <summary>Claims that one queue shows at most; the rest follow as these are judged.</summary>
    public const int MostItems = 500;

    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;
    private readonly Func<Glossary> _glossary;
    private readonly Recent<string, TranscriptWords> _transcripts = new(4);
    private readonly Remembered<(string Name, ClaimFilter Filter, DateOnly Today), DeskList> _queues = new(32);

    internal DeskQueries(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time, Func<Glossary> glossary)
    {
        _contexts = contexts;
        _time = time;
        _glossary = glossary;
    }

    /// <summary>A queue, with the sizes of all.</summary>
    /// <param name="name">A word of <see cref="DeskQueues"/>; any other means <see cref="DeskQueues.Open"/>.</param>
    /// <param name="filter">Talk, speaker, kind and status; see <see cref="ClaimFilter"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DeskList> QueueAsync(string? name, ClaimFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        name = name is not null && DeskQueues.Names.Contains(name) ? name : DeskQueues.Open;
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        var revision = await LibraryRevision.ReadAsync(db, ct);
        return await _queues.OfAsync(revision.All, (name, filter, today), () => QueueAsync(db, name, filter, today, ct));
    }

    private static async Task<DeskList> QueueAsync(TalkNotesDb db, string name, ClaimFilter filter, DateOnly today, CancellationToken ct)
    {
        var claims = ClaimFilters.Apply(db, filter);
        var withdrawn = ClaimFilters.Apply(db, filter with { Status = "withdrawn" });
        var queues = new Dictionary<string, IQueryable<ClaimStateRow>>(StringComparer.Ordinal)
        {
            [DeskQueues.Open] = claims.Where(s => s.Status == Status.Unverified),
            [DeskQueues.Recheck] = claims.Where(s => s.Recheck != null),
            [DeskQueues.Disputed] = claims.Where(s => s.Disputed),
            [DeskQueues.Due] = DueOf(claims, today),
            [DeskQueues.Reworded] = withdrawn.Where(s => s.Claim.SuccessorId == null && s.Given != Status.Unverified),
            [DeskQueues.All] = claims,
        };
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (queue, members) in queues)
        {
            sizes.Add(queue, await members.CountAsync(ct));
        }

        var rows = await RowsAsync(queues[name], ct);
        var items = rows.ConvertAll(c => new DeskItem(c.PublicId, c.Slug, c.Title, c.Text, c.Status, c switch
        {
            { Recheck: Standings.Evidence } => DeskReason.EvidenceChanged,
            { Recheck: Standings.Search } => DeskReason.NewlyFound,
            { Withdrawn: true } => DeskReason.Reworded,
            { Disputed: true } => DeskReason.Disputed,
            _ when name == DeskQueues.Due => c.Check!.Due > today ? DeskReason.Ahead : DeskReason.Due,
            { HasTranscript: false } => DeskReason.NoTranscript,
            { Check.Triage: Triage.Flagged } => DeskReason.DetailNotFound,
            { Check.Triage: Triage.Numbers } => DeskReason.Numbers,
            _ => DeskReason.Rest,
        }, c.Check is null ? [] : VerdictJson.Read<string>(c.Check.Flags), c.Check?.Due)
        {
            Place = name == DeskQueues.Due ? string.Create(CultureInfo.InvariantCulture, $"{c.Check!.Due:yyyy-MM-dd}{Place(c)}") : Place(c),
        });
        return new DeskList(name, sizes, name == DeskQueues.Due ? items.OrderBy(i => i.Due).ToList() : items);
    }

    /// <summary>
    /// What a person must look at again first, what has no transcript last, and within each by the program's check. Each of the
    /// three is read in the order of its index, so that the length of a queue does not matter.
    /// </summary>
    private static async Task<List<Row>> RowsAsync(IQueryable<ClaimStateRow> queue, CancellationToken ct)
    {
        var rows = new List<Row>();
        foreach (var part in new[]
        {
            queue.Where(s => s.Recheck != null).OrderBy(s => s.Claim.Talk.TranscriptId == null ? 1 : 0).ThenBy(s => s.Triage),
            queue.Where(s => s.Recheck == null && s.Claim.Talk.TranscriptId != null).OrderBy(s => s.Triage),
            queue.Where(s => s.Recheck == null && s.Claim.Talk.TranscriptId == null).OrderBy(s => s.Triage),
        })
        {
            if (rows.Count < MostItems)
            {
                rows.AddRange(await part.ThenBy(s => s.TalkId).ThenBy(s => s.Position).ThenBy(s => s.ClaimId).Take(MostItems - rows.Count)
                    .Select(s => new Row(
                        new Order(s.Triage, s.TalkId, s.Position, s.ClaimId), s.Claim.PublicId, s.Claim.Talk.Slug, s.Claim.Talk.Title, s.Claim.Text, s.Status, s.Disputed, s.Recheck, s.Claim.Talk.TranscriptId != null, s.Claim.WithdrawnAt != null, s.Claim.Check))
                    .ToListAsync(ct));
            }
        }

        return rows;
    }

    /// <summary>Passages of a talk's transcript that hold the words of a query: the segments of each match and one on either side.</summary>
    /// <param name="talk">The talk's slug.</param>
    /// <param name="query">Words, phrases, prefixes; as they are stored with a not-said verdict.</param>
    /// <param name="most">Passages at most.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<AnchorPlace>> FindAsync(string talk, string query, int most, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var id = await db.Talks.Where(t => t.Slug == talk).Select(t => t.Id).SingleOrDefaultAsync(ct);
        if (await WordsAsync(db, id, ct) is not { } transcript)
        {
            return [];
        }

        var places = new List<(int First, int Last)>();
        foreach (var found in new SpokenSearch(transcript, _glossary(), await KnownNames.AllAsync(db, ct)).Places(query))
        {
            var around = (First: Math.Max(0, found.FirstSegment - 1), Last: Math.Min(transcript.Segments.Count - 1, found.LastSegment + 1));
            if (places.Count > 0 && around.First <= places[^1].Last)
            {
                places[^1] = (places[^1].First, around.Last);
            }
            else
            {
                places.Add(around);
            }
        }

        return places.Take(most).Select(p => transcript.Place(p.First, p.Last)).ToList();
    }

    /// <summary>The words of a talk, which every claim of it that a curator looks at asks for; null without a transcript.</summary>
    private async Task<TranscriptWords?> WordsAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var versions = await TalkVersions.ReadAsync(db, [talk], ct);
        var version = $"{versions.GetValueOrDefault(talk)}/{(await LibraryRevision.ReadAsync(db, ct)).Passages}";
        var words = await _transcripts.OfAsync(talk, version, async () => await TranscriptWords.OfTalkAsync(db, talk, ct) ?? TranscriptWords.None);
        return words == TranscriptWords.None ? null : words;
    }

    /// <summary>How far a talk's claims are judged: how many have each status, withdrawn ones left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ProgressAsync(string talk, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        return await ClaimFilters.Apply(db, new ClaimFilter { Talk = talk }).GroupBy(s => s.Status)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>The newest verdict of a curator that can be taken back: in force, and not taken back yet. Null when there is none.</summary>
    public async Task<(string Claim, VerdictView Verdict)?> LastOfAsync(string curator, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var recent = await db.Verdicts
            .Where(v => v.Curator == curator && v.UndoesId == null && !db.Verdicts.Any(u => u.UndoesId == v.Id))
            .OrderByDescending(v => v.Id).Take(20).Select(v => new { v.Claim.PublicId, v.N }).ToListAsync(ct);
        foreach (var verdict in recent)
        {
            var log = (await VerdictLog.ReadAsync(db, verdict.PublicId, ct))!;
            var row = log.Find(verdict.N)!;
            if (log.Origin(log.Newest(row.Question)) == row)
            {
                return (verdict.PublicId, log.View(row));
            }
        }

        return null;
    }

    /// <summary>How far curators agree: pairs of a fidelity verdict and what a second curator said of it, newest answer of each.</summary>
    public async Task<AgreementFigures> AgreementAsync(CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var pairs = await db.Reviews
            .Where(r => !db.Reviews.Any(l => l.VerdictId == r.VerdictId && l.Curator == r.Curator && l.Id > r.Id))
            .OrderBy(r => r.Id).Select(r => new { First = r.Verdict.Value, Second = r.Value, r.Verdict.Reasons }).ToListAsync(ct);
        return AgreementFigures.Of(pairs.ConvertAll(p => (p.First, p.Second, VerdictJson.Read<string>(p.Reasons))));
    }

    /// <summary>Claims with a date of their own talk's future: those that have passed without an answer on accuracy, and those ahead.</summary>
    private static IQueryable<ClaimStateRow> DueOf(IQueryable<ClaimStateRow> claims, DateOnly today) => claims.Where(s => s.Claim.Check!.Due != null
        && (s.Claim.Check.Due > today
            || (s.Claim.Check.Due > (s.Claim.Talk.Published ?? s.Claim.Talk.Transcribed ?? s.Claim.Talk.Retrieved) && s.Accuracy == Accuracy.NotAssessed)));

    /// <summary>The order of <see cref="RowsAsync"/> as text.</summary>
    private static string Place(Row row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(row.Recheck is not null ? 0 : 1)}{(row.HasTranscript ? 0 : 1)}{row.Order.Triage:D3}{row.Order.Talk:D10}{row.Order.Position:D10}{row.Order.Claim:D10}");

    private sealed record Order(int Triage, int Talk, int Position, int Claim);

    private sealed record Row(
        Order Order, string PublicId, string Slug, string? Title, string Text, string Status, bool Disputed, string? Recheck, bool HasTranscript, bool Withdrawn, ClaimCheckRow? Check);
}
