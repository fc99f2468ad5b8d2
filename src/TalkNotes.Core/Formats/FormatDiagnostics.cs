using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>Every diagnostic about choosing a format and understanding its parts, in one place.</summary>
public static class FormatDiagnostics
{
    /// <summary>Code of <see cref="UnknownFormat"/>.</summary>
    public const string UnknownFormatCode = "TN202";

    /// <summary>TN201: two formats are equally sure of a source.</summary>
    public static Diagnostic Tie(ISourceFormat first, FormatMatch firstMatch, ISourceFormat second, FormatMatch secondMatch)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Severity.Error, "TN201", $"Both '{first.Id}' ({firstMatch.Reason}) and '{second.Id}' ({secondMatch.Reason}) fit; say which: --format {first.Id} or --format {second.Id}", null);
    }

    /// <summary>TN202: nobody knows the format that was asked for.</summary>
    public static Diagnostic UnknownFormat(string id, IEnumerable<string> known) =>
        new(Severity.Error, UnknownFormatCode, $"There is no format '{id}'; known are {string.Join(", ", known)}", null);

    /// <summary>TN210: a WebVTT file must begin with its signature.</summary>
    public static Diagnostic NoSignature(int line) =>
        new(Severity.Error, "TN210", "A WebVTT file begins with WEBVTT in capitals at its very start; players will not read this one", line);

    /// <summary>TN211: an arrow without two valid times around it; the caption is skipped and its lines stay unrecognised.</summary>
    public static Diagnostic BadTiming(int line) =>
        new(Severity.Warning, "TN211", "The times of this caption are not valid; the caption was skipped", line);

    /// <summary>TN212: a caption's end lies before its start; both are kept as stated.</summary>
    public static Diagnostic EndsBeforeStart(int line) =>
        new(Severity.Warning, "TN212", "This caption ends before it begins; both times are kept as stated", line);

    /// <summary>TN213: a caption without words gives no segment.</summary>
    public static Diagnostic EmptyCaption(int line) =>
        new(Severity.Info, "TN213", "This caption has no words", line);

    /// <summary>TN220: a structured file breaks off or breaks its own rules; what stands before is used.</summary>
    public static Diagnostic Damaged(string kind, string why, int line) =>
        new(Severity.Error, "TN220", $"The {kind} cannot be read from here on: {why.TrimEnd('.')}", line);

    /// <summary>TN221: an item of a structured file lacks what makes it a part of a transcript.</summary>
    public static Diagnostic UnusableItem(string what, int line) =>
        new(Severity.Warning, "TN221", $"{what}; it was skipped", line);
}
