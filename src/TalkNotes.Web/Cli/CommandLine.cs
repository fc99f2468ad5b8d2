namespace TalkNotes.Web.Cli;

/// <summary>The list of commands, their help, and the exit status.</summary>
internal static class CommandLine
{
    private const int Done = 0;
    private const int Wrong = 2;

    /// <summary>Every sub-command, in the order of the help.</summary>
    public static IReadOnlyList<Command> Commands { get; } =
    [
        ServeCommand.Command,
        IngestCommand.Command,
        InspectCommand.Command,
        ExportCommand.Command,
        SyncCommand.Command,
        QuoteCommand.Command,
        EvidenceCommand.Command,
        CheckCommand.Command,
        ReindexCommand.Command,
        BackupCommand.Command,
        RestoreCommand.Command,
        ClaimsCommand.Command,
        VerifyCommand.Command,
        SearchCommand.Command,
        UserCommand.Command,
        McpCommand.Command,
    ];

    /// <summary>Whether the first argument asks for a command or for help; everything else is the server's.</summary>
    public static bool Names(string[] args) => args is [var first, ..]
        && (!first.StartsWith('-') || first is "--help" or "-h" or "--version");

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        if (args[0] is "--help" or "-h" or "help")
        {
            WriteHelp(terminal.Out);
            return Done;
        }

        if (args[0] == "--version")
        {
            await terminal.Out.WriteLineAsync(Version.Text);
            return Done;
        }

        if (Commands.FirstOrDefault(c => c.Name == args[0]) is not { } command)
        {
            await terminal.Error.WriteLineAsync($"talknotes: there is no command '{args[0]}'. See talknotes --help");
            return Wrong;
        }

        if (args.Skip(1).TakeWhile(a => a != "--").Any(a => a is "--help" or "-h"))
        {
            WriteHelp(terminal.Out, command);
            return Done;
        }

        using var stop = new CancellationTokenSource();
        void OnCancel(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += OnCancel;
        try
        {
            return await command.RunAsync(Arguments.Parse(command, args.Skip(1)), terminal, stop.Token);
        }
        catch (UsageException e)
        {
            await terminal.Error.WriteLineAsync($"talknotes {command.Name}: {e.Message}");
            await terminal.Error.WriteLineAsync($"usage: talknotes {command.Name} {command.Usage}");
            return Wrong;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Stopped.");
            return 1;
        }
        catch (Exception e) when (Failures.Explain(e) is { } explanation)
        {
            await terminal.Error.WriteLineAsync($"talknotes {command.Name}: {explanation}");
            return Wrong;
        }
        finally
        {
            Console.CancelKeyPress -= OnCancel;
        }
    }

    private static void WriteHelp(TextWriter to)
    {
        to.WriteLine("TalkNotes: who said it, when, in which words, and does the note hold?");
        to.WriteLine();
        to.WriteLine("usage: talknotes [COMMAND] [OPTIONS]        without a command it serves");
        to.WriteLine();
        foreach (var command in Commands)
        {
            to.WriteLine($"  {command.Name,-10} {command.Summary}");
        }

        to.WriteLine();
        to.WriteLine("talknotes COMMAND --help says more. Exit status: 0 done; 1 done, but something in the");
        to.WriteLine("input fell short; 2 the command line or a path is wrong.");
    }

    private static void WriteHelp(TextWriter to, Command command)
    {
        to.WriteLine($"usage: talknotes {command.Name} {command.Usage}");
        to.WriteLine();
        to.WriteLine($"{command.Summary}.");
        if (command.Options.Length > 0)
        {
            to.WriteLine();
        }

        foreach (var option in command.Options)
        {
            var left = option.Value is null ? $"--{option.Name}" : $"--{option.Name} {option.Value}";
            to.WriteLine($"  {left,-24} {option.Help}");
        }
    }
}
