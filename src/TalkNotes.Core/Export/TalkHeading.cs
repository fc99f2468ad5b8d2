using System.Globalization;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>What is known of a talk, in a few lines; what no source states is left out.</summary>
internal static class TalkHeading
{
    /// <summary>Title; show and date of publication; address.</summary>
    public static List<string> Lines(TalkSummary talk)
    {
        var shown = string.Join(" · ", new[] { talk.Show, talk.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }.Where(p => p is not null));
        return [.. new[] { talk.Title, shown, talk.Url }.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => string.Join(' ', l!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }
}
