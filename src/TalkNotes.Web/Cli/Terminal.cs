using System.Text;

namespace TalkNotes.Web.Cli;

/// <summary>Where a command reads and writes: results to <see cref="Out"/>, progress and complaints to <see cref="Error"/>.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: results only.</param>
/// <param name="Error">Standard error: progress, warnings, errors.</param>
/// <param name="IsInteractive">Whether a person watches <see cref="Error"/>, so that progress may be redrawn in place.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool IsInteractive)
{
    public static Terminal System { get; } = new(Console.In, Console.Out, Console.Error, !Console.IsErrorRedirected) { IsTypedAt = !Console.IsInputRedirected };

    /// <summary>Whether a person types at <see cref="In"/>, so that a secret is asked for twice and not shown.</summary>
    private bool IsTypedAt { get; init; }

    /// <summary>Prints one object as JSON, as <c>--json</c> promises.</summary>
    public void WriteJson<T>(T value) => Out.WriteLine(Json.Serialize(value));

    /// <summary>A secret: asked for twice where a person types, else the first line of standard input.</summary>
    /// <exception cref="UsageException">There is none, or the two differ.</exception>
    public async Task<string> ReadSecretAsync(string prompt)
    {
        if (!IsTypedAt)
        {
            return await In.ReadLineAsync() is { Length: > 0 } line ? line : throw new UsageException("the password is missing; give it on standard input");
        }

        var (first, second) = (Type(prompt), Type("Once more"));
        return first == second ? first : throw new UsageException("the two differ; nothing was changed");
    }

    private string Type(string prompt)
    {
        Error.Write($"{prompt}: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Error.WriteLine();
        return typed.ToString();
    }
}
