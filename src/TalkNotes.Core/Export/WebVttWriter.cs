using System.Globalization;
using System.Text;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>
/// WebVTT with a voice span in every cue that has a speaker; <c>&gt;&gt;</c> begins a turn by nobody named.
/// https://www.w3.org/TR/webvtt1/
/// </summary>
internal static class WebVttWriter
{
    public static string? Write(ExportedTalk talk)
    {
        var cues = ExportedCue.Of(talk.Segments);
        if (cues.Count == 0)
        {
            return null;
        }

        // Nothing may stand right under the signature, so the language is said in the note: https://www.w3.org/TR/webvtt1/#file-structure
        var text = new StringBuilder("WEBVTT\n\n");
        List<string> heading = [.. TalkHeading.Lines(talk.Talk)];
        if (talk.Talk.Language is { } language)
        {
            heading.Add($"Language: {language}");
        }

        if (heading.Count > 0)
        {
            text.Append("NOTE\n").AppendJoin('\n', heading.Select(l => l.Replace("-->", "->", StringComparison.Ordinal))).Append("\n\n");
        }

        int? turn = null;
        foreach (var cue in cues)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Time(cue.Start)} --> {Time(cue.End)}\n");
            foreach (var segment in cue.Segments)
            {
                text.Append(Mark(segment, turn)).Append(Escape(CaptionLines.Of(segment.Text))).Append(segment.Speaker is null ? "\n" : "</v>\n");
                turn = segment.Turn;
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Mark(TranscriptSegment segment, int? turn) =>
        segment.Speaker is { } speaker ? $"<v {Escape(speaker.ReplaceLineEndings(" "))}>"
        : segment.Turn is not null && segment.Turn != turn ? "&gt;&gt; "
        : "";

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
