using System.Security.Cryptography;
using System.Text;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Export;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Pages.Search;

namespace TalkNotes.Web.Exports;

/// <summary>Atom feeds: new talks, verdicts, and any list of claims or search; the address of the page with <c>.atom</c> behind its path.</summary>
internal static class Feeds
{
    private const int MostEntries = 50;
    private const int MostPlaces = 200;

    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.TalksFeed, TalksAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.HistoryFeed, HistoryAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.ClaimsFeed, ClaimsAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.SearchFeed, SearchAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> TalksAsync(TalkQueries talks, HttpRequest request, CancellationToken ct)
    {
        var site = TalkFiles.Site(request);
        var entries = (await talks.NewestAsync(MostEntries, ct)).Select(t => new FeedEntry(
            $"talk/{t.Talk.Slug}", Show.Title(t.Talk.Title), About(t.Talk), site.Talk(t.Talk.Slug), t.AddedAt));
        return Answer(request, Links.Talks, "New talks", entries);
    }

    private static async Task<IResult> HistoryAsync(LibraryQueries library, HttpRequest request, CancellationToken ct)
    {
        var site = TalkFiles.Site(request);
        var view = await library.HistoryAsync(1, ct);
        var entries = view.Verdicts.Select(v => new FeedEntry(
            $"verdict/{v.Claim}/{v.Question}/{v.GivenAt.ToUnixTimeMilliseconds()}",
            $"{Judged(v)}: {Show.Short(v.Text, 120)}",
            string.Join('\n', new[] { v.Text, v.Evidence?.Words is { } words ? $"“{words}”" : null, v.Note, v.Title }.Where(l => !string.IsNullOrEmpty(l))),
            site.Claim(v.Claim), v.GivenAt, v.Curator, v.Value));
        return Answer(request, Links.History, "Verdicts", entries);
    }

    private static async Task<IResult> ClaimsAsync(ClaimQueries claims, HttpRequest request, CancellationToken ct)
    {
        var filter = Tables.AskedClaims(request.Query);
        if (filter.Status is { } status && !ClaimFilter.Statuses.Contains(status))
        {
            return Results.Problem($"status takes one of {string.Join(", ", ClaimFilter.Statuses)}", statusCode: StatusCodes.Status400BadRequest, title: "No such status");
        }

        var site = TalkFiles.Site(request);
        var asked = string.Join(", ", new[] { filter.Talk, filter.Status, filter.Kind, filter.Speaker, filter.Marker }.OfType<string>());
        var entries = (await claims.NewestAsync(filter, MostEntries, ct)).Select(c => new FeedEntry(
            $"claim/{c.Claim.Id}", $"{Status.Label(c.Claim.Status)}: {Show.Short(c.Claim.Text, 120)}", c.Claim.Text, site.Claim(c.Claim.Id), c.At, Category: c.Claim.Status));
        return Answer(request, Links.Claims, asked.Length == 0 ? "Claims" : $"Claims: {asked}", entries);
    }

    /// <summary>
    /// What is new of a search stands in the newest talks, so it is asked of them alone: however many places older talks hold, a
    /// new one is not crowded out.
    /// </summary>
    private static async Task<IResult> SearchAsync(PassageSearch search, TalkQueries talks, HttpRequest request, CancellationToken ct)
    {
        var address = SearchAddress.Of(request);
        var newest = await talks.NewestAsync(MostEntries, ct);
        var added = newest.ToDictionary(t => t.Talk.Slug, t => t.AddedAt, StringComparer.Ordinal);
        var filters = address.Filters.Any(f => f.Field == SearchFields.Talk) ? address.Filters
            : address.Filters.AddRange(newest.Select(t => new SearchFilter(SearchFields.Talk, t.Talk.Slug)));
        var isAsked = !string.IsNullOrWhiteSpace(address.Query) || address.Filters.Length > 0;
        var found = newest.Count == 0 || !isAsked ? [] : (await search.SearchAsync(
            new SearchRequest { Query = address.Query, Filters = filters, Sort = SearchSort.Position, AsWritten = address.Exact, Limit = MostPlaces }, ct)).Hits;
        var entries = found.Where(h => added.ContainsKey(h.Talk)).OrderByDescending(h => added[h.Talk]).Take(MostEntries).Select(h => new FeedEntry(
            $"place/{h.Talk}/{h.Claim ?? Hash(h.Text)}",
            $"{(h.Speaker is null ? "" : h.Speaker + ", ")}{Show.Title(h.Title)}{(h.StartMs is { } start ? $", {Show.Time(start)}" : "")}",
            h.Text, Links.Absolute(request, SearchHitJson.Address(h)), added[h.Talk], h.Speaker, h.Kind));
        return Answer(request, Links.SearchPage, $"Search: {address.Query}", entries);
    }

    private static IResult Answer(HttpRequest request, string page, string title, IEnumerable<FeedEntry> entries)
    {
        var query = request.QueryString.ToUriComponent();
        var feed = new Feed(
            $"feed{request.Path}{query}", $"{title} · TalkNotes", Links.Absolute(request, request.Path + query), Links.Absolute(request, page + query),
            [.. entries.DistinctBy(e => e.Name)]);
        var bytes = AtomWriter.Write(feed);
        return Results.Bytes(bytes, AtomWriter.MediaType + "; charset=utf-8", lastModified: feed.Updated, entityTag: TalkFiles.Tag(bytes));
    }

    private static string About(TalkSummary talk) => string.Join(" · ", new[]
    {
        talk.Show, Show.DateOf(talk), string.Join(", ", talk.People.Select(p => p.Name)), Show.Transcript(talk),
        talk.Claims.Total > 0 ? Show.Count(talk.Claims.Total, "claim") : null,
    }.Where(p => !string.IsNullOrEmpty(p)));

    private static string Judged(RecentVerdict verdict) => verdict.Question == Question.Accuracy
        ? $"Is it true? {VerdictLabels.Of(verdict.Value)}"
        : verdict.Value == Status.Unverified ? "Withdrawn" : Status.Label(verdict.Value);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
