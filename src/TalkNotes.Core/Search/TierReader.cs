using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search;

/// <summary>
/// Which passages (or bridges) satisfy a tier. Exact, but it asks the index as little as it can: words that tell are
/// asked for and weighed; stop words, which stand nearly everywhere, are looked up in the few texts that are left or in
/// <see cref="WordPlaces"/>; a long run of words is found by those that tell and then read.
/// </summary>
internal sealed class TierReader(SqliteConnection connection, RowReader rows, WordPlaces places)
{
    /// <summary>So many texts are read rather than asking the index again.</summary>
    private const int MostRead = 200;

    /// <summary>Relevance is worked out for at most so many matches of one thing; the rest are equals, in reading order.</summary>
    private const int MostScored = 5_000;

    /// <summary>A run of so many words is rare even when each of them is common.</summary>
    private const int LongRun = 4;

    private readonly Dictionary<FtsQuery, List<ScoredId>> _answers = [];

    /// <summary>What satisfies a tier; relevance is 0 where it is not asked for or tells nothing.</summary>
    public List<ScoredId> Read(SearchTier tier, bool bridges, bool scored, CancellationToken ct) => tier switch
    {
        { OnlyIn: { } talks } => [.. talks.Select(rows.PassagesOf).Order().SelectMany(p => ReadIn(p.First, p.Last, tier, bridges, scored, ct))],
        { IsOneThing: true } => ReadOne(tier, bridges, scored, ct),
        _ => ReadAll(tier, bridges, scored, ct),
    };

    /// <summary>The best of those that have any of the units.</summary>
    public List<ScoredId> Best(IEnumerable<SearchUnit> units, bool weighed, int most, CancellationToken ct) =>
        [.. Ask(new FtsQuery(string.Join(" OR ", units.Select(u => u.Match(weighed))), Bridges: false, Scored: true), ct).OrderByDescending(c => c.Score).ThenBy(c => c.Id).Take(most)];

    /// <summary>Passages that have any form of a unit.</summary>
    public IdSet Having(SearchUnit unit, bool bridges, CancellationToken ct)
    {
        var all = new IdSet(places.Limit);
        if (!unit.Near.IsEmpty)
        {
            all.UnionWith(places.Of(connection, unit.Match(), bridges, ct));
            return all;
        }

        foreach (var form in unit.Distinct)
        {
            all.UnionWith(places.Of(connection, form.Match(), bridges, ct));
        }

        return all;
    }

    private IEnumerable<ScoredId> ReadIn(int first, int last, SearchTier tier, bool bridges, bool scored, CancellationToken ct)
    {
        var found = Ask(new FtsQuery(And(tier.Units.Where(QueryPlanner.IsTelling), scored), bridges, scored) { First = first, Last = last }, ct);
        return found.Where(c => Satisfies(c.Id, tier));
    }

    private List<ScoredId> ReadOne(SearchTier tier, bool bridges, bool scored, CancellationToken ct)
    {
        var unit = tier.Units[0];
        if (unit.Near.IsEmpty && unit.Forms is [{ Words.Length: > 1 } run] && ReadRun(tier, run, bridges, scored, ct) is { } found)
        {
            return found;
        }

        if (!unit.IsOneWord || unit.Forms.Any(f => f.IsPrefix))
        {
            return Capped(unit.Match(), bridges, scored, ct);
        }

        if (!scored)
        {
            return All(Having(unit, bridges, ct));
        }

        var rare = Rare(unit, ct);
        return rare.Count == 0 ? Capped(unit.Match(), bridges, scored, ct)
            : rare.Count == unit.Forms.Length ? Ask(new FtsQuery(unit.Match(), bridges, Scored: true), ct)
            : WithRest(Ask(new FtsQuery(new SearchUnit(unit.Label, rare).Match(), bridges, Scored: true), ct), Having(unit, bridges, ct));
    }

    /// <summary>The rarest forms, as many as have few enough places together to weigh them all.</summary>
    private List<UnitForm> Rare(SearchUnit unit, CancellationToken ct)
    {
        var rare = new List<UnitForm>();
        var sum = 0;
        foreach (var (form, count) in unit.Forms.Select(f => (f, Count: places.Count(connection, f.Match(), ct))).OrderBy(f => f.Count))
        {
            sum += count;
            if (sum <= MostScored)
            {
                rare.Add(form);
            }
        }

        return rare;
    }

