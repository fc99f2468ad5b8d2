using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Claims;
using TalkNotes.Web.Tests.Cli;

[assembly: AssemblyFixture(typeof(TalkNotes.Web.Tests.Accounts.NetworkSite))]

namespace TalkNotes.Web.Tests.Accounts;

/// <summary>The program as others reach it: the five seeds, a reader, a curator and two administrators.</summary>
public class NetworkSite : IAsyncLifetime
{
    public const string Password = "seven quiet herons";
    private readonly TalkNotesApp _app;

    public NetworkSite()
        : this(new Dictionary<string, string>(StringComparer.Ordinal))
    {
    }

    protected NetworkSite(Dictionary<string, string> settings)
    {
        settings.TryAdd("urls", "http://0.0.0.0:5180");
        _app = new TalkNotesApp(Checkout.Seeds, settings);
    }

    public string Data => _app.Data;

    public IServiceProvider Services => _app.Services;

    public static async Task AddAsync(string data, string name, string role)
    {
        var (status, _, error) = await Run.WithInputAsync(Password + "\n", "user", "add", name, "--role", role, "--data", data);
        Assert.True(status == 0, error);
    }

    public async ValueTask InitializeAsync()
    {
        await AddAsync(Data, "rita", Role.Reader);
        await AddAsync(Data, "Ines", Role.Curator);
        await AddAsync(Data, "root", Role.Administrator);
        _ = _app.Server; // started
    }

    public HttpClient Browser() => _app.Browser();

    /// <summary>A browser in which somebody signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string name, string password = Password)
    {
        var browser = Browser();
        using var answer = await VerdictsFixture.SendAsync(browser, Links.SignIn, Links.SignIn, ("Name", name), ("password", password));
        Assert.Equal(303, (int)answer.StatusCode);
        return browser;
    }

    /// <summary>A request as the server gets it, with the client's address.</summary>
    public Task<HttpContext> SendAsync(Action<HttpContext> request) => _app.Server.SendAsync(context =>
    {
        context.Request.Method = "GET";
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost");
        request(context);
    });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _app.DisposeAsync();
    }

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
