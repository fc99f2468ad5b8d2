namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes serve</c>: the same as starting without a command.</summary>
internal static class ServeCommand
{
    public static Command Command { get; } = new()
    {
        Name = "serve",
        Summary = "Create or upgrade the database, take in what is new in the library folder, serve the site",
        Usage = "[--urls URL] [--library DIR] [--data DIR]",
        Options =
        [
            new Option("urls", "URL", "address to listen on (default: http://127.0.0.1:5080)"),
            new Option("library", "DIR", "folder of documents to take in (default: seeds)"),
            Command.Data,
        ],
        RunAsync = (arguments, _, _) => WebApp.RunAsync(
            [.. new[] { "urls", "library", "data" }.Where(arguments.Has).Select(o => $"--{o}={arguments.Value(o)}")]),
    };
}
