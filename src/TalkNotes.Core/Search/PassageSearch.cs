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

    /// <summary>Filters that are left out one by one where nothing is found: each is a search.</summary>
    private const int MostWaysOut = 6;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly SearchCaches _caches;
    private readonly GlossaryFile _glossary;

    internal PassageSearch(IDbContextFactory<TalkNotesDb> databases, SearchCaches caches, GlossaryFile glossary) =>
        (_databases, _caches, _glossary) = (databases, caches, glossary);

    /// <summary>Searches. Every query has an answer.</summary>
    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await AnswerAsync(request, ct);
        }
        catch (DamagedFileException) when (_caches.DropDamagedFiles())
        {
            return await SearchAsync(request, ct); // without the files that somebody changed on the disk
        }
    }

    private async Task<SearchResult> AnswerAsync(SearchRequest request, CancellationToken ct)
    {
        using var activity = Telemetry.Activities.StartActivity("search");
        var watch = Stopwatch.StartNew();
        var query = SearchQuery.Parse(request.Query);
        await using var db = await _databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var snapshot = connection.BeginTransaction(deferred: true); // one state of the library for all that follows
        await db.Database.UseTransactionAsync(snapshot, ct);

        using var rows = new RowReader(connection, _caches.Words);
        var scope = new Scope(db, connection, rows);
        var answer = await FindAsync(scope, query, request, ct);
        var help = new SearchHelp(new LibraryVocabulary(connection), _glossary.Current);
        Telemetry.Searches.Record(watch.Elapsed.TotalMilliseconds);
        return answer with
        {
            DidYouMean = answer.Complete < FewPlaces ? help.DidYouMean(query) : null,
            WaysOut = answer.Total == 0 ? await WaysOutAsync(scope, query, request, ct) : [],
            TookMs = Math.Round(watch.Elapsed.TotalMilliseconds, 2),
        };
    }

    private async Task<SearchResult> FindAsync(Scope scope, SearchQuery query, SearchRequest request, CancellationToken ct)
    {
        var (db, connection, rows) = scope;
        var state = SearchState.Read(connection);
        var library = _caches.Library(db, state);
        var files = _caches.Index(connection, state.Words);
        var map = _caches.Passages.Read(connection, state.Words, files);
        var places = _caches.Places(state.Words);
        var glossary = _glossary.Current;
        var filters = query.Filters.AddRange(request.Filters);
        var filter = await HitFilter.CreateAsync(db, filters, library, _caches.Statuses(connection, state), glossary, ct);
        var planner = new QueryPlanner(glossary, new LibraryVocabulary(connection), library.NamesOfPeople, isTolerant: !request.AsWritten);
        var tiers = TitleTiers.Insert(planner.Plan(query), library);
        var facets = new FacetCounter(filter, library);
        var fts = new FtsIndex(connection, places.Limit);
        using var sets = new IdSets(places.Limit);
        var reader = new TierReader(files ?? (IPassageIndex)fts, fts, rows, places, sets);
        var collector = new HitCollector(reader, rows, places, map, facets, tiers, sets);
        var (offset, limit) = (Math.Max(0, request.Offset), Math.Clamp(request.Limit, 1, MostHits));
        collector.Exclude(query.Excluded.Select(QueryPlanner.Excluding), ct);
        if (tiers.Count > 0)
        {
            collector.CollectComplete(enough: Math.Max(offset + limit, Weighed), ct);
        }
        else if (!query.IsEmpty || !filters.IsEmpty)
        {
            collector.CollectAll(fts);
        }

        var complete = collector.Total;
        if (complete < FewPlaces)
        {
            collector.CollectPartial(new PartialPlaces(reader, rows, AskedFor.In(query.Run), places.Passages(connection)), ct);
        }

        var order = new HitOrder(map.Facts, library, tiers, request.Sort);
        var page = Page(order, collector, rows, tiers, (offset, limit), ct);
        var (lists, sizes) = new FacetLists(library, filters, glossary, Math.Max(0, request.FacetValues)).Of(facets.Counts, page.Select(h => h.Passage.Row.TalkId).ToHashSet());
        return new SearchResult
        {
            Query = request.Query,
            Total = collector.Total,
            Complete = complete,
            TookMs = 0,
            Notes = query.Notes,
            Expanded = Expanded(tiers),
            Hits = await new HitBuilder(db, rows, library, filter, tiers).BuildAsync(page, ct),
            Facets = lists,
            FacetSizes = sizes,
        };
    }

    private static List<LocatedHit> Page(HitOrder order, HitCollector found, RowReader rows, List<SearchTier> tiers, (int Offset, int Limit) part, CancellationToken ct)
    {
        var (offset, limit) = part;
        if (!order.ByRelevance)
        {
            return Locate(order.First(found.All(), offset + limit).Skip(offset), rows, tiers);
        }

        var most = Math.Max(Weighed, offset + limit);
        var best = order.First(found.Best(most, ct), most);
        if (offset >= Weighed || tiers.TrueForAll(t => t.IsOneThing))
        {
            return Locate(best.Skip(offset).Take(limit), rows, tiers);
        }

        var weighed = Locate(best.Take(Weighed), rows, tiers).ConvertAll(h => h with { Candidate = h.Weighed(tiers) });
        weighed.Sort((a, b) => Candidate.Compare(a.Candidate, b.Candidate, tiers));
        return [.. weighed.Skip(offset).Take(limit), .. Locate(best.Skip(Math.Max(offset, Weighed)).Take(offset + limit - Math.Max(offset, Weighed)), rows, tiers)];
    }

    /// <summary>Finds the words of candidates again.</summary>
    private static List<LocatedHit> Locate(IEnumerable<Candidate> candidates, RowReader rows, List<SearchTier> tiers)
    {
        var located = new List<LocatedHit>();
        foreach (var candidate in candidates)
        {
            if (rows.Passage(candidate.Id) is { } text)
            {
                located.Add(new LocatedHit(candidate, text, tiers.Count == 0 ? null : TextMatcher.Find(text.Row.Text, text.Tokens, tiers[candidate.Tier].AsMarked)));
            }
        }

        return located;
    }

    /// <summary>For a query that finds nothing: the same without one of its filters.</summary>
    private async Task<List<SearchWayOut>> WaysOutAsync(Scope scope, SearchQuery query, SearchRequest request, CancellationToken ct)
    {
        var ways = new List<SearchWayOut>();
        foreach (var filter in query.Filters.Where(_ => !query.Groups.IsEmpty).Take(MostWaysOut))
        {
            var rest = query with { Filters = query.Filters.Remove(filter) };
            var total = (await FindAsync(scope, rest, request with { Limit = 1, Offset = 0 }, ct)).Total;
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

    /// <summary>One state of the library that a whole search sees.</summary>
    private sealed record Scope(TalkNotesDb Db, SqliteConnection Connection, RowReader Rows);
}
