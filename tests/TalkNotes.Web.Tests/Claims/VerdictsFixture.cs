using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Claims;
using TalkNotes.Tests.Shared;

[assembly: AssemblyFixture(typeof(TalkNotes.Web.Tests.Claims.VerdictsFixture))]

namespace TalkNotes.Web.Tests.Claims;

/// <summary>The program with the five seeds and a token of the curator ines; each test takes claims that no other test takes.</summary>
public sealed class VerdictsFixture : IAsyncLifetime
{
    private readonly TalkNotesApp _app = new();
    private Queue<ClaimSummary> _spoken = new();
    private Queue<ClaimSummary> _silent = new();

    /// <summary>A token of the curator ines.</summary>
    public static string Token { get; private set; } = "";

    public ClaimQueries Claims => _app.Services.GetRequiredService<ClaimQueries>();

    public VerdictDesk Desk => _app.Services.GetRequiredService<VerdictDesk>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Folder of the database, for the command line.</summary>
    public string Data => _app.Data;

    public async ValueTask InitializeAsync()
    {
        await _app.Services.GetRequiredService<AccountStore>().AddAsync(new Account { Name = "ines", Key = "INES", Role = Role.Curator }, CancellationToken.None);
        Token = (await _app.Services.GetRequiredService<ApiTokens>().MakeAsync("INES", "tests", 1, CancellationToken.None))!;
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
