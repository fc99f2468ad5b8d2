using System.Globalization;
using System.Text;
using TalkNotes.Core.Formats.Parts;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>SubRip, as Podcasting 2.0 asks: <c>Name:</c> where the speaker changes; <c>&gt;&gt;</c> begins a turn by nobody named.</summary>
internal static class SubRipWriter
{
    private const int LongestLabel = 60;

    public static string? Write(ExportedTalk talk)
    {
        var cues = ExportedCue.Of(talk.Segments);
        if (cues.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        (int? Turn, string? Speaker) before = (null, null);
        for (var i = 0; i < cues.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}\n{Time(cues[i].Start)} --> {Time(cues[i].End)}\n");
            foreach (var segment in cues[i].Segments)
            {
                text.AppendJoin('\n', CaptionLines.Of(Mark(segment, before) + segment.Text).Split('\n').Select(Guarded)).Append('\n');
                before = (segment.Turn, segment.Speaker);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Mark(TranscriptSegment segment, (int? Turn, string? Speaker) before) =>
        (segment.Turn, segment.Speaker) == before && !LooksLabelled(segment) ? ""
        : segment.Speaker is { } speaker ? $"{speaker.ReplaceLineEndings(" ")}: "
        : segment.Turn is not null ? ">> "
        : "";

    /// <summary>Words that begin like a label would name somebody else; behind the true label they are words.</summary>
    private static bool LooksLabelled(TranscriptSegment segment) => segment.Speaker is not null && segment.Text.AsSpan().TrimStart() is [var first, ..] text
        && char.IsUpper(first) && text.IndexOf(": ") is > 0 and < LongestLabel;

    /// <summary>
    /// A line of words that no reader takes for mark-up, for times, or for another format. SubRip has no escape of its own, so what would be
    /// taken for one of these, and nothing else, is written with character references, which this program and most players read.
    /// </summary>
    private static string Guarded(string line)
    {
        var words = SubRipText.Strip(line) == line ? line : line
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("{", "&#123;", StringComparison.Ordinal).Replace("\\", "&#92;", StringComparison.Ordinal);
        words = words.Replace("-->", "--&gt;", StringComparison.Ordinal);
        var first = words.AsSpan().IndexOfAnyExcept("\uFEFF \t");
        return first >= 0 && (SubRipTiming.TryRead(words, out _, out _) || words.AsSpan(first).StartsWith("WEBVTT", StringComparison.OrdinalIgnoreCase))
            ? string.Create(CultureInfo.InvariantCulture, $"{words[..first]}&#{(int)words[first]};{words[(first + 1)..]}")
            : words;
    }

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00},{time.Milliseconds:000}");
}
