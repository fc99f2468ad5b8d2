using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Turns counts into the lists that people choose from.</summary>
/// <param name="library">Talks and people.</param>
/// <param name="filters">Those in force.</param>
/// <param name="glossary">What names mean.</param>
/// <param name="most">Values of a list of talks, speakers, shows or years at most; beyond, those that are chosen or stand on the page.</param>
internal sealed class FacetLists(LibraryFacts library, IReadOnlyCollection<SearchFilter> filters, Glossary glossary, int most)
{
    /// <summary>The lists, each with the largest first.</summary>
    /// <param name="counts">What was counted.</param>
    /// <param name="onPage">Talks whose places are shown.</param>
    public (SearchFacets Lists, FacetSizes Sizes) Of(FacetCounts counts, IReadOnlySet<int> onPage)
    {
        var speakers = filters.Where(f => f.Field == SearchFields.Speaker && !f.IsNot).SelectMany(f => HitFilter.Speakers(f.Value, library, glossary)).ToHashSet();
        var byTalk = library.TalksByLabel.Where(t => counts.ByTalk[t.Id] > 0).Select(t => new Counted(counts.ByTalk[t.Id], t.Title ?? t.Slug, t.Id));
        var bySpeaker = Positive(counts.BySpeaker).Select(c => c with { Label = library.Speakers.TryGetValue(c.Id, out var speaker) ? speaker.Name : "Not labelled" });
        var byShow = Positive(Sums(counts.ByTalkForShow, t => t.ShowIndex, library.Shows.Length)).Select(c => c with { Label = library.Shows[c.Id] ?? "Show not given" });
        var byYear = Positive(Sums(counts.ByTalkForYear, t => t.Published?.Year ?? 0, DateOnly.MaxValue.Year + 1))
            .Select(c => c with { Label = c.Id == 0 ? "No published date" : c.Id.ToString(CultureInfo.InvariantCulture) });
        var (talks, talkCount) = List(byTalk, c => (library.Talks[c.Id].Slug, IsChosen(SearchFields.Talk, library.Talks[c.Id].Slug)), onPage.Contains);
        var (people, personCount) = List(bySpeaker, c => library.Speakers.TryGetValue(c.Id, out var speaker)
            ? (speaker.Slug, speakers.Contains(c.Id)) : (HitFilter.None, IsChosen(SearchFields.Speaker, HitFilter.None)));
        var (shows, showCount) = List(byShow, c => (library.Shows[c.Id] ?? HitFilter.None, IsChosen(SearchFields.Show, library.Shows[c.Id] ?? HitFilter.None)));
        var (years, yearCount) = List(byYear, c => (c.Id == 0 ? HitFilter.None : c.Label, IsChosen(SearchFields.Year, c.Id == 0 ? HitFilter.None : c.Label)));
        return (new SearchFacets
        {
            Talk = talks,
            Speaker = people,
            Show = shows,
            Year = years,
            Kind = List(Positive(counts.ByKind).Select(c => c with { Label = KindLabel((FactKind)c.Id) }), c => (HitFilter.Word((FactKind)c.Id), IsChosen(SearchFields.Kind, HitFilter.Word((FactKind)c.Id))), isOnPage: null, int.MaxValue).Facets,
            Status = List(Positive(counts.ByStatus).Select(c => c with { Label = ClaimStatuses.Words[c.Id].Replace('-', ' ') }), c => (ClaimStatuses.Words[c.Id], IsChosen(SearchFields.Status, ClaimStatuses.Words[c.Id])), isOnPage: null, int.MaxValue).Facets,
        }, new FacetSizes(talkCount, personCount, showCount, yearCount));
    }

    private static string KindLabel(FactKind kind) => kind switch
    {
        FactKind.Claim => "Claims and summaries",
        FactKind.Talk => "Titles",
        _ => "Said",
    };

    private bool IsChosen(string field, string value) => filters.Any(f => f.Field == field && !f.IsNot && string.Equals(f.Value, value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first of a list, and how many values it has.</summary>
    private (List<Facet> Facets, int Size) List(IEnumerable<Counted> all, Func<Counted, (string Value, bool IsChosen)> value, Func<int, bool>? isOnPage = null) => List(all, value, isOnPage, most);

    private (List<Facet> Facets, int Size) List(IEnumerable<Counted> all, Func<Counted, (string Value, bool IsChosen)> value, Func<int, bool>? isOnPage, int atMost)
    {
        var last = Comparer<Counted>.Create((a, b) => Counted.Compare(b, a));
        var kept = new PriorityQueue<Counted, Counted>(last); // whoever is to go first is at its head
        var shown = new List<Counted>();
        var (size, least) = (0, 0); // the smallest count that is kept once all places are taken
        foreach (var counted in all)
        {
            size++;
            var left = counted;
            if (kept.Count < atMost)
            {
                kept.Enqueue(counted, counted);
                least = kept.Count == atMost ? kept.Peek().Count : 0;
                continue;
            }

            if (atMost > 0 && counted.Count >= least && Counted.Compare(counted, kept.Peek()) < 0)
            {
                left = kept.DequeueEnqueue(counted, counted);
                least = kept.Peek().Count;
            }

            if (isOnPage?.Invoke(left.Id) == true || (filters.Count > 0 && value(left).IsChosen))
            {
                shown.Add(left);
            }
        }

        shown.AddRange(kept.UnorderedItems.Select(i => i.Element));
        shown.Sort(Counted.Compare);
        return (shown.ConvertAll(c => new Facet(value(c).Value, c.Label, c.Count, value(c).IsChosen)), size);
    }

    private int[] Sums(int[] byTalk, Func<TalkFacts, int> group, int groups)
    {
        var sums = new int[groups];
        foreach (var talk in library.TalksByLabel)
        {
            sums[group(talk)] += byTalk[talk.Id];
        }

        return sums;
    }

    private static List<Counted> Positive(int[] counts)
    {
        var positive = new List<Counted>();
        for (var id = 0; id < counts.Length; id++)
        {
            if (counts[id] > 0)
            {
                positive.Add(new Counted(counts[id], "", id));
            }
        }

        return positive;
    }

    /// <summary>A value, by what it is ordered by.</summary>
    private readonly record struct Counted(int Count, string Label, int Id)
    {
        public static int Compare(Counted a, Counted b) =>
            a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Label, b.Label) is not 0 and var byLabel ? byLabel : a.Id.CompareTo(b.Id);
    }
}
