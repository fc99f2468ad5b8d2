namespace TalkNotes.Core.Documents;

/// <summary>Formats that others than the formats themselves must tell apart.</summary>
internal static class FormatIds
{
    /// <summary>Notes that a person or a tool wrote: they go out again as they came in.</summary>
    public const string ClaimNotes = "claim-notes";

    /// <summary>What yt-dlp says about a video.</summary>
    public const string VideoInfo = "yt-dlp-info";

    /// <summary>What a publisher wrote below a video.</summary>
    public const string VideoDescription = "video-description";

    /// <summary>Notes that this program wrote: they stand behind every other source of their talk.</summary>
    public const string OwnNotes = "talknotes-notes";
}
