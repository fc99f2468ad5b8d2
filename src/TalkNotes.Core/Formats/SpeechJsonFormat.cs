using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// What speech services answer (Rev, AssemblyAI, Deepgram, Amazon):
/// <code>
/// {"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Hi", "ts": 0.75, "end_ts": 1.01}]}]}
/// {"utterances": [{"speaker": "A", "start": 160, "end": 2400, "text": "Hello there."}], "audio_duration": 3}
/// {"results": {"utterances": [{"start": 0.1, "end": 1.5, "transcript": "hello there", "speaker": 0}]}}
/// {"results": {"audio_segments": [{"start_time": "0.0", "end_time": "1.5", "transcript": "Hello.", "speaker_label": "spk_0"}]}}
/// </code>
/// Utterances at the top state milliseconds, all others seconds. A speaker is named as the service does, a number too.
/// </summary>
public sealed class SpeechJsonFormat : ISourceFormat
{
    private const string AtTop = "utterances";

    /// <inheritdoc />
    public string Id => "speech-json";

    /// <inheritdoc />
    public string Name => "JSON of a speech service";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var shape = JsonShape.HasKeys(source, "segments") ? null
            : JsonShape.HasKeys(source, "monologues", "elements") ? "monologues with elements"
            : JsonShape.HasKeys(source, "utterances", "start") && (JsonShape.HasKeys(source, "text") || JsonShape.HasKeys(source, "transcript")) ? "utterances with a start"
            : JsonShape.HasKeys(source, "audio_segments", "transcript") ? "audio segments with a transcript"
            : null;
        return shape is null ? FormatMatch.None : new FormatMatch(MatchStrength.Certain, $"JSON with {shape}");
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var isNested = JsonShape.HasKeys(source, "results");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var document = JsonTranscript.Read(
            source,
            ledger,
            ["monologues", AtTop, "results.utterances", "results.audio_segments"],
            ["results.channels", "results.items", "results.transcripts", "words"],
            (item, segments, lines) => Read(item, segments, lines, isMilliseconds: !isNested && item.Get("text") is not null),
            (key, value, metadata) => key == "speakers" ? Names(value, names, metadata) : Field(key, value, metadata));
        return names.Count == 0 ? document : Named(document, names);
    }

    /// <summary>Rev lists the names of the numbers beside the monologues: <c>"speakers": [{"id": 0, "name": "Jo"}]</c>.</summary>
    private static TalkMetadata? Names(JsonElement value, Dictionary<string, string> names, TalkMetadata metadata)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var speaker in value.EnumerateArray())
        {
            if (speaker.Text("name") is { } name && SpokenWords.Text(speaker, "id") is { } id)
            {
                names.TryAdd(id, name);
            }
        }

        return names.Count == 0 ? null : metadata;
    }

    private static TalkDocument Named(TalkDocument document, Dictionary<string, string> names)
    {
        ImmutableArray<Segment> segments = [.. document.Segments.Select(s => s.Speaker is { } id && names.TryGetValue(id, out var name) ? s with { Speaker = name } : s)];
        return document with { Segments = segments, Metadata = document.Metadata with { Speakers = SpeakerList.Of(segments) } };
    }

    private static string? Read(JsonElement item, LabelledSegments segments, LineSpan lines, bool isMilliseconds)
    {
        if (item.Get("elements") is not null)
        {
            return Monologue(item, segments, lines);
        }

        if (item.Text("text", "transcript") is not { } text)
        {
            return "An utterance has no text";
        }

        var (start, end) = isMilliseconds
            ? (item.Milliseconds("start"), item.Milliseconds("end"))
            : (item.Seconds("start", "start_time"), item.Seconds("end", "end_time"));
        segments.Add(text, start, end, SpokenWords.Speaker(item), lines);
        return null;
    }

    private static string? Monologue(JsonElement item, LabelledSegments segments, LineSpan lines)
    {
        var text = new StringBuilder();
        TimeSpan? start = null, end = null;
        foreach (var element in item.Items("elements"))
        {
            text.Append(element.Get("value") is { ValueKind: JsonValueKind.String } value ? JsonValues.Whole(value) : "");
            start ??= element.Seconds("ts");
            end = element.Seconds("end_ts") ?? end;
            if (element.Text("type") == "text" && text.Length > 0)
            {
                // Rev writes blanks as elements of their own; where it does not, words must not grow together.
                text.Append('\u0001');
            }
        }

        var words = string.Join("", text.ToString().Split('\u0001').Select((part, i) => i > 0 && part.Length > 0 && char.IsLetterOrDigit(part[0]) ? " " + part : part));
        segments.Add(words, start, end, item.Get("speaker_info") is { } info && info.Text("display_name") is { } name ? name : SpokenWords.Speaker(item), lines);
        return string.IsNullOrWhiteSpace(words) ? "A monologue has no words" : null;
    }

    private static TalkMetadata? Field(string key, JsonElement value, TalkMetadata metadata) => key switch
    {
        "text" => metadata,
        "audio_duration" when JsonValues.Seconds(value) is { } duration => metadata with { Duration = duration },
        "language_code" when value.ValueKind == JsonValueKind.String => metadata with { Language = LanguageTag.Of(JsonValues.Whole(value)) },
        _ => null,
    };
}
