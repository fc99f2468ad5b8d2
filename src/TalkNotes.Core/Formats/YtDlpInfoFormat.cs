using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// The <c>.info.json</c> that yt-dlp writes beside a video: it describes the talk and holds no words of it.
/// <code>
/// {"id": "dQw4w9WgXcQ", "title": "…", "webpage_url": "https://…", "upload_date": "20250514", "duration": 2803, "chapters": […]}
/// </code>
/// The channel is kept as a field: who publishes is not thereby the show. The description is the publisher's summary.
/// </summary>
public sealed class YtDlpInfoFormat : ISourceFormat
{
    /// <summary>Lists of addresses and pictures, megabytes of them, that say nothing about the talk.</summary>
    private static readonly string[] Ignored =
    [
        "formats", "requested_formats", "thumbnails", "automatic_captions", "subtitles", "requested_subtitles", "heatmap", "comments", "http_headers",
        "requested_downloads", "entries", "_format_sort_fields",
    ];

    /// <inheritdoc />
    public string Id => FormatIds.VideoInfo;

    /// <inheritdoc />
    public string Name => "yt-dlp description of a video";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return JsonShape.HasKeys(source, "id", "title") && !JsonShape.HasKeys(source, "segments")
            && (JsonShape.HasKeys(source, "webpage_url") || JsonShape.HasKeys(source, "extractor") || JsonShape.HasKeys(source, "upload_date"))
            ? new FormatMatch(MatchStrength.Certain, "JSON with id, title and webpage_url, extractor or upload_date, as yt-dlp writes it")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var metadata = new TalkMetadata();
        var chapters = ImmutableArray.CreateBuilder<Chapter>();
        string? id = null, extractor = null;
        var damage = JsonItems.Read(
            source,
            ledger,
            ["chapters"],
            Ignored,
            (_, item, lines) =>
            {
                if (item.Text("title") is { } title)
                {
                    chapters.Add(new Chapter { Title = title, Start = item.Seconds("start_time"), End = item.Seconds("end_time"), Lines = lines });
                }
            },
            (key, value, lines) =>
            {
                id = key == "id" ? JsonValues.Display(value) : id;
                extractor = key is "extractor" or "extractor_key" ? JsonValues.Display(value) : extractor;
                return Field(key, value, lines, ref metadata);
            });

        // The id of a video elsewhere may have eleven characters too.
        var isYouTube = extractor?.StartsWith("youtube", StringComparison.OrdinalIgnoreCase) ?? metadata.Url?.Contains("youtu", StringComparison.OrdinalIgnoreCase) ?? false;
        return new TalkDocument
        {
            Metadata = isYouTube && id is { Length: 11 } ? metadata with { VideoId = id } : metadata,
            Chapters = chapters.DrainToImmutable(),
            Claims = [],
            Diagnostics = damage,
        };
    }

    private static bool Field(string key, JsonElement value, LineSpan lines, ref TalkMetadata metadata)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return false;
        }

        var text = JsonValues.Display(value);
        TalkMetadata? taken = key switch
        {
            "title" => metadata with { Title = text },
            "webpage_url" => metadata with { Url = text },
            "original_url" => metadata with { Url = metadata.Url ?? text },
            "upload_date" when Date(text) is { } date => metadata with { Published = date },
            "duration" when JsonValues.Seconds(value) is { } duration => metadata with { Duration = duration },
            "language" => metadata with { Language = LanguageTag.Of(text) },
            "tags" => metadata with { Topics = [.. JsonValues.Strings(value).Distinct(StringComparer.Ordinal)] },
            "series" => metadata with { Show = text },
            "id" or "channel" or "uploader" or "description" or "extractor" or "extractor_key" or "categories" or "channel_url" or "release_date"
                or "view_count" or "like_count" or "duration_string" or "availability" or "live_status" or "fulltitle" => metadata,
            _ => null,
        };
        if (taken is null)
        {
            return false;
        }

        metadata = taken with { Fields = taken.Fields.Add(new MetadataField(key, text, lines)) };
        return true;
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
