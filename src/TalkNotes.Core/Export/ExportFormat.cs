using System.Collections.Immutable;

namespace TalkNotes.Core.Export;

/// <summary>A file format in which a talk leaves the program.</summary>
/// <param name="Id">Its name on the command line and in addresses.</param>
/// <param name="Ending">The ending of its files (<c>podcast.json</c>); that of no other format.</param>
/// <param name="Name">Name for people.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Write">Writes a talk; null when the talk has not what the format needs.</param>
/// <param name="Lack">Why a talk cannot be written, in words; null when every talk can.</param>
public sealed record ExportFormat(string Id, string Ending, string Name, string MediaType, Func<ExportedTalk, ExportSite, byte[]?> Write, string? Lack = null)
{
    private const string Times = "times are needed, and no transcript of this talk states any";
    private const string Transcript = "a transcript is needed, and this talk has none";

    /// <summary>Every format.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("md", "md", "Markdown notes", "text/markdown", NotesWriter.Write),
        new("json", "json", "All that is known, as JSON", "application/json", Text((t, _) => TalkJsonWriter.Write(t))),
        new("csv", "csv", "Claims as a table", "text/csv", Text((t, s) => ClaimTable.Write(t.Claims, s))),
        new("vtt", "vtt", "WebVTT captions", "text/vtt", Text((t, _) => WebVttWriter.Write(t)), Times),
        new("srt", "srt", "SubRip captions", "application/x-subrip", Text((t, _) => SubRipWriter.Write(t)), Times),
        new("txt", "txt", "Plain text", "text/plain", Text((t, _) => PlainTextWriter.Write(t)), Transcript),
        new("words", "words.txt", "The words alone", "text/plain", Text((t, _) => SpokenText.Of(t)), Transcript),
        new("podcast", "podcast.json", "Podcasting 2.0 transcript", "application/json", Text((t, _) => PodcastJsonWriter.Write(t)), Transcript),
        new("jsonld", "jsonld", "Evidence as Web Annotations", "application/ld+json", Text(AnnotationsWriter.Write)),
        new("claimreview", "claimreview.jsonld", "Accuracy verdicts as ClaimReview", "application/ld+json", Text(ClaimReviewWriter.Write)),
        new("bib", "bib", "BibTeX", "application/x-bibtex", Text(Citations.BibTex)),
        new("csl", "csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", Text(Citations.Csl)),
    ];

    /// <summary>The ids, for people.</summary>
    public static string Ids { get; } = string.Join(", ", All.Select(f => f.Id));

    /// <summary>The format of that id, or null.</summary>
    public static ExportFormat? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>The formats of a list of ids, each once.</summary>
    /// <param name="ids">Separated by commas.</param>
    /// <param name="formats">Empty when <paramref name="wrong"/> is not null.</param>
    /// <param name="wrong">What is wrong with the list, in words.</param>
    public static bool TryList(string ids, out IReadOnlyList<ExportFormat> formats, out string? wrong)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var names = ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        var unknown = names.Find(n => Find(n) is null);
        wrong = names.Count == 0 ? $"no format is named; there are {Ids}" : unknown is null ? null : $"there is no format '{unknown}'; there are {Ids}";
        formats = wrong is null ? names.ConvertAll(n => Find(n)!) : [];
        return wrong is null;
    }

    private static Func<ExportedTalk, ExportSite, byte[]?> Text(Func<ExportedTalk, ExportSite, string?> write) =>
        (talk, site) => write(talk, site) is { } text ? System.Text.Encoding.UTF8.GetBytes(text) : null;
}
