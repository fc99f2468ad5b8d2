using System.Diagnostics.CodeAnalysis;

namespace TalkNotes.Web;

/// <summary>
/// Maps as ASP.NET Core does, and is found before it in this program's namespaces; but what calls a handler is made when the handler is first called.
/// Made beforehand for the whole API, reading what it answers with by reflection, it took half of the time until the site listened (docs/decisions/0230).
/// </summary>
internal static class LateHandlers
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Delegate handler) => Map(endpoints, pattern, handler, HttpMethods.Get);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Delegate handler) => Map(endpoints, pattern, handler, HttpMethods.Post);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Delegate handler) => Map(endpoints, pattern, handler, HttpMethods.Put);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Delegate handler) => Map(endpoints, pattern, handler, HttpMethods.Patch);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Delegate handler) => Map(endpoints, pattern, handler, HttpMethods.Delete);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Delegate handler, string method) => RouteHandlerServices.Map(
        endpoints, pattern, handler, [method], RequestDelegateFactory.InferMetadata, (made, options, metadata) =>
        {
            var late = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(made, options, metadata).RequestDelegate);
            return new RequestDelegateResult(context => late.Value(context), metadata?.EndpointMetadata ?? []);
        });
}
