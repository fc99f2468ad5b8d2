using System.Runtime.CompilerServices;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Exports;

/// <summary>The history as a table: verdicts, or with <c>?kind=</c> corrections or documents, as the tabs of the page.</summary>
internal static class HistoryTable
{
    public static void MapHistoryTable(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        Links.HistoryTable,
        (string? kind, LibraryQueries library, CorrectionQueries corrections, ArrivalQueries arrivals, HttpRequest request, CancellationToken ct) =>
        {
            var site = TalkFiles.Site(request);
            return kind switch
            {
                "corrections" => Tables.Table("corrections", CsvText.Row("given_at", "curator", "kind", "what", "talk", "title", "speaker", "name", "places", "in_force"), Corrections(corrections, ct)),
                "documents" => Tables.Table("documents", CsvText.Row("at", "who", "via", "outcome", "path", "source", "talk", "title", "url"), Documents(arrivals, site, ct)),
                _ => Tables.Table("history", CsvText.Row("given_at", "curator", "question", "value", "claim", "text", "talk", "title", "note", "words", "url"), Verdicts(library, site, ct)),
            };
        }).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();

    private static async IAsyncEnumerable<string> Verdicts(LibraryQueries library, ExportSite site, [EnumeratorCancellation] CancellationToken ct)
    {
        int? of = null;
        for (var (page, left) = (1, 1); left > 0; page++)
        {
            var view = await library.HistoryAsync(page, of, ct);
            of ??= view.Total; // what comes meanwhile moves nothing
            foreach (var v in view.Verdicts)
            {
                yield return CsvText.Row(v.GivenAt, v.Curator, v.Question, v.Value, v.Claim, v.Text, v.Talk, v.Title, v.Note, v.Evidence?.Words, site.Claim(v.Claim));
            }

            left = of.Value - (page * view.PageSize);
        }
    }

    private static async IAsyncEnumerable<string> Corrections(CorrectionQueries corrections, [EnumeratorCancellation] CancellationToken ct)
    {
        int? of = null;
        for (var (page, left) = (1, 1); left > 0; page++)
        {
            var view = await corrections.HistoryAsync(page, of, ct);
            of ??= view.Total; // what comes meanwhile moves nothing
            foreach (var c in view.Corrections)
            {
                yield return CsvText.Row(c.GivenAt, c.Curator, c.Kind, c.What, c.Talk, c.Title, c.Speaker, c.Name, c.Places, c.IsInForce);
            }

            left = of.Value - (page * view.PageSize);
        }
    }

    private static async IAsyncEnumerable<string> Documents(ArrivalQueries arrivals, ExportSite site, [EnumeratorCancellation] CancellationToken ct)
    {
        int? of = null;
        for (var (page, left) = (1, 1); left > 0; page++)
        {
            var view = await arrivals.HistoryAsync(page, of, ct);
            of ??= view.Total; // what comes meanwhile moves nothing
            foreach (var a in view.Arrivals)
            {
                yield return CsvText.Row(a.At, a.Who, a.Via, a.Outcome, a.Path, a.Source, a.Talk, a.Title, site.Talk(a.Talk));
            }

            left = of.Value - (page * view.PageSize);
        }
    }
}
