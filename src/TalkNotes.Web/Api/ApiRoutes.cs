namespace TalkNotes.Web.Api;

/// <summary>All of <c>/api/v1</c>; one file a resource.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapTalks();
        api.MapClaims();
        api.MapQuote();
        api.MapSearch();
        api.MapEvidence();
    }
}
