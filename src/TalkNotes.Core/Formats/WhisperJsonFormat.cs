using System.Collections.Immutable;
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
/// A segment without times takes those of its first and last word. The whole text beside the segments is their repeat.
/// </summary>
public sealed class WhisperJsonFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "whisper-json";

    /// <inheritdoc />
    public string Name => "Whisper JSON";

    /// <inheritdoc />
    public int Revision => 1;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var shape = JsonShape.HasKeys(source, "segments", "start", "end", "text") && !JsonShape.HasKeys(source, "body") ? "segments with start, end and text"
            : JsonShape.HasKeys(source, "transcription", "offsets", "text") ? "a transcription with offsets"
            : JsonShape.HasKeys(source, "chunks", "timestamp", "text") ? "chunks with a timestamp"
            : JsonShape.HasKeys(source, "text", "start", "duration") && !JsonShape.HasKeys(source, "title") ? "items with text, start and duration"
            : JsonShape.HasKeys(source, "start", "end", "text") && source.Text.AsSpan().TrimStart().StartsWith("[") ? "a list of items with start, end and text"
            : null;
        return shape is null ? FormatMatch.None : new FormatMatch(shape.StartsWith('a') ? MatchStrength.Likely : MatchStrength.Certain, $"JSON with {shape}");
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var segments = new LabelledSegments();
        var metadata = new TalkMetadata();
        diagnostics.AddRange(JsonItems.Read(
            source,
            ledger,
            ["segments", "transcription", "chunks", "transcript", "snippets"],
            ["word_segments"],
            (_, item, lines) =>
            {
                if (Read(item, segments, lines) is { } why)
                {
                    diagnostics.Add(FormatDiagnostics.UnusableItem(why, lines.First));
                }
            },
            (key, value, lines) => Field(key, value, lines, ref metadata)));
        return segments.Document(metadata, diagnostics);
    }

    private static string? Read(JsonElement item, LabelledSegments segments, LineSpan lines)
    {
        if (item.Text("text") is not { } text)
        {
            return "A segment has no text";
        }

        var words = item.Items("words").ToList();
        var (start, end) = Times(item);
        start ??= words.Select(w => w.Seconds("start")).FirstOrDefault(t => t is not null);
        end ??= words.Select(w => w.Seconds("end")).LastOrDefault(t => t is not null);
        segments.Add(text, start, end, item.Text("speaker", "speaker_label", "speakerLabel"), lines);
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

        var start = item.Seconds("start", "start_time");
        return (start, item.Seconds("end", "end_time") ?? (start + item.Seconds("duration", "dur")));
    }

    private static bool Field(string key, JsonElement value, LineSpan lines, ref TalkMetadata metadata)
    {
        switch (key)
        {
            case "text":
                return true;
            case "language" when value.ValueKind == JsonValueKind.String:
                metadata = metadata with { Language = LanguageTag.Of(JsonValues.Whole(value)) };
                break;
            case "result" when value.Text("language") is { } language:
                metadata = metadata with { Language = LanguageTag.Of(language) };
                break;
            case "duration" when JsonValues.Seconds(value) is { } duration:
                metadata = metadata with { Duration = duration };
                break;
            default:
                return false;
        }

        metadata = metadata with { Fields = metadata.Fields.Add(new MetadataField(key, value.ValueKind == JsonValueKind.Object ? value.Text("language") ?? "" : JsonValues.Display(value), lines)) };
        return true;
    }
}
