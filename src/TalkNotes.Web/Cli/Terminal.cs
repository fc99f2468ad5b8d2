namespace TalkNotes.Web.Cli;

/// <summary>Where a command reads and writes: results to <see cref="Out"/>, progress and complaints to <see cref="Error"/>.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: results only.</param>
/// <param name="Error">Standard error: progress, warnings, errors.</param>
/// <param name="IsInteractive">Whether a person watches <see cref="Error"/>, so that progress may be redrawn in place.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool IsInteractive)
{
    public static Terminal System { get; } = new(Console.In, Console.Out, Console.Error, !Console.IsErrorRedirected);

    /// <summary>Prints one object as JSON, as <c>--json</c> promises.</summary>
    public void WriteJson<T>(T value) => Out.WriteLine(Json.Serialize(value));
}
