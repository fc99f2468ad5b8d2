using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>What a reader asked of a transcript, worked out for drawing.</summary>
public sealed class Reader
{
    private readonly ILookup<int, ReaderMark> _marks;
    private readonly ILookup<int, TalkClaim> _claims;

    /// <summary>Works out a view.</summary>
    /// <param name="view">The transcript.</param>
    /// <param name="at">The value of <c>?at=</c>, or null.</param>
    /// <param name="mark">The value of <c>?mark=</c>, or null.</param>
    /// <param name="find">The value of <c>?find=</c>, or null.</param>
    /// <param name="hit">Which match is the current one, from 1.</param>
    /// <param name="linePerSegment">Whether caption lines stand as they came in.</param>
    /// <param name="withClaims">Whether claims stand beside the words.</param>
    public Reader(TranscriptView view, string? at, string? mark, string? find, int hit, bool linePerSegment, bool withClaims)
    {
        ArgumentNullException.ThrowIfNull(view);
        View = view;
        Target = SegmentRange.Parse(at, view.Segments);
        Matches = TranscriptFind.Matches(view.Segments, find);
        Hit = Math.Clamp(hit, Math.Min(1, Matches.Count), Matches.Count);
        Sections = TranscriptLayout.Arrange(view.Segments, [.. view.Chapters.Select(c => c.First)], linePerSegment);
        var words = WordMarks.Parse(mark, view.Segments, Target);
        MarksWords = words.Count > 0;
        _marks = words.SelectMany((m, i) => m.Parts.Select((p, k) => new ReaderMark(p, IsCurrent: true, IsFirst: i + k == 0)))
            .Concat(Matches.SelectMany((m, i) => m.Parts.Select(p => new ReaderMark(p, i + 1 == Hit, IsFirst: false))))
            .OrderBy(m => m.Part.From).ToLookup(m => m.Part.Segment);
        _claims = (withClaims ? view.Claims : []).Where(c => c.Where is not null).ToLookup(c => c.Where!.Segments!.Value.First);
    }

    public TranscriptView View { get; }

    /// <summary>The range that the address points at, or null.</summary>
    public SegmentRange? Target { get; }

    /// <summary>Whether the address names words to mark.</summary>
    public bool MarksWords { get; }

    /// <summary>Places where the words looked for stand.</summary>
    public IReadOnlyList<TranscriptMatch> Matches { get; }

    /// <summary>The current match, from 1; 0 when there is none.</summary>
    public int Hit { get; }

    public IReadOnlyList<TranscriptSection> Sections { get; }

    /// <summary>Whether the source marks turns at all; then a turn without a label says so.</summary>
    public bool MarksTurns => View.Turns > 0;

    /// <summary>Claims whose words begin in a paragraph. A segment that is cut over two paragraphs belongs to the one where it begins.</summary>
    public IEnumerable<TalkClaim> ClaimsBeside(TranscriptParagraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var first = paragraph.StartsSegment ? paragraph.First : paragraph.First + 1;
        return Enumerable.Range(first, Math.Max(0, paragraph.Last - first + 1)).SelectMany(n => _claims[n]);
    }

    /// <summary>The note a source gives about a chapter, as a claim; null when it gives none.</summary>
    public TalkClaim? NoteOf(ChapterView chapter) => View.Claims.FirstOrDefault(c => c.Chapter == chapter.N);

    /// <summary>Parts of a segment to mark, in order.</summary>
    public IEnumerable<ReaderMark> MarksIn(int segment) => _marks[segment];

    /// <summary>Whether a segment lies in the range that the address points at.</summary>
    public bool IsTarget(int segment) => Target is { } target && segment >= target.First && segment <= target.Last;

    /// <summary>The person behind a label, or null when no source names that person as a participant.</summary>
    public PersonRef? Person(string label) => View.Talk.People.FirstOrDefault(p => p.Name == label);

    /// <summary>Whether a person said who speaks somewhere.</summary>
    public bool IsNamed => View.Segments.Any(s => s.IsNamedByPerson);

    /// <summary>Whether a person put words right.</summary>
    public bool IsCorrected => View.Segments.Any(s => s.Corrections is not null);

    /// <summary>A turn's place, as addresses name it.</summary>
    public static string At(TranscriptTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new SegmentRange(turn.Paragraphs[0].First, turn.Paragraphs[^1].Last).ToString();
    }

    /// <summary>A citation of the whole talk; its link is the video, else the page it came from, else this site.</summary>
    public static Citation Citation(TalkSummary talk, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(request);
        return new Citation
        {
            Slug = talk.Slug,
            Title = talk.Title,
            Show = talk.Show,
            Published = talk.Published,
            Speakers = [.. talk.People.OrderBy(p => p.Role == "host").Select(p => p.Name)],
            Link = Links.Video(talk.VideoId) ?? (Links.IsWeb(talk.Url) ? talk.Url! : Links.Absolute(request, Links.Talk(talk.Slug))),
        };
    }
}

/// <summary>A part of a segment to mark.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsCurrent">Whether it is what the address points at, or the match in turn.</param>
/// <param name="IsFirst">Whether the page is scrolled to it.</param>
public readonly record struct ReaderMark(TranscriptMatchPart Part, bool IsCurrent, bool IsFirst);
