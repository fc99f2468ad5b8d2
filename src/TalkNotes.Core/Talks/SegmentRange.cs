using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Talks;

/// <summary>A range of segments, as addresses name it; in JSON <c>[first, last]</c>.</summary>
/// <param name="First">First segment, from 0.</param>
/// <param name="Last">Last segment, inclusive.</param>
[JsonConverter(typeof(SegmentRangeJson))]
public readonly record struct SegmentRange(int First, int Last)
{
    /// <summary>Words whose end no source states count for so long each; slow speech takes half of it.</summary>
    private const int LongestWordMs = 1_000;

    /// <summary>Reads <c>s3-s5</c>, <c>s3</c>, <c>1:58-2:12</c> or <c>1:58</c> against a transcript; a dash may be an en dash.</summary>
    /// <param name="text">The value of <c>?at=</c>.</param>
    /// <param name="segments">The transcript, by number.</param>
    /// <returns>
    /// Null when it names no place of this transcript, such as a moment after the last words; an end beyond the last segment is cut.
    /// A moment between words means those before it.
    /// </returns>
    public static SegmentRange? Parse(string? text, IReadOnlyList<TranscriptSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (string.IsNullOrWhiteSpace(text) || segments.Count == 0)
        {
            return null;
        }

        var parts = text.Split(['-', '–'], 2, StringSplitOptions.TrimEntries);
        if (Number(parts[0]) is { } first)
        {
            var last = parts.Length == 1 ? first : Number(parts[1]);
            return last is { } l && first < segments.Count && l >= first ? new SegmentRange(first, Math.Min(l, segments.Count - 1)) : null;
        }

        if (!Timestamp.TryParse(parts[0], out var start) || (parts.Length > 1 && !Timestamp.TryParse(parts[1], out _)))
        {
            return null;
        }

        var end = parts.Length > 1 && Timestamp.TryParse(parts[1], out var e) ? e : start;
        return end >= start ? At((long)start.TotalMilliseconds, (long)end.TotalMilliseconds, segments) : null;
    }

    /// <summary>The end of a range for people: the last segment's stated end, else where the next one starts, else the end of the talk.</summary>
    /// <returns>Milliseconds, or null when nothing says it.</returns>
    public static long? EndMs(IReadOnlyList<TranscriptSegment> segments, int last, long? durationMs)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (segments[last].StartMs is null || segments[last].EndMs is not null)
        {
            return segments[last].EndMs;
        }

        for (var n = last + 1; n < segments.Count; n++)
        {
            if (segments[n].StartMs is { } next && next > segments[last].StartMs)
            {
                return next;
            }
        }

        return durationMs > segments[last].StartMs ? durationMs : null;
    }

    /// <inheritdoc />
    public override string ToString() => First == Last ? $"s{First}" : $"s{First}-s{Last}";

    private static SegmentRange? At(long startMs, long endMs, IReadOnlyList<TranscriptSegment> segments)
    {
        int? first = null;
        int? last = null;
        var over = long.MinValue;
        foreach (var segment in segments)
        {
            if (segment.StartMs is not { } at)
            {
                continue;
            }

            over = Math.Max(over, segment.EndMs ?? at + (LongestWordMs * (1 + segment.Text.AsSpan().Count(' '))));

            // The first of several that start together; the moment before the first words means the first words.
            if (first is null || (at <= startMs && at != segments[first.Value].StartMs))
            {
                first = segment.N;
            }

            if (at < endMs || at <= startMs)
            {
                last = segment.N;
            }
        }

        return first is { } f && startMs <= over ? new SegmentRange(f, Math.Max(f, last ?? f)) : null;
    }

    private static int? Number(string text) =>
        text.StartsWith('s') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Writes and reads <c>[first, last]</c>.</summary>
internal sealed class SegmentRangeJson : JsonConverter<SegmentRange>
{
    public override SegmentRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<int[]>(ref reader, options) is [var first, var last]
            ? new SegmentRange(first, last)
            : throw new JsonException("A range of segments is [first, last].");

    public override void Write(Utf8JsonWriter writer, SegmentRange value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.First);
        writer.WriteNumberValue(value.Last);
        writer.WriteEndArray();
    }
}
