using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Tests.Shared;

[assembly: AssemblyFixture(typeof(TalkNotes.Web.Tests.Claims.VerdictsFixture))]

namespace TalkNotes.Web.Tests.Claims;

/// <summary>The program with the five seeds and an API token; each test takes claims that no other test takes.</summary>
public sealed class VerdictsFixture : IAsyncLifetime
{
    public const string Token = "s3cret";
    private readonly TalkNotesApp _app = new(Checkout.Seeds, new Dictionary<string, string>(StringComparer.Ordinal) { ["api-token"] = Token });
    private Queue<ClaimSummary> _spoken = new();
    private Queue<ClaimSummary> _silent = new();

    public ClaimQueries Claims => _app.Services.GetRequiredService<ClaimQueries>();

    public VerdictDesk Desk => _app.Services.GetRequiredService<VerdictDesk>();

    /// <summary>Folder of the database, for the command line.</summary>
    public string Data => _app.Data;

    public async ValueTask InitializeAsync()
    {
        var all = (await Claims.ListAsync(new ClaimFilter(), null, 500, CancellationToken.None)).Claims;
        _spoken = new Queue<ClaimSummary>(all.Where(c => c.HasTranscript));
        _silent = new Queue<ClaimSummary>(all.Where(c => !c.HasTranscript));
    }

    /// <summary>A claim of a talk with a transcript, for this test alone.</summary>
    public ClaimSummary Claim()
    {
        lock (_spoken)
        {
            return _spoken.Dequeue();
        }
    }

    /// <summary>A claim of the talk without a transcript, for this test alone.</summary>
    public ClaimSummary ClaimWithoutTranscript()
    {
        lock (_silent)
        {
            return _silent.Dequeue();
        }
    }

    public HttpClient Browser() => _app.Browser();

    /// <summary>Sends a form of a page as a person would: with the page's token and its other fields left as given.</summary>
    /// <param name="browser">Keeps the cookies.</param>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="action">Where the form is sent.</param>
    /// <param name="fields">Names and values.</param>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.NonBacktracking).Groups[1].Value;
        Assert.NotEmpty(token);
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.PostAsync(new Uri(action, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
