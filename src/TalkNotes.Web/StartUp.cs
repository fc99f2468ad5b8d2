using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TalkNotes.Core;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Web;

/// <summary>What the server does before its first answer, and what it tells the person who started it.</summary>
internal static class StartUp
{
    /// <summary>Creates or upgrades the database, finishes what an interrupted run left, and takes in what is new in the library folder.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<LibraryDatabase>().Prepare();
        var ingester = services.GetRequiredService<Ingester>();
        await ingester.RereadAsync(ct);
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

        var report = await ingester.IngestAsync([library], formatId: null, progress: null, ct);
        foreach (var failed in report.Documents.Where(d => d.Outcome == IngestOutcome.Failed))
        {
            await Console.Error.WriteLineAsync($"Not taken in: {failed.Path}: {failed.Message}");
        }
    }

    /// <summary>Prints the address and what the library holds.</summary>
    public static async Task AnnounceAsync(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var counts = await app.Services.GetRequiredService<LibraryQueries>().CountsAsync(app.Lifetime.ApplicationStopping);
        Console.WriteLine($"TalkNotes {Version.Text} is at {string.Join(' ', addresses)} with {counts.Talks:N0} talks. Stop with Ctrl+C.");
    }
}
