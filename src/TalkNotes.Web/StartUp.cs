using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TalkNotes.Core;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Upkeep;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Background;

namespace TalkNotes.Web;

/// <summary>What the server does before its first answer, and what it tells the person who started it.</summary>
internal static class StartUp
{
    /// <summary>Creates or upgrades the database, then begins to bring the library up to date; what takes long goes on while the site is served.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<LibraryDatabase>().Prepare();
        services.GetRequiredService<Exposure>().Demand();
        var library = services.GetRequiredService<TalkNotesOptions>().LibraryDirectory;
        if (!Directory.Exists(library))
        {
            await Console.Error.WriteLineAsync($"There is no library folder '{Path.GetFullPath(library)}'; --library names another one.");
        }

        var reading = services.GetRequiredService<LibraryReading>();
        await reading.BeginAsync(ct);
        foreach (var failed in reading.Folder?.Documents.Where(d => d.Outcome == IngestOutcome.Failed) ?? [])
        {
            await Console.Error.WriteLineAsync($"Not taken in: {failed.Path}: {failed.Message}");
        }
    }

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
