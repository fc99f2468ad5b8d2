using System.Data.Common;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TalkNotes.Core;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Upkeep;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web;

/// <summary>What the server does before its first answer, and what it tells the person who started it.</summary>
internal static class StartUp
{
    /// <summary>Creates or upgrades the database, finishes what an interrupted run left, and takes in what is new in the library folder.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<LibraryDatabase>().Prepare();
        services.GetRequiredService<Exposure>().Demand();
        var ingester = services.GetRequiredService<Ingester>();
        await ingester.By(Author.Program).RereadAsync(ct);
        var reindexer = services.GetRequiredService<Reindexer>();
        if (reindexer.IsDue())
        {
            await reindexer.ReindexAsync(progress: null, ct);
        }

        var library = services.GetRequiredService<TalkNotesOptions>().LibraryDirectory;
        if (!Directory.Exists(library))
        {
            await Console.Error.WriteLineAsync($"There is no library folder '{Path.GetFullPath(library)}'; --library names another one.");
            return;
        }

        var report = await ingester.By(Author.Folder).IngestAsync([library], formatId: null, progress: null, ct);
        foreach (var failed in report.Documents.Where(d => d.Outcome == IngestOutcome.Failed))
        {
            await Console.Error.WriteLineAsync($"Not taken in: {failed.Path}: {failed.Message}");
        }
    }

    /// <summary>
    /// Asks in the background what the start page asks: the first question makes EF build its model, which takes longer
    /// than the rest of a start, and nobody should wait for it. A question that fails is asked again by the page, which says so.
    /// </summary>
    public static Task WarmAsync(WebApplication app) => Task.Run(async () =>
    {
        try
        {
            await app.Services.GetRequiredService<LibraryQueries>().HomeAsync(app.Lifetime.ApplicationStopping);
        }
        catch (Exception e) when (e is OperationCanceledException or DbException or ObjectDisposedException)
        {
        }
    });

    /// <summary>Prints the address and what the library holds.</summary>
    public static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var talks = app.Services.GetRequiredService<LibraryDatabase>().CountTalks();
        Console.WriteLine($"TalkNotes {Version.Text} is at {string.Join(' ', addresses)} with {talks:N0} talks. Stop with Ctrl+C.");
        var exposure = app.Services.GetRequiredService<Exposure>();
        if (!exposure.IsLocal && addresses.Any(a => a.StartsWith("http:", StringComparison.Ordinal)) && app.Services.GetRequiredService<AccessSettings>().TrustedProxies.Count == 0)
        {
            Console.Error.WriteLine("Others can reach this site without TLS, so passwords and sessions can be read on the way. Put a proxy with TLS before it (docs/security.md).");
        }
    }
}
