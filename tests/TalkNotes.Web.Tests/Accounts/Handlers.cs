using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TalkNotes.Web.Tests.Accounts;

/// <summary>Everything that the program answers to, as the running program knows it: handlers of pages, and routes.</summary>
internal sealed class Handlers
{
    private Handlers(IReadOnlyList<(string Page, string Route, string Method, string Handler)> pages, IReadOnlyList<(string Route, string Method)> routes) => (Pages, Routes) = (pages, routes);

    /// <summary>Pages by name (<c>/Claims/Claim</c>), with their route, method and the name of the handler, empty for the only one.</summary>
    public IReadOnlyList<(string Page, string Route, string Method, string Handler)> Pages { get; }

    /// <summary>Routes that are no pages.</summary>
    public IReadOnlyList<(string Route, string Method)> Routes { get; }

    public static async Task<Handlers> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var (pages, routes) = (new List<(string, string, string, string)>(), new List<(string, string)>());
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                pages.AddRange(compiled.HandlerMethods.Select(h => (page.ViewEnginePath, route, h.HttpMethod.ToUpperInvariant(), h.Name ?? "")));
            }
            else
            {
                routes.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (route, method)));
            }
        }

        return new Handlers([.. pages.DistinctBy(p => (p.Item1, p.Item3, p.Item4))], [.. routes.Distinct()]);
    }
}
