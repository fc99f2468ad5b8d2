using System.Collections.Immutable;

namespace TalkNotes.Core.Export;

/// <summary>A file format in which a transcript leaves the program.</summary>
/// <param name="Id">Its name on the command line and the ending of its files (<c>vtt</c>).</param>
/// <param name="Name">Name for people.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Write">Writes a talk; null when the format needs times and the transcript has none.</param>
public sealed record ExportFormat(string Id, string Name, string MediaType, Func<ExportedTalk, string?> Write)
{
    /// <summary>Every format.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("vtt", "WebVTT captions", "text/vtt", WebVttWriter.Write),
        new("srt", "SubRip captions", "application/x-subrip", SubRipWriter.Write),
        new("txt", "Plain text", "text/plain", PlainTextWriter.Write),
        new("json", "Podcasting 2.0 transcript", "application/json", PodcastJsonWriter.Write),
    ];

    /// <summary>The format of that id, or null.</summary>
    public static ExportFormat? Find(string id) => All.FirstOrDefault(f => f.Id == id);
}
