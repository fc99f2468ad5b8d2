namespace TalkNotes.Core.Search;

/// <summary>The best places that have only most of what was asked, words weighed by how rare they are.</summary>
internal sealed class PartialPlaces(TierReader reader, RowReader rows, AskedFor asked, int passages)
{
    /// <summary>So many of the best are looked at.</summary>
    private const int MostLookedAt = 200;

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
        var having = tier.Units.Select(u => reader.Having(u, bridges: false, ct)).ToArray();
        foreach (var (id, score) in reader.BestOfAny(areFew ? tier.Units : Needed(tier, weights), weighed: areFew, MostLookedAt, ct).Where(p => isNew(p.Id)))
        {
            var share = weights.Where((_, u) => having[u].Contains(id)).Sum() / all;
            if (share >= LeastShare)
            {
                yield return new ScoredId(id, score * share * (IsAnswer(id) ? AnswerBonus : 1));
            }
        }
    }

    private bool IsAnswer(int id) => !asked.Words.IsEmpty && rows.Passage(id) is { } text && asked.IsAnsweredBy(text.Tokens);

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
