using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Recognises the headings of chapters inside a transcript: Markdown headings, and lines that equal a listed title.</summary>
internal sealed class ChapterHeadings
{
    private readonly TalkBuilder _talk;
    private readonly Dictionary<string, Queue<int>> _listed;

    public ChapterHeadings(TalkBuilder talk)
    {
        _talk = talk;
        _listed = talk.Chapters.Select((c, i) => (Title: Comparable(c.Title), Index: i))
            .GroupBy(c => c.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => new Queue<int>(g.Select(c => c.Index)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a line is the heading of a chapter that has none yet.</summary>
    public bool IsHeading(string line) => TryTitle(line, out var title, out var isMarked) && (isMarked || _listed.TryGetValue(title, out var listed) && listed.Count > 0);

    /// <summary>Makes the heading's chapter begin at the next segment.</summary>
    public void Place(int line)
    {
        TryTitle(_talk[line], out var title, out _);
        var lines = new LineSpan(line);
        if (_listed.TryGetValue(title, out var listed) && listed.TryDequeue(out var index))
        {
            _talk.Chapters[index] = _talk.Chapters[index] with { FirstSegment = _talk.Segments.Count, Lines = lines };
        }
        else
        {
            _talk.Chapters.Add(new Chapter { Title = title, FirstSegment = _talk.Segments.Count, Lines = lines });
        }
    }

    private static bool TryTitle(string line, out string title, out bool isMarked)
    {
        isMarked = LineShapes.TryHeading(line, out _, out var heading);
        title = Comparable(isMarked ? Markdown.Plain(heading) : line);
        return title.Length > 0;
    }

    private static string Comparable(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
