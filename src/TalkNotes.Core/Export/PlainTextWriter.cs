using System.Globalization;
using System.Text;

namespace TalkNotes.Core.Export;

/// <summary>
/// Text for reading: what is known of the talk, then its words, a line a segment, with times and names where they are
/// stated: <c>[0:01:05] Noam Brown: One way to think</c>.
/// </summary>
internal static class PlainTextWriter
{
    public static string? Write(ExportedTalk talk)
    {
        if (talk.Segments.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var line in TalkHeading.Lines(talk.Talk))
        {
            text.Append(line).Append('\n');
        }

        (int? Turn, string? Speaker) before = (null, null);
        foreach (var segment in talk.Segments)
        {
            var changes = (segment.Turn, segment.Speaker) != before;
            text.Append(changes || segment == talk.Segments[0] ? "\n" : "");
            if (segment.StartMs is { } start)
            {
                var time = TimeSpan.FromMilliseconds(start);
                text.Append(CultureInfo.InvariantCulture, $"[{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}] ");
            }

            text.Append(changes && segment.Speaker is not null ? $"{segment.Speaker}: " : "");
            text.Append(CaptionLines.Of(segment.Text).Replace('\n', ' ')).Append('\n');
            before = (segment.Turn, segment.Speaker);
        }

        return text.ToString().TrimStart('\n');
    }
}
