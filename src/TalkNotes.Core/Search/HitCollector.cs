using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search;

/// <summary>Goes through the tiers of a search and keeps what the filters let through, each place once.</summary>
internal sealed class HitCollector(TalkNotesDb db, SqliteConnection connection, PassageFacts[] facts, FacetCounter facets, List<SearchTier> tiers, AskedFor asked)
{
    /// <summary>Bridges beside a passage that matches are looked at word by word; beyond so many they count as the same place.</summary>
    private const int MostBridgesRead = 300;

    /// <summary>Best places that have only most of the words.</summary>
    private const int MostPartial = 200;

    /// <summary>A place must have this share of what was asked, words weighed by how rare they are.</summary>
    private const double LeastShare = 0.3;

    /// <summary>A place with the kind of thing that a question asks for counts so much more.</summary>
    private const double AnswerBonus = 1.5;

    private readonly HashSet<long> _seen = [];

    /// <summary>What was found, in no order.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Collects from every complete tier; relevance is worked out until <paramref name="enough"/> spoken places are known.</summary>
    public async Task CollectCompleteAsync(int enough, CancellationToken ct)
    {
        for (var tier = 0; tier < tiers.Count && !tiers[tier].IsPartial; tier++)
        {
            await CollectAsync(tier, scored: Candidates.Count(c => c.IsSpoken) < enough, ct);
        }
    }

    /// <summary>Collects every passage, for a query of filters alone, but for those that have what is left out.</summary>
    public async Task CollectAllAsync(IEnumerable<SearchUnit> excluded, CancellationToken ct)
    {
        foreach (var unit in excluded)
        {
            _seen.UnionWith(FtsReader.Read(connection, new SearchTier([unit]).Match(scored: false), bridges: false, scored: false, ct).Select(c => c.Id));
        }

        foreach (var id in await db.Passages.Where(p => p.Kind != PassageKind.Bridge).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct))
        {
            Add(id, tier: 0, score: 0);
        }
    }

    /// <summary>Adds the best places that have most of the words.</summary>
    public async Task CollectPartialAsync(CancellationToken ct)
    {
        var tier = tiers.Count - 1;
        if (tier < 0 || !tiers[tier].IsPartial)
        {
            return;
        }

        var best = FtsReader.Read(connection, tiers[tier].Match(scored: true), bridges: false, scored: true, ct)
            .Where(c => !_seen.Contains(c.Id) && facts[c.Id].Kind != FactKind.None)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Id).Take(MostPartial).ToList();
        var texts = await PassageText.LoadAsync(db, best.ConvertAll(c => c.Id), ct);
        var weights = Weights(tiers[tier]);
        foreach (var (id, score) in best)
        {
            if (texts.TryGetValue(id, out var text) && TextMatcher.Find(text.Row.Text, text.Tokens, tiers[tier]) is { } match)
            {
                var share = match.Found.Select(f => f.Unit).Distinct().Sum(u => weights[u]) / weights.Sum();
                if (share >= LeastShare)
                {
                    Add(id, tier, score * share * (asked.IsAnsweredBy(text.Tokens) ? AnswerBonus : 1));
                }
            }
        }
    }

    private async Task CollectAsync(int tier, bool scored, CancellationToken ct)
    {
        var only = tiers[tier].OnlyIn ?? TalksNaming(tiers[tier], ct);
        var match = tiers[tier].Match(scored);
        foreach (var (id, score) in FtsReader.Read(connection, match, bridges: false, scored, ct))
        {
            if (only is null || only.Contains(facts[id].TalkId))
            {
                Add(id, tier, score);
            }
        }

        if (tiers[tier].NeedsBridges)
        {
            await CollectBridgesAsync(tier, match, scored, only, ct);
        }
    }

    /// <summary>A bridge is a place of its own when no passage it touches has the match, or when the words lie over the border.</summary>
    private async Task CollectBridgesAsync(int tier, string match, bool scored, HashSet<int>? only, CancellationToken ct)
    {
        var doubtful = new List<(long Id, double Score)>();
        foreach (var (id, score) in FtsReader.Read(connection, match, bridges: true, scored, ct))
        {
            var bridge = facts[id];
            if (_seen.Contains(id) || (only is not null && !only.Contains(bridge.TalkId)))
            {
                continue;
            }

            if (!TouchesSeen(id, bridge))
            {
                Add(id, tier, score);
            }
            else if (tiers[tier].IsOneThing && doubtful.Count < MostBridgesRead)
            {
                doubtful.Add((id, score));
            }
        }

        var texts = await PassageText.LoadAsync(db, doubtful.ConvertAll(d => d.Id), ct);
        foreach (var (id, score) in doubtful)
        {
            if (texts.TryGetValue(id, out var text) && TextMatcher.Find(text.Row.Text, text.Tokens, tiers[tier]) is { } found && text.CrossesBorder(found))
            {
                Add(id, tier, score);
            }
        }
    }

    /// <summary>How rare each unit is: the rarest word of its inflected form.</summary>
    private double[] Weights(SearchTier tier)
    {
        var vocabulary = new LibraryVocabulary(connection);
        var weights = new double[tier.Units.Length];
        for (var u = 0; u < weights.Length; u++)
        {
            var rarest = facts.Length;
            foreach (var stem in tier.Units[u].Forms.FirstOrDefault(f => f.Kind == MatchKind.Inflected)?.Words ?? [])
            {
                rarest = Math.Min(rarest, vocabulary.Count(stem, isStem: true));
            }

            weights[u] = Math.Log(1 + (facts.Length / (1.0 + rarest)));
        }

        return weights;
    }

    private bool TouchesSeen(long id, PassageFacts bridge)
    {
        for (var other = id - bridge.Back; other <= id + bridge.Ahead; other++)
        {
            if (other != id && facts[other].Kind == FactKind.Segment && _seen.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Talks that name everything a short form could stand for; null when the tier counts everywhere.</summary>
    private HashSet<int>? TalksNaming(SearchTier tier, CancellationToken ct)
    {
        HashSet<int>? talks = null;
        foreach (var unit in tier.OnlyWhereNamed)
        {
            var naming = FtsReader.Read(connection, new SearchTier([unit]).Match(scored: false), bridges: false, scored: false, ct).Select(c => facts[c.Id].TalkId).ToHashSet();
            talks = talks is null ? naming : [.. talks.Intersect(naming)];
        }

        return talks;
    }

    private void Add(long id, int tier, double score)
    {
        var passage = facts[id];
        if (passage.Kind != FactKind.None && _seen.Add(id) && facets.Count(passage))
        {
            Candidates.Add(new Candidate(id, tier, passage.IsSpoken, score));
        }
    }
}
