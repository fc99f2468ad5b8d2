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

    /// <summary>Counts a place; says whether all filters let it through.</summary>
    public bool Count(in PassageFacts passage)
    {
        var failures = filter.Failures(passage);
        if ((failures & ~FilterFields.Talk) == FilterFields.None)
        {
            _byTalk[passage.TalkId]++;
        }

        if ((failures & ~FilterFields.Speaker) == FilterFields.None && passage.IsSpoken)
        {
            _bySpeaker[passage.SpeakerId]++;
        }

        if ((failures & ~FilterFields.Show) == FilterFields.None)
        {
            _byTalkForShow[passage.TalkId]++;
        }

        if ((failures & ~FilterFields.Year) == FilterFields.None)
        {
            _byTalkForYear[passage.TalkId]++;
        }

        if ((failures & ~FilterFields.Kind) == FilterFields.None)
        {
            _byKind[(int)(passage.Kind == FactKind.Bridge ? FactKind.Segment : passage.Kind)]++;
        }

        if ((failures & ~FilterFields.Status) == FilterFields.None && passage.ClaimId != 0)
        {
            var status = filter.Statuses.GetValueOrDefault(passage.ClaimId, "unverified");
            _byStatus[status] = _byStatus.GetValueOrDefault(status) + 1;
        }

        return failures == FilterFields.None;
    }

    /// <summary>The counts, largest first.</summary>
    public SearchFacets ToFacets(IReadOnlyCollection<SearchFilter> filters, Glossary glossary)
    {
        bool Chosen(string field, string value) => filters.Any(f => f.Field == field && !f.IsNot && string.Equals(f.Value, value, StringComparison.OrdinalIgnoreCase));
        var chosen = filters.Where(f => f.Field == SearchFields.Speaker && !f.IsNot).SelectMany(f => HitFilter.Speakers(f.Value, library, glossary)).ToHashSet();
        return new SearchFacets
        {
            Talk = Sorted(Counted(_byTalk).Where(c => library.Talks.ContainsKey(c.Id)).Select(c => (Talk: library.Talks[c.Id], c.Count))
                .Select(c => new Facet(c.Talk.Slug, c.Talk.Title ?? c.Talk.Slug, c.Count, Chosen(SearchFields.Talk, c.Talk.Slug)))),
            Speaker = Sorted(Counted(_bySpeaker).Select(c => library.Speakers.TryGetValue(c.Id, out var speaker)
                ? new Facet(speaker.Slug, speaker.Name, c.Count, chosen.Contains(c.Id))
                : new Facet(HitFilter.None, "Not labelled", c.Count, Chosen(SearchFields.Speaker, HitFilter.None)))),
            Show = Sorted(ByTalk(_byTalkForShow, library, t => t.Show)
                .Select(c => new Facet(c.Value ?? HitFilter.None, c.Value ?? "Show not given", c.Count, Chosen(SearchFields.Show, c.Value ?? HitFilter.None)))),
            Year = Sorted(ByTalk(_byTalkForYear, library, t => t.Published?.Year.ToString(CultureInfo.InvariantCulture))
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

    private static IEnumerable<(string? Value, int Count)> ByTalk(int[] counts, LibraryFacts library, Func<TalkFacts, string?> value) =>
        Counted(counts).Where(c => library.Talks.ContainsKey(c.Id)).GroupBy(c => value(library.Talks[c.Id])).Select(g => (g.Key, g.Sum(c => c.Count)));

    private static List<Facet> Sorted(IEnumerable<Facet> facets) =>
        [.. facets.OrderByDescending(f => f.Count).ThenBy(f => f.Label, StringComparer.Ordinal)];
}
