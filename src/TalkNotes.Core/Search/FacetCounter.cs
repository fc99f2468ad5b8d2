using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Counts the places of a search by talk, speaker, show, year, kind and status.</summary>
internal sealed class FacetCounter(HitFilter filter, LibraryFacts library)
{
    private readonly int[] _byTalk = new int[library.HighestTalk + 1];
    private readonly int[] _bySpeaker = new int[library.HighestSpeaker + 1];
    private readonly int[] _byTalkForShow = new int[library.HighestTalk + 1];
    private readonly int[] _byTalkForYear = new int[library.HighestTalk + 1];
    private readonly int[] _byKind = new int[(int)FactKind.Talk + 1];
    private readonly Dictionary<string, int> _byStatus = new(StringComparer.Ordinal);

    /// <summary>Counts places, talk by talk where their filters allow; returns those that all filters let through.</summary>
    public IdSet Count(IdSet places, PassageMap map)
    {
        var passed = new IdSet(map.Newest);
        var next = -1; // the first place from the run on
        foreach (var run in map.Runs)
        {
            if (next < run.First && (next = places.Next(run.First)) < 0)
            {
                break;
            }

            if (next > run.Last)
            {
                continue;
            }

            if (filter.LooksAtPassages)
            {
                foreach (var id in places.Between(run.First, run.Last))
                {
                    if (Count(map.Facts[id]))
                    {
                        passed.Add(id);
                    }
                }
            }
            else if (CountRun(places, run, map.Facts))
            {
                passed.AddFrom(places, run.First, run.Last);
            }
        }

        return passed;
    }

    /// <summary>Counts a place; says whether all filters let it through.</summary>
    public bool Count(in PassageFacts passage)
    {
        var failures = filter.Failures(passage);
        CountTalk(failures, passage.TalkId, 1);
        if ((failures & ~FilterFields.Speaker) == FilterFields.None && passage.IsSpoken)
        {
            _bySpeaker[passage.SpeakerId]++;
        }

        if ((failures & ~FilterFields.Kind) == FilterFields.None)
        {
            _byKind[KindOf(passage)]++;
        }

        if ((failures & ~FilterFields.Status) == FilterFields.None && passage.ClaimId != 0)
        {
            CountStatus(passage.ClaimId);
        }

        return failures == FilterFields.None;
    }

    /// <summary>Counts places of one talk that fare alike.</summary>
    private bool CountRun(IdSet places, PassageRun run, PassageFacts[] facts)
    {
        var failures = filter.Failures(run.TalkId);
        var count = places.CountIn(run.First, run.Last);
        CountTalk(failures, run.TalkId, count);
        if (failures != FilterFields.None)
        {
            return false;
        }

        _byKind[(int)FactKind.Segment] += run.IsSpoken ? count : 0;
        foreach (var id in places.Between(run.First, run.Last))
        {
            ref readonly var passage = ref facts[id];
            if (run.IsSpoken)
            {
                _bySpeaker[passage.SpeakerId]++;
                continue;
            }

            _byKind[KindOf(passage)]++;
            if (passage.ClaimId != 0)
            {
                CountStatus(passage.ClaimId);
            }
        }

        return true;
    }

    private void CountTalk(FilterFields failures, int talk, int count)
    {
        _byTalk[talk] += (failures & ~FilterFields.Talk) == FilterFields.None ? count : 0;
        _byTalkForShow[talk] += (failures & ~FilterFields.Show) == FilterFields.None ? count : 0;
        _byTalkForYear[talk] += (failures & ~FilterFields.Year) == FilterFields.None ? count : 0;
    }

    private void CountStatus(int claim)
    {
        var status = filter.Statuses.Of(claim);
        _byStatus[status] = _byStatus.GetValueOrDefault(status) + 1;
    }

    private static int KindOf(in PassageFacts passage) => (int)(passage.Kind == FactKind.Bridge ? FactKind.Segment : passage.Kind);

    /// <summary>The counts, largest first.</summary>
    public SearchFacets ToFacets(IReadOnlyCollection<SearchFilter> filters, Glossary glossary)
    {
        bool Chosen(string field, string value) => filters.Any(f => f.Field == field && !f.IsNot && string.Equals(f.Value, value, StringComparison.OrdinalIgnoreCase));
        var chosen = filters.Where(f => f.Field == SearchFields.Speaker && !f.IsNot).SelectMany(f => HitFilter.Speakers(f.Value, library, glossary)).ToHashSet();
        return new SearchFacets
        {
            Talk = [.. library.TalksByLabel.Where(t => _byTalk[t.Id] > 0).OrderByDescending(t => _byTalk[t.Id])
                .Select(t => new Facet(t.Slug, t.Title ?? t.Slug, _byTalk[t.Id], Chosen(SearchFields.Talk, t.Slug)))],
            Speaker = Sorted(Counted(_bySpeaker).Select(c => library.Speakers.TryGetValue(c.Id, out var speaker)
                ? new Facet(speaker.Slug, speaker.Name, c.Count, chosen.Contains(c.Id))
                : new Facet(HitFilter.None, "Not labelled", c.Count, Chosen(SearchFields.Speaker, HitFilter.None)))),
            Show = Sorted(ByTalk(_byTalkForShow, library, t => t.Show)
                .Select(c => new Facet(c.Value ?? HitFilter.None, c.Value ?? "Show not given", c.Count, Chosen(SearchFields.Show, c.Value ?? HitFilter.None)))),
            Year = Sorted(ByTalk(_byTalkForYear, library, t => t.Published?.Year).Select(c => (Value: c.Value?.ToString(CultureInfo.InvariantCulture), c.Count))
                .Select(c => new Facet(c.Value ?? HitFilter.None, c.Value ?? "No published date", c.Count, Chosen(SearchFields.Year, c.Value ?? HitFilter.None)))),
            Kind = Sorted(Counted(_byKind).Select(c => (Kind: (FactKind)c.Id, c.Count))
                .Select(c => new Facet(HitFilter.Word(c.Kind), KindLabel(c.Kind), c.Count, Chosen(SearchFields.Kind, HitFilter.Word(c.Kind))))),
            Status = Sorted(_byStatus.Select(c => new Facet(c.Key, c.Key.Replace('-', ' '), c.Value, Chosen(SearchFields.Status, c.Key)))),
        };
    }

    private static string KindLabel(FactKind kind) => kind switch
    {
        FactKind.Claim => "Claims and summaries",
        FactKind.Talk => "Titles",
        _ => "Said",
    };

    /// <summary>What was counted, by id.</summary>
    private static IEnumerable<(int Id, int Count)> Counted(int[] counts) => counts.Select((count, id) => (Id: id, Count: count)).Where(c => c.Count > 0);

    private static IEnumerable<(T Value, int Count)> ByTalk<T>(int[] counts, LibraryFacts library, Func<TalkFacts, T> value) =>
        library.Talks.Values.Where(t => counts[t.Id] > 0).GroupBy(value).Select(g => (g.Key, g.Sum(t => counts[t.Id])));

    private static List<Facet> Sorted(IEnumerable<Facet> facets) =>
        [.. facets.OrderByDescending(f => f.Count).ThenBy(f => f.Label, StringComparer.Ordinal)];
}
