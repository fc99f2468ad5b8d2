namespace TalkNotes.Core.Search;

/// <summary>The best places that have only most of what was asked, words weighed by how rare they are.</summary>
internal sealed class PartialPlaces(TierReader reader, RowReader rows, AskedFor asked, int passages)
{
    /// <summary>So many of the best are read.</summary>
    private const int MostRead = 200;

    /// <summary>A place must have this share of what was asked.</summary>
    private const double LeastShare = 0.3;

    /// <summary>A place with the kind of thing that a question asks for counts so much more.</summary>
    private const double AnswerBonus = 1.5;

    /// <summary>Up to so many matches every word is asked for; beyond, only those without which no place has its share.</summary>
    private const int FewMatches = 4_000;

    /// <summary>The places of a tier, each with its relevance.</summary>
    public IEnumerable<ScoredId> Of(SearchTier tier, Func<int, bool> isNew, CancellationToken ct)
    {
        var counts = tier.Units.Select(u => Count(u, ct)).ToArray();
        var weights = counts.Select(c => Math.Log(1 + (passages / (1.0 + c)))).ToArray();
        var all = weights.Sum();
        var areFew = counts.Sum() <= FewMatches;
        foreach (var (id, score) in reader.BestOfAny(areFew ? tier.Units : Needed(tier, weights), weighed: areFew, MostRead, ct).Where(p => isNew(p.Id)))
        {
            if (rows.Passage(id) is { } text && TextMatcher.Find(text.Row.Text, text.Tokens, tier) is { } match)
            {
                var share = match.Found.Select(f => f.Unit).Distinct().Sum(u => weights[u]) / all;
                if (share >= LeastShare)
                {
                    yield return new ScoredId(id, score * share * (asked.IsAnsweredBy(text.Tokens) ? AnswerBonus : 1));
                }
            }
        }
    }

    /// <summary>The weightiest units: with only the others no place has its share.</summary>
    private static List<SearchUnit> Needed(SearchTier tier, double[] weights)
    {
        var rest = weights.Sum();
        var least = LeastShare * rest;
        var needed = new List<SearchUnit>();
        foreach (var u in Enumerable.Range(0, weights.Length).OrderByDescending(u => weights[u]))
        {
            if (rest >= least)
            {
                needed.Add(tier.Units[u]);
            }

            rest -= weights[u];
        }

        return needed;
    }

    /// <summary>How often the rarest word of a unit's inflected form stands anywhere.</summary>
    private int Count(SearchUnit unit, CancellationToken ct)
    {
        var stems = unit.Forms.FirstOrDefault(f => f.Kind == MatchKind.Inflected)?.Words ?? [];
        return stems.Select(s => reader.Count(new UnitForm([s], MatchKind.Inflected, IsStem: true), ct)).Append(passages).Min();
    }
}
