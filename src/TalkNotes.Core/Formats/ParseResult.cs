using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>What <see cref="SourceFormats"/> answers: a parsed source, or why there is none.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    /// <summary>A format understood the source.</summary>
    /// <param name="Source">The source and what was understood.</param>
    public sealed record Parsed(ParsedSource Source) : ParseResult;

    /// <summary>No format was used.</summary>
    /// <param name="Reason">Why, and what to do: TN201 a tie, TN202 an unknown format id.</param>
    public sealed record Refused(Diagnostic Reason) : ParseResult;
}
