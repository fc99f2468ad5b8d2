using System.Text.Json;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// What Whisper and its kin write (Whisper, faster-whisper, whisperX, whisper.cpp, pipelines of Transformers):
/// <code>
/// {"text": "…", "segments": [{"id": 0, "start": 0.0, "end": 4.5, "text": " So today", "speaker": "SPEAKER_00"}], "language": "en"}
/// {"transcription": [{"offsets": {"from": 0, "to": 4500}, "text": " So today"}]}
/// {"chunks": [{"timestamp": [0.0, 4.5], "text": " So today"}]}
/// [{"text": "so today", "start": 0.0, "duration": 4.5}]
/// </code>
/// Also such items one a line.
/// A segment without times takes those of its first and last word. The whole text beside the segments is their repeat.
/// </summary>
public sealed class WhisperJsonFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "whisper-json";

    /// <inheritdoc />
    public string Name => "Whisper JSON";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var shape = JsonShape.HasKeys(source, "segments", "start", "end", "text") && !JsonShape.HasKeys(source, "body") ? "segments with start, end and text"
            : JsonShape.HasKeys(source, "transcription", "offsets", "text") ? "a transcription with offsets"
            : JsonShape.HasKeys(source, "chunks", "timestamp", "text") ? "chunks with a timestamp"
            : JsonShape.HasKeys(source, "text", "start", "duration") && !JsonShape.HasKeys(source, "title") ? "items with text, start and duration"
            : JsonShape.HasKeys(source, "start", "end", "text") && (source.Head.TrimStart().StartsWith("[") || JsonShape.IsLines(source)) ? "a list of items with start, end and text"
            : null;
        shape ??= JsonShape.HasKeys(source, "text", "timestamp") || JsonShape.HasKeys(source, "text", "time") || JsonShape.HasKeys(source, "text", "startTime") || JsonShape.HasKeys(source, "text", "start")
            ? "a list of items with text and a time" : null;
        return shape is null ? FormatMatch.None : new FormatMatch(shape.StartsWith('a') ? MatchStrength.Likely : MatchStrength.Certain, $"JSON with {shape}");
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        if (JsonShape.HasKeys(source, "speakers", "speaker", "timestamp"))
        {
            return JsonTranscript.Read(source, ledger, ["speakers"], ["chunks"], Read, Field); // the same words twice, once with who says them
        }

        return JsonTranscript.Read(source, ledger, ["segments", "transcription", "chunks", "transcript", "snippets", "items", "paragraphs", "sentences", "captions", "cues", "subtitles", "entries", "lines"], ["word_segments"], Read, Field);
    }

    private static string? Read(JsonElement item, LabelledSegments segments, LineSpan lines)
    {
        if (item.Text("text") is not { } text)
        {
            return "A segment has no text";
        }

        var (start, end) = Times(item);
        SpokenWords.Add(segments, item, text, start, end, lines);
        return null;
    }

    private static (TimeSpan? Start, TimeSpan? End) Times(JsonElement item)
    {
        if (item.Get("offsets") is { } offsets)
        {
            return (offsets.Milliseconds("from"), offsets.Milliseconds("to"));
        }

        if (item.Get("timestamp") is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2)
        {
            return (JsonValues.Seconds(pair[0]), JsonValues.Seconds(pair[1]));
        }

        var start = item.Seconds("start", "start_time", "startTime", "timestamp", "time");
        return (start, item.Seconds("end", "end_time", "endTime") ?? (start + item.Seconds("duration", "dur")));
    }

    /// <summary>The whole text beside the segments is their repeat; it is used and says nothing more.</summary>
    private static TalkMetadata? Field(string key, JsonElement value, TalkMetadata metadata) => key switch
    {
        "text" => metadata,
        "title" when value.ValueKind == JsonValueKind.String && JsonValues.Display(value) is { Length: > 0 } title => metadata with { Title = title },
        "language" when value.ValueKind == JsonValueKind.String => metadata with { Language = LanguageTag.Of(JsonValues.Whole(value)) },
        "result" when value.Text("language") is { } language => metadata with { Language = LanguageTag.Of(language) },
        "duration" when JsonValues.Seconds(value) is { } duration => metadata with { Duration = duration },
        _ => null,
    };
}
