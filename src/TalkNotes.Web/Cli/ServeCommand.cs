namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes serve</c>: the same as starting without a command.</summary>
internal static class ServeCommand
{
    public static Command Command { get; } = new()
    {
        Name = "serve",
        Summary = "Create or upgrade the database, take in what is new in the library folder, serve the site",
        Usage = "[--urls URL] [--library DIR] [--no-watch] [--backups N] [--site URL] [--read-only] [--reading open|closed] [--hosts NAMES] "
            + "[--trusted-proxies ADDRESSES] [--sign-in-header NAME] [--requests-per-minute N] [--writes-per-minute N] [--data DIR]",
        Options =
        [
            new Option("urls", "URL", "address to listen on (default: http://127.0.0.1:5080)"),
            new Option("library", "DIR", "folder of documents to take in (default: seeds)"),
            new Option("no-watch", null, "take the library folder in at the start only, not what changes there later"),
            new Option("backups", "N", "daily copies of the database to keep (default: 14; 0 makes none)"),
            new Option("site", "URL", "address under which others read the library: links in files and feeds lead there (default: as each reader names the site)"),
            new Option("read-only", null, "nobody changes anything through the site"),
            new Option("reading", "open|closed", "beyond loopback: whether others than accounts may read (default: open)"),
            new Option("hosts", "NAMES", "names that the site answers to beside localhost, with commas between"),
            new Option("trusted-proxies", "ADDRESSES", "proxies whose word about the client is taken, with commas between"),
            new Option("sign-in-header", "NAME", "header in which a trusted proxy names the account that signed in there"),
            new Option("requests-per-minute", "N", "requests taken from one address in a minute (default: 1200; loopback is not counted)"),
            new Option("writes-per-minute", "N", "forms and uploads taken from one address in a minute (default: 120)"),
            Command.Data,
        ],
        RunAsync = (arguments, _, _) =>
        {
            arguments.Number("backups", otherwise: 0, least: 0, most: 10_000);
            return WebApp.RunAsync(
            [
                .. Command!.Options.Where(o => arguments.Has(o.Name)).Select(o => o.Value is null ? $"--{o.Name}" : $"--{o.Name}={arguments.Value(o.Name)}"),
            ]);
        },
    };
}
