using System.Text;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Export;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Pages.Desk;
using TalkNotes.Web.Pages.Search;

namespace TalkNotes.Web.Exports;

/// <summary>The lists of the pages as tables, row by row as they are read: the address of the list with <c>.csv</c> behind its path.</summary>
internal static class Tables
{
    /// <summary>Each page of places is searched anew, so a table of places ends here.</summary>
    public const int MostPlaces = 5_000;

    private const int PlacesAtOnce = 200;

    public static void MapTables(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.ClaimsTable, ClaimsAsync).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();
        endpoints.MapGet(Links.TalksTable, TalksAsync).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();
        endpoints.MapGet(Links.SearchTable, SearchAsync).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();
        endpoints.MapGet(Links.SpeakersTable, SpeakersAsync).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();
        endpoints.MapGet(Links.DeskTable, DeskAsync).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();
        endpoints.MapGet(Links.TermsTable, TermsAsync).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();
    }

    private static IResult ClaimsAsync(ClaimQueries claims, HttpRequest request, CancellationToken ct)
    {
        if (!Asked.TryClaims(request.Query, out var filter, out var refusal))
        {
            return refusal;
        }

        var site = TalkFiles.Site(request);
        return Table("claims", ClaimTable.Head, Rows());

        async IAsyncEnumerable<string> Rows()
        {
            await foreach (var claim in claims.StreamAsync(filter, ct))
            {
                yield return ClaimTable.Row(claim, site);
            }
        }
    }

    private static IResult TalksAsync(TalkQueries talks, HttpRequest request, CancellationToken ct)
    {
        var (filter, site) = (Asked.Talks(request.Query), TalkFiles.Site(request));
        return Table("talks", CsvText.Row(
            "talk", "title", "show", "published", "transcribed", "retrieved", "duration_ms", "language", "people", "topics", "words", "timed", "labelled",
            "claims", "verified", "partly", "refuted", "not_said", "unverified", "source_url", "url"), Rows());

        async IAsyncEnumerable<string> Rows()
        {
            await foreach (var t in talks.StreamAsync(filter, ct))
            {
                yield return CsvText.Row(
                    t.Slug, t.Title, t.Show, t.Published, t.Transcribed, t.Retrieved, t.DurationMs, t.Language, string.Join("; ", t.People.Select(p => p.Name)),
                    string.Join("; ", t.Topics.Select(o => o.Name)), t.WordCount, t.IsTimed, t.IsLabelled, t.Claims.Total, t.Claims.Verified, t.Claims.Partly,
                    t.Claims.Refuted, t.Claims.NotSaid, t.Claims.Unverified, t.Url, site.Talk(t.Slug));
            }
        }
    }

    private static IResult SearchAsync(PassageSearch search, HttpRequest request, CancellationToken ct)
    {
        var address = SearchAddress.Of(request.Query);
        return Table("search", CsvText.Row(
            "kind", "talk", "title", "show", "published", "speaker", "start_ms", "end_ms", "first_segment", "last_segment", "text", "claim", "status", "origin", "url"), Rows());

        async IAsyncEnumerable<string> Rows()
        {
            for (var offset = 0; offset < MostPlaces; offset += PlacesAtOnce)
            {
                var found = await search.SearchAsync(
                    new SearchRequest { Query = address.Query, Filters = address.Filters, Sort = address.Sort, AsWritten = address.Exact, Limit = PlacesAtOnce, Offset = offset, FacetValues = 0 }, ct);
                foreach (var hit in found.Hits)
                {
                    yield return CsvText.Row(
                        hit.Kind, hit.Talk, hit.Title, hit.Show, hit.Published, hit.Speaker, hit.StartMs, hit.EndMs, hit.Segments?[0], hit.Segments?[1], hit.Text,
                        hit.Claim, hit.Status, hit.Origin, Links.Absolute(request, SearchHitJson.Address(hit)));
                }

                if (offset + PlacesAtOnce >= found.Total)
                {
                    yield break;
                }
            }
        }
    }

    private static async Task<IResult> SpeakersAsync(SpeakerQueries speakers, HttpRequest request, CancellationToken ct)
    {
        var all = await speakers.ListAsync(ct);
        return Table("speakers", CsvText.Row("speaker", "name", "roles", "talks", "turns", "shows", "url"), all.Select(s => CsvText.Row(
            s.Slug, s.Name, string.Join("; ", s.Roles), s.Talks, s.Turns, string.Join("; ", s.Shows), Links.Absolute(request, Links.Speaker(s.Slug)))).ToAsyncEnumerable());
    }

    private static async Task<IResult> DeskAsync(DeskQueries desk, HttpRequest request, CancellationToken ct)
    {
        var (address, site) = (DeskAddress.Of(request), TalkFiles.Site(request));
        var queue = await desk.QueueAsync(address.Queue, address.Filter(), ct);
        return Table("desk", CsvText.Row("claim", "text", "status", "why", "flags", "due", "talk", "title", "url"), queue.Items.Select(i => CsvText.Row(
            i.Id, i.Text, i.Status, i.Why.ToString(), string.Join("; ", i.Flags), i.Due, i.Talk, i.Title, site.Claim(i.Id))).ToAsyncEnumerable());
    }

    private static async Task<IResult> TermsAsync(TermUse terms, HttpRequest request, CancellationToken ct)
    {
        var (view, site) = (await terms.CountAsync(request.Query["q"], ct), TalkFiles.Site(request));
        return Table("terms", CsvText.Row("term", "talk", "title", "published", "words", "places", "url"), (view?.Talks ?? []).Select(t => CsvText.Row(
            view!.Term, t.Slug, t.Title, t.Published, t.Words, t.Places, site.Talk(t.Slug))).ToAsyncEnumerable());
    }

    /// <summary>A table, row by row as they are read.</summary>
    public static IResult Table(string name, string head, IAsyncEnumerable<string> rows) => Results.Stream(
        async body =>
        {
            await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true);
            await text.WriteAsync(head);
            await foreach (var row in rows)
            {
                await text.WriteAsync(row);
            }
        },
        "text/csv; charset=utf-8; header=present",
        $"{name}.csv");
}
