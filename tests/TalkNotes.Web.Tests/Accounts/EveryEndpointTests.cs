using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests.Accounts;

/// <summary>
/// Asks every address of the program, whoever added it, with every method that changes something. A new page or address
/// is asked too; one that writes for somebody who may not fails here.
/// </summary>
public class EveryEndpointTests(NetworkSite site, VerdictsFixture local)
{
    /// <summary>What changes nothing on record and is open to all.</summary>
    private static readonly string[] Open = ["/appearance", "/error/1", "/sign-in"];

    private static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "DELETE"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_writes_without_an_account()
    {
        using var browser = site.Browser();
        await AssertAllAsync(site.Services, browser, (_, status) => status == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Reader_writes_nothing_but_the_own_password()
    {
        using var browser = await site.SignedInAsync("rita");
        await AssertAllAsync(site.Services, browser, (address, status) =>
            address == Links.Account ? status == HttpStatusCode.BadRequest // the form's token is missing
            : address.StartsWith("/api", StringComparison.Ordinal) ? status == HttpStatusCode.Unauthorized
            : status == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task On_the_own_machine_every_write_needs_a_token_of_form_or_program()
    {
        using var browser = local.Browser();
        await AssertAllAsync(local.Services, browser, (address, status) =>
            status == (address.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Nothing_is_written_on_a_read_only_site()
    {
        await using var app = new TalkNotesApp(Checkout.Seeds, new Dictionary<string, string>(StringComparer.Ordinal) { ["read-only"] = "true" });
        using var browser = app.Browser();
        await AssertAllAsync(app.Services, browser, (_, status) => status == HttpStatusCode.Forbidden);
    }

    private static async Task AssertAllAsync(IServiceProvider services, HttpClient browser, Func<string, HttpStatusCode, bool> isRefused)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 40);
        var (wrong, open, asked) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var endpoint in endpoints)
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(m => !AccessRule.IsSafe(m)).ToArray() ?? Unsafe;
            var address = "/" + Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), @"\{[^}]*\}", "1", RegexOptions.NonBacktracking);
            foreach (var method in methods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
                request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
                using var answer = await browser.SendAsync(request, Ct);
                asked++;
                if (Open.Contains(address))
                {
                    open.Add(address);
                }
                else if (!isRefused(address, answer.StatusCode) && (method == "POST" || answer.StatusCode != HttpStatusCode.MethodNotAllowed)) // a method that no page has
                {
                    wrong.Add($"{method} {address}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(Open, open.Order(StringComparer.Ordinal));
        Assert.True(asked > 60);
    }
}
