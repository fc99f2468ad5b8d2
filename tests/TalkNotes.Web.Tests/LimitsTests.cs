using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests;

public class LimitsTests(VerdictsFixture app)
{
    [Fact]
    public void Whatever_takes_a_document_has_the_time_for_one()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var takers = endpoints.Where(e => e.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize > Limits.LargestBody || e.RoutePattern.RawText!.StartsWith("add/{", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(takers.Count >= 4, string.Join(' ', takers.Select(t => t.RoutePattern.RawText))); // given, looked over, sent, inspected
        Assert.All(takers, t => Assert.Equal(TimeSpan.FromMilliseconds(Limits.LongestForADocument), t.Metadata.GetMetadata<RequestTimeoutAttribute>()?.Timeout));
    }
}
