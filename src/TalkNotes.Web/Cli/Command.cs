using System.Collections.Immutable;

namespace TalkNotes.Web.Cli;

/// <summary>One option of a command.</summary>
/// <param name="Name">Without dashes.</param>
/// <param name="Value">Name of its value in the help ("DIR"), or null for a switch.</param>
/// <param name="Help">One line.</param>
/// <param name="Repeatable">Whether it may be given several times.</param>
internal sealed record Option(string Name, string? Value, string Help, bool Repeatable = false);

/// <summary>One sub-command of the program; each lives in a file of its own and is listed in <see cref="CommandLine.Commands"/>.</summary>
internal sealed record Command
{
    public static readonly Option Data = new("data", "DIR", "folder of the database (default: data)");
    public static readonly Option Json = new("json", null, "print one JSON object");

    public required string Name { get; init; }

    /// <summary>One line for the list of commands.</summary>
    public required string Summary { get; init; }

    /// <summary>What follows the name: <c>PATH… [--strict]</c>.</summary>
    public required string Usage { get; init; }

    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>Least and greatest number of words that are not options.</summary>
    public (int Least, int Most) Words { get; init; } = (0, 0);

    /// <summary>Runs it: 0 done; 1 done, but something in the input fell short; 2 the command line or a path is wrong.</summary>
    public required Func<Arguments, Terminal, CancellationToken, Task<int>> RunAsync { get; init; }
}

/// <summary>The command line is wrong; the message says how. Ends the program with status 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
