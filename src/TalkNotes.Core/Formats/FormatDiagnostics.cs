using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>Every diagnostic about choosing a format and understanding its parts, in one place.</summary>
public static class FormatDiagnostics
{
    /// <summary>TN201: two formats are equally sure of a source.</summary>
    public static Diagnostic Tie(ISourceFormat first, FormatMatch firstMatch, ISourceFormat second, FormatMatch secondMatch)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Severity.Error, "TN201", $"Both '{first.Id}' ({firstMatch.Reason}) and '{second.Id}' ({secondMatch.Reason}) fit; name the format to use", null);
    }

    /// <summary>TN202: nobody knows the format that was asked for.</summary>
    public static Diagnostic UnknownFormat(string id, IEnumerable<string> known) =>
        new(Severity.Error, "TN202", $"There is no format '{id}'; known are {string.Join(", ", known)}", null);
}
