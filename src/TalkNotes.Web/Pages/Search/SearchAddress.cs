using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using TalkNotes.Core.Search;

namespace TalkNotes.Web.Pages.Search;

/// <summary>Everything a search page shows, as its address says it.</summary>
public sealed record SearchAddress
{
    /// <summary>Fields that have a facet, in the order of the page.</summary>
    public static ImmutableArray<string> Fields { get; } =
        [SearchFields.Speaker, SearchFields.Show, SearchFields.Talk, SearchFields.Year, SearchFields.Status, SearchFields.Kind];

    /// <summary>As typed.</summary>
    public string Query { get; init; } = "";

    /// <summary>Facet values chosen.</summary>
    public ImmutableArray<SearchFilter> Filters { get; init; } = [];

    /// <summary>Order.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Only as written.</summary>
    public bool Exact { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads an address; what it cannot mean is left out.</summary>
    public static SearchAddress Parse(string asked) => Of(new QueryCollection(QueryHelpers.ParseQuery(asked)));

    /// <summary>Reads an address; what it cannot mean is left out.</summary>
    public static SearchAddress Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new SearchAddress
        {
            Query = query["q"].ToString(),
            Filters = [.. Fields.SelectMany(f => query[f].OfType<string>().Distinct(StringComparer.Ordinal).Where(v => SearchFields.Takes(f, v)).Select(v => new SearchFilter(f, v)))],
            Sort = Enum.TryParse<SearchSort>(query["sort"], ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : SearchSort.Relevance,
            Exact = query["exact"] == "true",
            Page = int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, 10_000) : 1,
        };
    }

    /// <summary>Whether it asks anything.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Query) || Filters.Length > 0;

    /// <summary>What is asked, as the part of the address behind the path: how a saved search keeps it.</summary>
    public string Asking => IsAsked ? (this with { Page = 1 }).ToString()[Links.SearchPage.Length..] : "";

    /// <summary>The values chosen of one field.</summary>
    public IEnumerable<SearchFilter> Of(string field) => Filters.Where(f => f.Field == field);

    /// <summary>The same with these values of one field, from the first page.</summary>
    public SearchAddress With(string field, params string[] values) => this with
    {
        Filters = [.. Filters.Where(f => f.Field != field), .. values.Select(v => new SearchFilter(field, v))],
        Page = 1,
    };

    /// <summary>The same without one value, from the first page.</summary>
    public SearchAddress Without(SearchFilter filter) => this with { Filters = Filters.Remove(filter), Page = 1 };

    /// <summary>Every parameter but those named, as form fields.</summary>
    public IEnumerable<(string Name, string Value)> Parameters(params string[] except)
    {
        IEnumerable<(string Name, string Value)> all =
        [
            ("q", Query),
            .. Filters.Select(f => (f.Field, f.Value)),
            ("sort", Sort == SearchSort.Relevance ? "" : Sort.ToString().ToLowerInvariant()),
            ("exact", Exact ? "true" : ""),
            ("page", Page == 1 ? "" : Show.Plain(Page)),
        ];
        return all.Where(p => p.Value.Length > 0 && !except.Contains(p.Name));
    }

    /// <summary>The address.</summary>
    public override string ToString() =>
        Links.SearchPage + new QueryBuilder(Parameters().Select(p => KeyValuePair.Create(p.Name, p.Value))).ToQueryString();
}
