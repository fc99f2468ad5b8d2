using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TalkNotes.Core;

namespace TalkNotes.Web;

/// <summary>What the server does before its first answer, and what it tells the person who started it.</summary>
internal static class StartUp
{
    /// <summary>Creates or upgrades the database and takes in what is new in the library folder.</summary>
    public static Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var options = services.GetRequiredService<TalkNotesOptions>();
        Directory.CreateDirectory(Path.GetFullPath(options.DataDirectory));
        services.UpgradeDatabase();
        return Task.CompletedTask;
    }

    /// <summary>Prints the address and what the library holds.</summary>
    public static Task AnnounceAsync(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"TalkNotes {Version.Text} is at {string.Join(' ', addresses)}. Stop with Ctrl+C.");
        return Task.CompletedTask;
    }
}
