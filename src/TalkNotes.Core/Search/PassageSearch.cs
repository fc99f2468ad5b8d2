using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search;

/// <summary>Search: a query in, places out. See docs/search.md for matching and ranking.</summary>
public sealed class PassageSearch
{
    /// <summary>So many of the best places are weighed again by how close their words stand.</summary>
    private const int Weighed = 60;

    /// <summary>With fewer complete places than this, places with most of the words are shown too.</summary>
    private const int FewPlaces = 10;

    private const int MostHits = 200;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly SearchCaches _caches;
    private readonly GlossaryFile _glossary;

    internal PassageSearch(IDbContextFactory<TalkNotesDb> databases, SearchCaches caches, GlossaryFile glossary) =>
        (_databases, _caches, _glossary) = (databases, caches, glossary);

    /// <summary>Searches. Every query has an answer.</summary>
    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var watch = Stopwatch.StartNew();
        var query = SearchQuery.Parse(request.Query);
        await using var db = await _databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var snapshot = connection.BeginTransaction(deferred: true); // one state of the library for all that follows
        await db.Database.UseTransactionAsync(snapshot, ct);

        var answer = await FindAsync(db, connection, query, request, ct);
        var help = new SearchHelp(new LibraryVocabulary(connection), _glossary.Current);
        var fewest = answer.Complete < FewPlaces;
        return answer with
        {
            DidYouMean = fewest ? help.DidYouMean(query) : null,
            WaysOut = answer.Total == 0 ? await WaysOutAsync(db, connection, query, request, ct) : [],
            TookMs = Math.Round(watch.Elapsed.TotalMilliseconds, 2),
        };
    }

    private async Task<SearchResult> FindAsync(TalkNotesDb db, SqliteConnection connection, SearchQuery query, SearchRequest request, CancellationToken ct)
    {
        var library = _caches.Library(db);
        var facts = _caches.Passages.Read(db);
        var glossary = _glossary.Current;
        var filters = query.Filters.AddRange(request.Filters);
        var filter = await HitFilter.CreateAsync(db, filters, library, glossary, ct);
        var planner = new QueryPlanner(glossary, new LibraryVocabulary(connection), library.NamesOfPeople, isTolerant: !request.AsWritten);
        var tiers = planner.Plan(query);
        var facets = new FacetCounter(filter);
        tiers = TitleTiers.Insert(tiers, library);
        var collector = new HitCollector(db, connection, facts, facets, tiers, AskedFor.In(query.Run));
        var (offset, limit) = (Math.Max(0, request.Offset), Math.Clamp(request.Limit, 1, MostHits));
        if (tiers.Count > 0)
        {
            await collector.CollectCompleteAsync(enough: Math.Max(offset + limit, Weighed), ct);
        }
        else if (!query.IsEmpty || !filters.IsEmpty)
        {
            await collector.CollectAllAsync(query.Excluded.Select(QueryPlanner.Excluding), ct);
        }

        var complete = collector.Candidates.Count;
        if (complete < FewPlaces)
        {
            await collector.CollectPartialAsync(ct);
        }

        var page = await PageAsync(db, collector.Candidates, facts, library, tiers, request.Sort, offset, limit, ct);
        var hits = await new HitBuilder(db, library, filter, tiers).BuildAsync(page, ct);
        return new SearchResult
        {
            Query = request.Query,
            Total = collector.Candidates.Count,
            Complete = complete,
            TookMs = 0,
            Expanded = Expanded(tiers),
            Hits = hits,
            Facets = facets.ToFacets(library, filters),
        };
    }

    private static async Task<List<LocatedHit>> PageAsync(
        TalkNotesDb db, List<Candidate> candidates, PassageFacts[] facts, LibraryFacts library, List<SearchTier> tiers, SearchSort sort, int offset, int limit, CancellationToken ct)
    {
        var ordered = Ordered(candidates, facts, library, tiers, sort);
        if (sort != SearchSort.Relevance || tiers.Count == 0 || offset >= Weighed)
        {
            return await LocateAsync(db, ordered.Skip(offset).Take(limit).ToList(), tiers, ct);
        }

        var best = await LocateAsync(db, ordered.Take(Math.Max(Weighed, offset + limit)).ToList(), tiers, ct);
        var weighed = best.Take(Weighed).Select(h => h with { Candidate = h.Weighed(tiers) })
            .Order(Comparer<LocatedHit>.Create((a, b) => Candidate.Compare(a.Candidate, b.Candidate, tiers)));
        return [.. weighed.Concat(best.Skip(Weighed)).Skip(offset).Take(limit)];
    }

    private static IEnumerable<Candidate> Ordered(List<Candidate> candidates, PassageFacts[] facts, LibraryFacts library, List<SearchTier> tiers, SearchSort sort) => sort switch
    {
        SearchSort.Date => candidates.OrderByDescending(c => library.Talks[facts[c.Id].TalkId].Published ?? DateOnly.MinValue)
            .ThenBy(c => facts[c.Id].TalkId).ThenBy(c => c.Id),
        SearchSort.Position => candidates.OrderBy(c => facts[c.Id].TalkId).ThenBy(c => c.Id),
        _ => tiers.Count == 0 ? candidates : candidates.Order(Comparer<Candidate>.Create((a, b) => Candidate.Compare(a, b, tiers))),
    };

    /// <summary>Finds the words again. A candidate whose words are not meant (a number that is a quantity) is left out.</summary>
    private static async Task<List<LocatedHit>> LocateAsync(TalkNotesDb db, List<Candidate> candidates, List<SearchTier> tiers, CancellationToken ct)
    {
        var texts = await PassageText.LoadAsync(db, candidates.ConvertAll(c => c.Id), ct);
        var located = new List<LocatedHit>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (!texts.TryGetValue(candidate.Id, out var text))
            {
                continue;
            }

            var match = tiers.Count == 0 ? null : TextMatcher.Find(text.Row.Text, text.Tokens, tiers[candidate.Tier].AsMarked);
            if (match is not null || tiers.Count == 0)
            {
                located.Add(new LocatedHit(candidate, text, match));
            }
        }

        return located;
    }

    /// <summary>For a query that finds nothing: the same without one of its filters.</summary>
    private async Task<List<SearchWayOut>> WaysOutAsync(TalkNotesDb db, SqliteConnection connection, SearchQuery query, SearchRequest request, CancellationToken ct)
    {
        var ways = new List<SearchWayOut>();
        foreach (var filter in query.Filters.Where(_ => !query.Groups.IsEmpty))
        {
            var rest = query with { Filters = query.Filters.Remove(filter) };
            var total = (await FindAsync(db, connection, rest, request with { Limit = 1, Offset = 0 }, ct)).Total;
            if (total > 0)
            {
                ways.Add(new SearchWayOut(SearchQueryText.Write(rest), SearchQueryText.Write(filter), total));
            }
        }

        return ways;
    }

    private static List<string> Expanded(List<SearchTier> tiers) =>
        [.. tiers.SelectMany(t => t.Units).SelectMany(u => u.Forms)
            .Where(f => f.Kind is MatchKind.Glossary or MatchKind.SoundsAlike or MatchKind.Short or MatchKind.Heard or MatchKind.Joined)
            .Select(f => f.Spelling).Distinct(StringComparer.Ordinal)];
}
