using System.Text.Json;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Adds a segment whose words may have times and speakers of their own. Where the words name the speakers and the
/// segment names none, the segment is cut where they change; its text stays as written.
/// </summary>
internal static class SpokenWords
{
    private static readonly string[] SpeakerKeys = ["speaker", "speaker_label", "speakerLabel", "speaker_id"];

    /// <summary>Adds the segment, or its parts.</summary>
    /// <param name="segments">Where to.</param>
    /// <param name="item">The item.</param>
    /// <param name="text">Its text.</param>
    /// <param name="start">Its stated start, or null.</param>
    /// <param name="end">Its stated end, or null.</param>
    /// <param name="lines">Where it stands.</param>
    public static void Add(LabelledSegments segments, JsonElement item, string text, TimeSpan? start, TimeSpan? end, LineSpan lines)
    {
        var words = item.Items("words").ToList();
        start ??= words.Select(w => w.Seconds("start")).FirstOrDefault(t => t is not null);
        end ??= words.Select(w => w.Seconds("end")).LastOrDefault(t => t is not null);
        var speaker = Speaker(item);
        var parts = speaker is null ? Parts(words, text) : [];
        if (parts.Count < 2)
        {
            segments.Add(text, start, end, speaker ?? parts.Select(p => p.Speaker).FirstOrDefault(), lines);
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var to = i + 1 < parts.Count ? parts[i + 1].At : text.Length;
            segments.Add(text[parts[i].At..to], i == 0 ? start : parts[i].Start, i + 1 < parts.Count ? parts[i].End : end, parts[i].Speaker, lines);
        }
    }

    /// <summary>The speaker of an item: a name, or a number as services count them.</summary>
    public static string? Speaker(JsonElement item)
    {
        foreach (var key in SpeakerKeys)
        {
            if (Text(item, key) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>A name, or a number as it is written.</summary>
    public static string? Text(JsonElement item, string key) => item.Text(key) ?? (item.Get(key) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null);

    /// <summary>The stretches of one speaker; a word without speaker, or that is not found in the text, belongs to the stretch before.</summary>
    private static List<(int At, string Speaker, TimeSpan? Start, TimeSpan? End)> Parts(List<JsonElement> words, string text)
    {
        var parts = new List<(int At, string Speaker, TimeSpan? Start, TimeSpan? End)>();
        var from = 0;
        foreach (var word in words)
        {
            var said = word.Text("word", "text", "value", "punctuated_word");
            var at = said is null ? -1 : text.IndexOf(said, from, StringComparison.Ordinal);
            if (at >= 0 && Speaker(word) is { } speaker && (parts.Count == 0 || parts[^1].Speaker != speaker))
            {
                parts.Add((parts.Count == 0 ? 0 : at, speaker, word.Seconds("start"), word.Seconds("end")));
            }
            else if (parts.Count > 0 && word.Seconds("end") is { } end)
            {
                parts[^1] = parts[^1] with { End = end };
            }

            from = at >= 0 ? at + said!.Length : from;
        }

        return parts;
    }
}
