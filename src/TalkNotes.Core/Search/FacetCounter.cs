using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Counts the places of a search by talk, speaker, show, year, kind and status.</summary>
internal sealed class FacetCounter(HitFilter filter)
{
    private readonly Dictionary<int, int> _byTalk = [];
    private readonly Dictionary<int, int> _bySpeaker = [];
    private readonly Dictionary<int, int> _byTalkForShow = [];
    private readonly Dictionary<int, int> _byTalkForYear = [];
    private readonly Dictionary<FactKind, int> _byKind = [];
    private readonly Dictionary<string, int> _byStatus = new(StringComparer.Ordinal);

    /// <summary>Counts a place; says whether all filters let it through.</summary>
    public bool Count(in PassageFacts passage)
    {
        var failures = filter.Failures(passage);
        if ((failures & ~FilterFields.Talk) == FilterFields.None)
        {
            Add(_byTalk, passage.TalkId);
        }

        if ((failures & ~FilterFields.Speaker) == FilterFields.None && passage.IsSpoken)
        {
            Add(_bySpeaker, passage.SpeakerId);
        }

        if ((failures & ~FilterFields.Show) == FilterFields.None)
        {
            Add(_byTalkForShow, passage.TalkId);
        }

        if ((failures & ~FilterFields.Year) == FilterFields.None)
        {
            Add(_byTalkForYear, passage.TalkId);
        }

        if ((failures & ~FilterFields.Kind) == FilterFields.None)
        {
            Add(_byKind, passage.Kind == FactKind.Bridge ? FactKind.Segment : passage.Kind);
        }

        if ((failures & ~FilterFields.Status) == FilterFields.None && passage.ClaimId != 0)
        {
            Add(_byStatus, filter.Statuses.GetValueOrDefault(passage.ClaimId, "unverified"));
        }

        return failures == FilterFields.None;
    }

    /// <summary>The counts, largest first.</summary>
    public SearchFacets ToFacets(LibraryFacts library, IReadOnlyCollection<SearchFilter> filters)
    {
        bool Chosen(string field, string value) => filters.Any(f => f.Field == field && !f.IsNot && string.Equals(f.Value, value, StringComparison.OrdinalIgnoreCase));
        bool Speaks(int id) => filters.Any(f => f.Field == SearchFields.Speaker && !f.IsNot && HitFilter.Speakers(f.Value, library, Glossary.Empty).Contains(id));
        return new SearchFacets
        {
            Talk = Sorted(_byTalk.Where(c => library.Talks.ContainsKey(c.Key)).Select(c => (library.Talks[c.Key], c.Value))
                .Select(c => new Facet(c.Item1.Slug, c.Item1.Title ?? c.Item1.Slug, c.Value, Chosen(SearchFields.Talk, c.Item1.Slug)))),
            Speaker = Sorted(_bySpeaker.Select(c => library.Speakers.TryGetValue(c.Key, out var speaker)
                ? new Facet(speaker.Slug, speaker.Name, c.Value, Speaks(c.Key))
                : new Facet(HitFilter.None, "Not labelled", c.Value, Chosen(SearchFields.Speaker, HitFilter.None)))),
            Show = Sorted(ByTalk(_byTalkForShow, library, t => t.Show)
                .Select(c => new Facet(c.Value ?? HitFilter.None, c.Value ?? "Show not given", c.Count, Chosen(SearchFields.Show, c.Value ?? HitFilter.None)))),
            Year = Sorted(ByTalk(_byTalkForYear, library, t => t.Published?.Year.ToString(CultureInfo.InvariantCulture))
                .Select(c => new Facet(c.Value ?? HitFilter.None, c.Value ?? "No published date", c.Count, Chosen(SearchFields.Year, c.Value ?? HitFilter.None)))),
            Kind = Sorted(_byKind.Select(c => new Facet(HitFilter.Word(c.Key), KindLabel(c.Key), c.Value, Chosen(SearchFields.Kind, HitFilter.Word(c.Key))))),
            Status = Sorted(_byStatus.Select(c => new Facet(c.Key, c.Key.Replace('-', ' '), c.Value, Chosen(SearchFields.Status, c.Key)))),
        };
    }

    private static string KindLabel(FactKind kind) => kind switch
    {
        FactKind.Claim => "Claims and summaries",
        FactKind.Talk => "Titles",
        _ => "Said",
    };

    private static IEnumerable<(string? Value, int Count)> ByTalk(Dictionary<int, int> counts, LibraryFacts library, Func<TalkFacts, string?> value) =>
        counts.Where(c => library.Talks.ContainsKey(c.Key)).GroupBy(c => value(library.Talks[c.Key])).Select(g => (g.Key, g.Sum(c => c.Value)));

    private static List<Facet> Sorted(IEnumerable<Facet> facets) =>
        [.. facets.OrderByDescending(f => f.Count).ThenBy(f => f.Label, StringComparer.Ordinal)];

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
