using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>The words of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Segments">Its segments, in order.</param>
/// <param name="Speakers">Names that its labels give.</param>
internal sealed record Transcript(string Path, IReadOnlyList<Segment> Segments, IReadOnlyList<string> Speakers)
{
    /// <summary>Every file under a path that has a transcript.</summary>
    public static List<Transcript> Under(string path)
    {
        var found = new List<Transcript>();
        foreach (var file in FilesUnder(path))
        {
            if (System.IO.Path.GetExtension(file) is ".txt" or ".md" or ".vtt" or ".srt"
                && SourceFormats.Parse(SourceText.FromBytes(file, File.ReadAllBytes(file))) is ParseResult.Parsed { Source.Document: { Segments.Length: > 0 } document })
            {
                found.Add(new Transcript(file, document.Segments, [.. document.Segments.Select(s => s.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)]));
            }
        }

        return found;
    }

    private static IEnumerable<string> FilesUnder(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
