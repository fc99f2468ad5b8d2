using System.Globalization;

namespace TalkNotes.Core.Export;

/// <summary>Where this library is read: exported files link there.</summary>
/// <param name="Root">Scheme and host, without a slash at the end: <c>https://notes.example.org</c>.</param>
public sealed record ExportSite(string Root)
{
    /// <summary>Where the program serves unless told otherwise.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>A talk.</summary>
    public string Talk(string slug) => $"{Root}/talks/{Uri.EscapeDataString(slug)}";

    /// <summary>A talk as a file.</summary>
    public string File(string slug, string ending) => $"{Talk(slug)}.{ending}";

    /// <summary>A range of segments, both ends included.</summary>
    public string Segments(string slug, int first, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"{Talk(slug)}/transcript?at=s{first}-s{last}#s{first}");

    /// <summary>A claim.</summary>
    public string Claim(string id) => $"{Root}/claims/{Uri.EscapeDataString(id)}";

    /// <summary>An address as people gave it, as one that every reader of links takes: what may not stand in it is escaped.</summary>
    public static string Iri(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : address;

    /// <summary>A moment of a video; null when there is no video.</summary>
    public static string? Moment(string? videoId, long startMs) => videoId is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"https://www.youtube.com/watch?v={Uri.EscapeDataString(videoId)}&t={startMs / 1000}s");
}
