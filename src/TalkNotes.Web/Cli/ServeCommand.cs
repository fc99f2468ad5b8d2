namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes serve</c>: the same as starting without a command.</summary>
internal static class ServeCommand
{
    public static Command Command { get; } = new()
    {
        Name = "serve",
        Summary = "Create or upgrade the database, take in what is new in the library folder, serve the site",
        Usage = "[--urls URL] [--library DIR] [--no-watch] [--backups N] [--data DIR]",
        Options =
        [
            new Option("urls", "URL", "address to listen on (default: http://127.0.0.1:5080)"),
            new Option("library", "DIR", "folder of documents to take in (default: seeds)"),
            new Option("no-watch", null, "take the library folder in at the start only, not what changes there later"),
            new Option("backups", "N", "daily copies of the database to keep (default: 14; 0 makes none)"),
            Command.Data,
        ],
        RunAsync = (arguments, _, _) =>
        {
            arguments.Number("backups", otherwise: 0, least: 0, most: 10_000);
            var settings = new[] { "urls", "library", "backups", "data" }.Where(arguments.Has).Select(o => $"--{o}={arguments.Value(o)}");
            return WebApp.RunAsync([.. settings, .. arguments.Has("no-watch") ? ["--watch=false"] : Array.Empty<string>()]);
        },
    };
}
