using System.Text.Json;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// The JSON transcript of Podcasting 2.0, https://github.com/Podcastindex-org/podcast-namespace:
/// <code>
/// {"version": "1.0.0", "segments": [{"speaker": "Darth Vader", "startTime": 0.5, "endTime": 0.75, "body": "I"}]}
/// </code>
/// </summary>
public sealed class PodcastJsonFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "podcast-json";

    /// <inheritdoc />
    public string Name => "Podcasting 2.0 JSON transcript";

    /// <inheritdoc />
    public int Revision => 1;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return JsonShape.HasKeys(source, "segments", "startTime", "body")
            ? new FormatMatch(MatchStrength.Certain, "JSON with segments that have a startTime and a body")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        return JsonTranscript.Read(source, ledger, ["segments"], [], Read, Field);
    }

    private static string? Read(JsonElement item, LabelledSegments segments, LineSpan lines)
    {
        if (item.Text("body") is not { } body)
        {
            return "A segment has no body";
        }

        segments.Add(body, item.Seconds("startTime"), item.Seconds("endTime"), item.Text("speaker"), lines);
        return null;
    }

    private static TalkMetadata? Field(string key, JsonElement value, TalkMetadata metadata) => key switch
    {
        "title" when JsonValues.Display(value) is { Length: > 0 } title => metadata with { Title = title },
        "version" => metadata with { },
        _ => null,
    };
}
