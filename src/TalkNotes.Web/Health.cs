using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web;

/// <summary><c>/health/live</c>: the program answers. <c>/health/ready</c>: it can also read the library.</summary>
internal static class Health
{
    private const string Library = "library";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<LibraryHealth>(Library);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var reading = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(AccessAttribute.Open, reading);
        endpoints.MapHealthChecks("/health/ready").WithMetadata(AccessAttribute.Open, reading);
    }

    private sealed class LibraryHealth(LibraryQueries library) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await library.CountsAsync(cancellationToken); // what it throws makes it unhealthy
            return HealthCheckResult.Healthy();
        }
    }
}
