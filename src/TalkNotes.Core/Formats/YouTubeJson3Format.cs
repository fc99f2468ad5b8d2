using System.Text;
using System.Text.Json;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// YouTube's <c>json3</c> captions, as yt-dlp saves them:
/// <code>
/// {"wireMagic": "pb3", "events": [{"tStartMs": 160, "dDurationMs": 4480, "segs": [{"utf8": "so"}, {"utf8": " today", "tOffsetMs": 320}]}]}
/// </code>
/// An event is a caption; those that only append a line break to roll the window say nothing.
/// </summary>
public sealed class YouTubeJson3Format : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "youtube-json3";

    /// <inheritdoc />
    public string Name => "YouTube json3 captions";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return JsonShape.HasKeys(source, "events", "tStartMs")
            ? new FormatMatch(MatchStrength.Certain, "JSON with events that have a tStartMs")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var captions = new List<Caption>();
        var damage = JsonItems.Read(source, ledger, ["events"], [], (_, item, lines) => Add(item, lines, captions), (key, _, _) => key == "wireMagic");
        var segments = CaptionSegments.Of(RollingCaptions.Merge(captions));
        return new TalkDocument { Metadata = new TalkMetadata { Speakers = SpeakerList.Of(segments) }, Segments = segments, Diagnostics = damage };
    }

    private static void Add(JsonElement item, LineSpan lines, List<Caption> captions)
    {
        var text = new StringBuilder();
        foreach (var part in item.Items("segs"))
        {
            text.Append(part.Get("utf8") is { ValueKind: JsonValueKind.String } words ? JsonValues.Whole(words) : "");
        }

        var start = item.Milliseconds("tStartMs");
        var said = CaptionText.Lines(text.ToString(), lines);
        if (!said.IsEmpty)
        {
            captions.Add(new Caption(start, start + item.Milliseconds("dDurationMs"), said));
        }
    }
}
