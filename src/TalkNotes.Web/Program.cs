using TalkNotes.Web;
using TalkNotes.Web.Cli;

// A sub-command, or the server: anything that does not name a command serves (test hosting relies on it).
return CommandLine.Names(args)
    ? await CommandLine.RunAsync(args, Terminal.System)
    : await WebApp.RunAsync(args);

/// <summary>The program; public so that tests can host it.</summary>
public sealed partial class Program;
