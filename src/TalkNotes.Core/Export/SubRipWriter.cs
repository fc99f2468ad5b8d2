using System.Globalization;
using System.Text;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>SubRip, as Podcasting 2.0 asks: <c>Name:</c> where the speaker changes; <c>&gt;&gt;</c> begins a turn by nobody named.</summary>
internal static class SubRipWriter
{
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
                text.Append(Mark(segment, before)).Append(CaptionLines.Of(segment.Text)).Append('\n');
                before = (segment.Turn, segment.Speaker);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Mark(TranscriptSegment segment, (int? Turn, string? Speaker) before) =>
        (segment.Turn, segment.Speaker) == before ? ""
        : segment.Speaker is { } speaker ? $"{speaker.ReplaceLineEndings(" ")}: "
        : segment.Turn is not null ? ">> "
        : "";

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00},{time.Milliseconds:000}");
}
