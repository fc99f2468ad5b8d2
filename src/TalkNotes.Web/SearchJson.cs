using System.Globalization;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web;

/// <summary>The answer to a search as the API and the command line give it: Core's, with addresses.</summary>
internal sealed record SearchJson(
    string Query,
    int Total,
    int Complete,
    double TookMs,
    string? DidYouMean,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Expanded,
    IReadOnlyList<SearchWayOut> WaysOut,
    IReadOnlyList<SearchHitJson> Hits,
    string? Next,
    SearchFacets Facets,
    FacetSizes FacetSizes)
{
    /// <summary>Gives each hit its address, and the page the cursor of the next one.</summary>
    public static SearchJson From(SearchResult result, int offset)
    {
        var end = offset + result.Hits.Count;
        return new SearchJson(
            result.Query, result.Total, result.Complete, result.TookMs, result.DidYouMean, result.Notes, result.Expanded, result.WaysOut,
            [.. result.Hits.Select(SearchHitJson.From)],
            result.Hits.Count > 0 && end < result.Total ? end.ToString(CultureInfo.InvariantCulture) : null,
            result.Facets,
            result.FacetSizes);
    }
}

/// <summary>One place; see <see cref="SearchHit"/> for its fields.</summary>
internal sealed record SearchHitJson(
    string Kind,
    string Talk,
    string? Title,
    string? Speaker,
    long? StartMs,
    long? EndMs,
    int[]? Segments,
    string Text,
    IReadOnlyList<int[]> Highlights,
    double Score,
    string Url,
    SearchSource? Source,
    int? Repeats,
    string? Before,
    string? After,
    string? Chapter,
    IReadOnlyList<MatchReason> Why,
    IReadOnlyList<string> Missing,
    string? Claim,
    string? Status,
    string Origin)
{
    public static SearchHitJson From(SearchHit hit) => new(
        hit.Kind, hit.Talk, hit.Title, hit.Speaker, hit.StartMs, hit.EndMs, hit.Segments, hit.Text, hit.Highlights, hit.Score, Address(hit),
        hit.Source, hit.Repeats, hit.Before, hit.After, hit.Chapter, hit.Why, hit.Missing, hit.Claim, hit.Status, hit.Origin);

    /// <summary>Where the words stand: the range in the transcript with the words marked, the claim, the chapter or the talk.</summary>
    public static string Address(SearchHit hit) => hit switch
    {
        { Claim: { } claim } => Links.Claim(claim),
        { Kind: "segment", Segments: [var first, var last], Highlights.Count: > 0 } => Links.Words(hit.Talk, first, last, WordMarks.Write(hit.Highlights, hit.StartInSegment)),
        { Segments: [var first, var last] } => Links.Segments(hit.Talk, first, last),
        _ => Links.Talk(hit.Talk),
    };
}
