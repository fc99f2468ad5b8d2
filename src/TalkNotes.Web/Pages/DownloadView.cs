using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>What a page offers as files; drawn by <c>_Download.cshtml</c>.</summary>
/// <param name="Files">Name and address of each.</param>
public sealed record DownloadView(IReadOnlyList<(string Name, string Address)> Files)
{
    /// <summary>Everything that a talk can be written as.</summary>
    public static DownloadView Of(TalkSummary talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return new DownloadView([.. Formats(talk).Select(f => (f.Name, Links.TalkFile(talk.Slug, f.Ending)))]);
    }

    /// <summary>A list of talks as a table, and the talks themselves as archives.</summary>
    public static DownloadView Of(TalkFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new DownloadView(
        [
            ("This list as CSV", Links.Beside(Links.TalksBy(filter with { Page = 1 }), Links.Talks, Links.TalksTable)),
            .. new[] { ("Markdown notes", "md"), ("JSON", "json"), ("Captions and text", "vtt,srt,txt"), ("Every format", ExportFormat.Ids.Replace(" ", "", StringComparison.Ordinal)) }
                .Select(f => ($"{f.Item1} of these talks, as ZIP", Links.TalksFiles(filter, f.Item2))),
        ]);
    }

    /// <summary>The formats that a talk has enough for.</summary>
    public static IEnumerable<ExportFormat> Formats(TalkSummary talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return ExportFormat.All.Where(f => f.Lack is null || (f.Id is "vtt" or "srt" ? talk.IsTimed : talk.HasTranscript));
    }
}
