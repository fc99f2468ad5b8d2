using Serilog;
using Serilog.Events;
using TalkNotes.Core;
using TalkNotes.Core.Upkeep;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Cli;

/// <summary>Core's services for one run of a command, over the database of its <c>--data</c> folder.</summary>
internal static class CommandServices
{
    /// <summary>Opens the database, made or upgraded where needed.</summary>
    public static ServiceProvider Open(Arguments arguments)
    {
        var services = Build(arguments);
        services.GetRequiredService<LibraryDatabase>().Prepare();
        return services;
    }

    /// <summary>Opens a database that must exist, and leaves its schema as it is.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static ServiceProvider OpenExisting(Arguments arguments)
    {
        var path = arguments.TalkNotes().DatabasePath;
        return File.Exists(path) ? Build(arguments) : throw new FileNotFoundException($"there is no database '{path}'", path);
    }

    /// <summary>The services alone; opens nothing.</summary>
    public static ServiceProvider Build(Arguments arguments) => new ServiceCollection()
        .AddLogging(logging => logging.AddSerilog(
            new LoggerConfiguration().MinimumLevel.Warning().WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose).CreateLogger(), dispose: true))
        .AddTalkNotesCore(arguments.TalkNotes())
        .AddAccounts()
        .BuildServiceProvider();
}
