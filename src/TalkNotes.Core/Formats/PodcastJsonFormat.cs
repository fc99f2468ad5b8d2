using System.Collections.Immutable;
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
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var segments = new LabelledSegments();
        var metadata = new TalkMetadata();
        diagnostics.AddRange(JsonItems.Read(
            source,
            ledger,
            ["segments"],
            [],
            (_, item, lines) =>
            {
                if (item.Text("body") is { } body)
                {
                    segments.Add(body, item.Seconds("startTime"), item.Seconds("endTime"), item.Text("speaker"), lines);
                }
                else
                {
                    diagnostics.Add(FormatDiagnostics.UnusableItem("A segment has no body", lines.First));
                }
            },
            (key, value, lines) =>
            {
                metadata = metadata with
                {
                    Title = key == "title" && JsonValues.Display(value) is { Length: > 0 } title ? title : metadata.Title,
                    Fields = metadata.Fields.Add(new MetadataField(key, JsonValues.Display(value), lines)),
                };
                return key is "version" or "title";
            }));
        return segments.Document(metadata, diagnostics);
    }
}
