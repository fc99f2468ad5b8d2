using TalkNotes.Web.Exports;

namespace TalkNotes.Web.Api;

/// <summary>All of <c>/api/v1</c>, one file a resource, and its description at <c>/openapi/v1.json</c>.</summary>
internal static class ApiRoutes
{
    public const string Prefix = "/api/v1";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Prefix);
        api.ProducesProblem(StatusCodes.Status401Unauthorized); // a token that is missing where one is needed, or unknown
        api.MapTalks();
        api.MapDocuments();
        api.MapPeople();
        api.MapClaims();
        api.MapClaimActs();
        api.MapCorrections();
        api.MapQuote();
        api.MapSearch();
        api.MapSearches();
        api.MapGlossary();
        api.MapNotes();
        api.MapEvidence();
        api.MapGet("/export", TalkFiles.ArchiveAsync).Produces<Stream>(StatusCodes.Status200OK, "application/zip").WithName("export").WithTags("talks").WithSummary("Talks as files: one file, or an archive").WithDescription("format, talk and the filters of the list of talks, as docs/export.md says.").WithRequestTimeout(Limits.LongestDownload);
        api.MapLibrary();
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
