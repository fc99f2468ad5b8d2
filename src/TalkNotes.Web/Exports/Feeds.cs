using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Export;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Pages.Search;

namespace TalkNotes.Web.Exports;

/// <summary>Atom feeds: new talks, verdicts, any list of claims, any search and any saved one; the address of the page with <c>.atom</c> behind its path.</summary>
internal static class Feeds
{
    private const int MostEntries = 50;

    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.TalksFeed, TalksAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.HistoryFeed, HistoryAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.ClaimsFeed, ClaimsAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.SearchFeed, (PassageSearch search, HttpRequest request, CancellationToken ct) =>
            SearchAsync(search, SearchAddress.Of(request.Query), $"feed{request.Path}{Without(request, "page")}", null, request, ct)).ExcludeFromDescription();
        endpoints.MapGet(Links.SavedSearch("{slug}") + ".atom", SavedAsync).ExcludeFromDescription();
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
        var view = await library.HistoryAsync(1, null, ct);
        var entries = view.Verdicts.Select(v => new FeedEntry(
            $"verdict/{v.Claim}/{v.Question}/{v.GivenAt.ToUnixTimeMilliseconds()}",
            $"{Judged(v)}: {Show.Short(v.Text, 120)}",
            string.Join('\n', new[] { v.Text, v.Evidence?.Words is { } words ? $"“{words}”" : null, v.Note, v.Title }.Where(l => !string.IsNullOrEmpty(l))),
            site.Claim(v.Claim), v.GivenAt, v.Curator, v.Value));
        return Answer(request, Links.History, "Verdicts", entries);
    }

    private static async Task<IResult> ClaimsAsync(ClaimQueries claims, HttpRequest request, CancellationToken ct)
    {
        if (!Asked.TryClaims(request.Query, out var filter, out var refusal))
        {
            return refusal;
        }

        var site = TalkFiles.Site(request);
        var asked = string.Join(", ", new[] { filter.Talk, filter.Status, filter.Kind, filter.Speaker, filter.Marker }.OfType<string>());
        var entries = (await claims.NewestAsync(filter, MostEntries, ct)).Select(c => new FeedEntry(
            $"claim/{c.Claim.Id}", $"{Status.Label(c.Claim.Status)}: {Show.Short(c.Claim.Text, 120)}", c.Claim.Text, site.Claim(c.Claim.Id), c.At, Category: c.Claim.Status));
        return Answer(request, Links.Claims, asked.Length == 0 ? "Claims" : $"Claims: {asked}", entries);
    }

    private static async Task<IResult> SavedAsync(string slug, SavedSearches saved, PassageSearch search, HttpRequest request, CancellationToken ct) =>
        await saved.FindAsync(slug, ct) is { } kept
            ? await SearchAsync(search, SearchAddress.Parse(kept.Asked) with { Page = SearchAddress.Of(request.Query).Page }, $"search/{kept.Slug}", kept.Name, request, ct)
            : Results.Problem($"No saved search has the address '{slug}'", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    /// <summary>
    /// The places of a search in the whole library, those of the talk that came last first, so that what is new is not crowded out
    /// by what is old. Older ones follow page by page (RFC 5005, paged feeds). Only places with everything that was asked.
    /// </summary>
    private static async Task<IResult> SearchAsync(PassageSearch search, SearchAddress address, string name, string? title, HttpRequest request, CancellationToken ct)
    {
        var result = !address.IsAsked ? null : await search.SearchAsync(
            new SearchRequest
            {
                Query = address.Query, Filters = address.Filters, Sort = SearchSort.Added, AsWritten = address.Exact, Limit = MostEntries, Offset = (address.Page - 1) * MostEntries, FacetValues = 0,
            },
            ct);
        var entries = (result?.Hits ?? []).Where(h => h.Missing.Count == 0).Select(h => new FeedEntry(
            $"place/{h.Talk}/{h.Claim ?? Hash(h.Text)}",
            $"{(h.Speaker is null ? "" : h.Speaker + ", ")}{Show.Title(h.Title)}{(h.StartMs is { } start ? $", {Show.Time(start)}" : "")}",
            h.Text, Links.Absolute(request, SearchHitJson.Address(h)), h.AddedAt, h.Speaker, h.Kind));
        var next = result is not null && address.Page * MostEntries < result.Total ? address.Page + 1 : (int?)null;
        return Answer(request, (address with { Page = 1 }).ToString(), title ?? $"Search: {address.Query}", entries, name, next);
    }

    private static IResult Answer(HttpRequest request, string page, string title, IEnumerable<FeedEntry> entries) =>
        Answer(request, page + request.QueryString.ToUriComponent(), title, entries, $"feed{request.Path}{request.QueryString.ToUriComponent()}", next: null);

    private static IResult Answer(HttpRequest request, string page, string title, IEnumerable<FeedEntry> entries, string name, int? next)
    {
        var self = request.Path + request.QueryString.ToUriComponent();
        var feed = new Feed(name, $"{title} · TalkNotes", Links.Absolute(request, self), Links.Absolute(request, page), [.. entries.DistinctBy(e => e.Name)])
        {
            Next = next is { } n ? Links.Absolute(request, request.Path + Without(request, "page").Add("page", n.ToString(CultureInfo.InvariantCulture))) : null,
        };
        var bytes = AtomWriter.Write(feed);
        return Results.Bytes(bytes, AtomWriter.MediaType + "; charset=utf-8", lastModified: feed.Updated, entityTag: TalkFiles.Tag(bytes));
    }

    private static QueryString Without(HttpRequest request, string name) => request.Query.ContainsKey(name)
        ? QueryString.Create(request.Query.Where(q => q.Key != name))
        : request.QueryString;

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