    /// <summary>A run of words: passages with its words, the telling ones first, read word by word. Null when they are too many.</summary>
    private List<ScoredId>? ReadRun(SearchTier tier, UnitForm run, bool bridges, bool scored, CancellationToken ct)
    {
        var typed = tier.Marked?.Forms[0].Words.Length == run.Words.Length ? tier.Marked.Forms[0].Words : run.Words;
        var words = typed.Distinct().Select(w => new SearchUnit(w, [WordForms.Exact([w]), WordForms.Inflected([w])])).ToList();
        var telling = words.FindAll(QueryPlanner.IsTelling);
        if (telling.Count > 0 && Few(telling, tier, bridges, scored, ct) is { } few)
        {
            return few;
        }

        return words.Count >= LongRun && HavingAll(words, bridges, ct) is { Count: <= MostRead } all ? All(all).FindAll(c => Satisfies(c.Id, tier)) : null;
    }

    private List<ScoredId> ReadAll(SearchTier tier, bool bridges, bool scored, CancellationToken ct)
    {
        var telling = tier.Units.Where(QueryPlanner.IsTelling).ToImmutableArray();
        if (!telling.IsEmpty && Few(telling, tier, bridges, scored, ct) is { } few)
        {
            return few;
        }

        var all = HavingAll(tier.Units, bridges, ct);
        if (telling.IsEmpty || all.Count <= MostRead || !scored)
        {
            return All(all);
        }

        return WithRest(Ask(new FtsQuery(And(telling, weighed: false), bridges, scored) { Most = MostScored }, ct).FindAll(c => all.Contains(c.Id)), all);
    }

    /// <summary>What satisfies a tier among the places that have its words that tell; null when those are too many to read.</summary>
    private List<ScoredId>? Few(IEnumerable<SearchUnit> telling, SearchTier tier, bool bridges, bool scored, CancellationToken ct)
    {
        var candidates = Ask(new FtsQuery(And(telling, scored), bridges, scored) { Most = MostRead + 1 }, ct);
        return candidates.Count > MostRead ? null : tier.Units.All(QueryPlanner.IsTelling) && !tier.IsOneThing ? candidates : candidates.FindAll(c => Satisfies(c.Id, tier));
    }

    private bool Satisfies(int id, SearchTier tier) => rows.Passage(id) is { } text && TextMatcher.Find(text.Row.Text, text.Tokens, tier) is not null;

    private IdSet HavingAll(IReadOnlyList<SearchUnit> units, bool bridges, CancellationToken ct)
    {
        var all = Having(units[0], bridges, ct);
        foreach (var unit in units.Skip(1))
        {
            all.IntersectWith(Having(unit, bridges, ct));
        }

        return all;
    }

    /// <summary>Equals, in reading order.</summary>
    private static List<ScoredId> All(IdSet ids) => [.. ids.Ascending().Select(id => new ScoredId(id, 1))];

    /// <summary>Weighs as many as may be, and adds the rest.</summary>
    private List<ScoredId> Capped(string match, bool bridges, bool scored, CancellationToken ct)
    {
        var best = Ask(new FtsQuery(match, bridges, scored) { Most = scored ? MostScored : -1 }, ct);
        return best.Count < MostScored || !scored ? best : WithRest(best, places.Of(connection, match, bridges, ct));
    }

    private List<ScoredId> WithRest(List<ScoredId> best, IdSet all)
    {
        var known = new IdSet(places.Limit);
        best.ForEach(c => known.Add(c.Id));
        return [.. best, .. all.Ascending().Where(id => !known.Contains(id)).Select(id => new ScoredId(id, 0))];
    }

    private List<ScoredId> Ask(FtsQuery query, CancellationToken ct)
    {
        if (!_answers.TryGetValue(query, out var answer))
        {
            _answers[query] = answer = FtsReader.Read(connection, query, ct);
        }

        return answer;
    }

    private static string And(IEnumerable<SearchUnit> units, bool weighed) => string.Join(" AND ", units.Select(u => u.Match(weighed)));
}
