using System.Text;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Export;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;
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
        endpoints.MapGet(Links.ClaimsTable, ClaimsAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.TalksTable, TalksAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.SearchTable, SearchAsync).ExcludeFromDescription();
        endpoints.MapGet(Links.HistoryTable, HistoryAsync).ExcludeFromDescription();
    }

    /// <summary>The claims that an address asks for, as the list of claims does.</summary>
    public static ClaimFilter AskedClaims(IQueryCollection query)
    {
        string? Given(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
        return new ClaimFilter { Talk = Given("talk"), Status = Given("status"), Kind = Given("kind"), Speaker = Given("speaker"), Marker = Given("marker") };
    }

    private static IResult ClaimsAsync(ClaimQueries claims, HttpRequest request, CancellationToken ct)
    {
        var filter = AskedClaims(request.Query);
        if (filter.Status is { } status && !ClaimFilter.Statuses.Contains(status))
        {
            return Results.Problem($"status takes one of {string.Join(", ", ClaimFilter.Statuses)}", statusCode: StatusCodes.Status400BadRequest, title: "No such status");
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
        var (filter, site) = (AskedTalks.Of(request.Query), TalkFiles.Site(request));
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
        var address = SearchAddress.Of(request);
        return Table("search", CsvText.Row(
            "kind", "talk", "title", "show", "published", "speaker", "start_ms", "end_ms", "first_segment", "last_segment", "text", "claim", "status", "origin", "url"), Rows());

        async IAsyncEnumerable<string> Rows()
        {
            for (var offset = 0; offset < MostPlaces; offset += PlacesAtOnce)
            {
                var found = await search.SearchAsync(
                    new SearchRequest { Query = address.Query, Filters = address.Filters, Sort = address.Sort, AsWritten = address.Exact, Limit = PlacesAtOnce, Offset = offset }, ct);
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

    private static IResult HistoryAsync(LibraryQueries library, HttpRequest request, CancellationToken ct)
    {
        var site = TalkFiles.Site(request);
        return Table("history", CsvText.Row("given_at", "curator", "question", "value", "claim", "text", "talk", "title", "note", "words", "url"), Rows());

        async IAsyncEnumerable<string> Rows()
        {
            for (var (page, left) = (1, 1); left > 0; page++)
            {
                var view = await library.HistoryAsync(page, ct);
                foreach (var v in view.Verdicts)
                {
                    yield return CsvText.Row(v.GivenAt, v.Curator, v.Question, v.Value, v.Claim, v.Text, v.Talk, v.Title, v.Note, v.Evidence?.Words, site.Claim(v.Claim));
                }

                left = view.Total - (page * view.PageSize);
            }
        }
    }

    private static IResult Table(string name, string head, IAsyncEnumerable<string> rows) => Results.Stream(
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
