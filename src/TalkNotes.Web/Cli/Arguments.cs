using System.Globalization;
using TalkNotes.Core;

namespace TalkNotes.Web.Cli;

/// <summary>A command's words and options, checked against what it declares.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> _options = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>What is not an option, in order.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Whether an option was given.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>The last value of an option, or null.</summary>
    public string? Value(string option) => _options.TryGetValue(option, out var values) ? values[^1] : null;

    /// <summary>All values of a repeatable option.</summary>
    public IReadOnlyList<string> Values(string option) => _options.TryGetValue(option, out var values) ? values : [];

    /// <summary>The option as a whole number within bounds, or <paramref name="otherwise"/>.</summary>
    /// <exception cref="UsageException">It is no such number.</exception>
    public int Number(string option, int otherwise, int least, int most)
    {
        if (Value(option) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"--{option} takes a number from {least} to {most}, not '{text}'");
    }

    /// <summary>The program's options, with <c>--data</c> and <c>--library</c> applied.</summary>
    public TalkNotesOptions TalkNotes(TalkNotesOptions? defaults = null)
    {
        var options = defaults ?? new TalkNotesOptions();
        return options with
        {
            DataDirectory = Value("data") ?? options.DataDirectory,
            LibraryDirectory = Value("library") ?? options.LibraryDirectory,
        };
    }

    /// <summary>Reads what follows the command's name; <c>--</c> ends the options.</summary>
    /// <exception cref="UsageException">An option is unknown, misses its value or is given twice, or the number of words is wrong.</exception>
    public static Arguments Parse(Command command, IEnumerable<string> args)
    {
        var parsed = new Arguments();
        var queue = new Queue<string>(args);
        var optionsEnd = false;
        while (queue.TryDequeue(out var arg))
        {
            if (optionsEnd || !arg.StartsWith("--", StringComparison.Ordinal))
            {
                parsed._words.Add(arg);
            }
            else if (arg.Length == 2)
            {
                optionsEnd = true;
            }
            else
            {
                parsed.Take(command, arg[2..], queue);
            }
        }

        if (parsed._words.Count < command.Words.Least)
        {
            throw new UsageException("something is missing");
        }

        return parsed._words.Count > command.Words.Most
            ? throw new UsageException($"'{parsed._words[command.Words.Most]}' is one word too many; quote words that belong together")
            : parsed;
    }

    private void Take(Command command, string arg, Queue<string> queue)
    {
        var equals = arg.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? arg : arg[..equals];
        var option = command.Options.FirstOrDefault(o => o.Name == name)
            ?? throw new UsageException($"there is no option --{name}");
        var value = "";
        if (option.Value is not null)
        {
            value = equals >= 0 ? arg[(equals + 1)..]
                : queue.TryDequeue(out var next) ? next
                : throw new UsageException($"--{name} needs a value: {option.Value}");
        }
        else if (equals >= 0)
        {
            throw new UsageException($"--{name} takes no value");
        }

        if (!_options.TryGetValue(name, out var values))
        {
            _options[name] = values = [];
        }
        else if (!option.Repeatable)
        {
            throw new UsageException($"--{name} is given twice");
        }

        values.Add(value);
    }
}
