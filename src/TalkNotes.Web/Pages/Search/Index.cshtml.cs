using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Search;

namespace TalkNotes.Web.Pages.Search;

/// <summary>Results, grouped by talk; everything in force is in the address.</summary>
public sealed class IndexModel(PassageSearch search) : PageModel
{
    public const int PageSize = 40;

    /// <summary>Values of a facet that can be chosen here.</summary>
    public const int FacetValues = 12;

    /// <summary>Hits of a talk that stand open; the rest folds.</summary>
    public const int OpenHits = 3;

    public SearchAddress Address { get; private set; } = new();

    public SearchResult View { get; private set; } = null!;

    public IReadOnlyList<HitGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Address = SearchAddress.Of(Request.Query);
        View = await search.SearchAsync(
            new SearchRequest
            {
                Query = Address.Query,
                Filters = Address.Filters,
                Sort = Address.Sort,
                AsWritten = Address.Exact,
                Limit = PageSize,
                Offset = (Address.Page - 1) * PageSize,
                FacetValues = FacetValues,
            },
            ct);
        Groups = HitGroup.Of(View);
    }

    /// <summary>The facets beside the results with their headings.</summary>
    public IEnumerable<(string Title, string Field, IReadOnlyList<Facet> Values)> Facets() =>
    [
        ("Speaker", SearchFields.Speaker, View.Facets.Speaker),
        ("Show", SearchFields.Show, View.Facets.Show),
        ("Talk", SearchFields.Talk, View.Facets.Talk),
        ("Published", SearchFields.Year, View.Facets.Year),
        ("Claims", SearchFields.Status, [.. View.Facets.Status.Select(f => f with { Label = Show.Verdict(f.Value) })]),
    ];

    /// <summary>The kinds as tabs.</summary>
    public IEnumerable<(string Label, string Link, int Count, bool IsHere)> Tabs()
    {
        var counts = View.Facets.Kind.ToDictionary(f => f.Value, f => f.Count, StringComparer.Ordinal);
        var chosen = Address.Of(SearchFields.Kind).Select(f => f.Value).FirstOrDefault();
        yield return ("All", Address.With(SearchFields.Kind).ToString(), counts.Values.Sum(), chosen is null);
        foreach (var (kind, label) in new[] { ("segment", "Said"), ("claim", "Claims and summaries"), ("talk", "Titles") })
        {
            yield return (label, Address.With(SearchFields.Kind, kind).ToString(), counts.GetValueOrDefault(kind), chosen == kind);
        }
    }

    /// <summary>What a facet value is called; the value itself when nothing is found of it.</summary>
    public string Label(SearchFilter filter)
    {
        var (_, _, values) = Facets().Append(("", SearchFields.Kind, View.Facets.Kind)).First(f => f.Item2 == filter.Field);
        return values.FirstOrDefault(v => v.Value == filter.Value)?.Label ?? filter.Value;
    }

    /// <summary>Where a hit leads: to the words, marked; the claim; the talk.</summary>
    public static string Link(SearchHit hit) => SearchHitJson.Address(hit);

    /// <summary>Why a form counts, for people.</summary>
    public static string Reason(MatchReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.How switch
        {
            "glossary" => $"“{reason.Found}” stands for {reason.Asked} in the glossary",
            "sounds-alike" => $"“{reason.Found}” sounds like {reason.Asked}",
            "short-form" => $"“{reason.Found}” is short for {reason.Asked}, which this talk names",
            "one-or-two-words" => $"“{reason.Found}” is {reason.Asked} written otherwise",
            "corrected" => $"“{reason.Found}” was put right to {reason.Asked}",
            "title" => $"{reason.Asked} stands in the talk’s title",
            _ => "",
        };
    }
}
