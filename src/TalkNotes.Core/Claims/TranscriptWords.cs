using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>One version of a talk's transcript as a single run of folded words, each of which knows its segment.</summary>
internal sealed class TranscriptWords
{
    private readonly List<string> _words = [];
    private readonly List<int> _segmentOf = [];
    private readonly List<int> _firstWordOf = [];

    public TranscriptWords(string sha256, IReadOnlyList<TranscriptSegment> segments)
    {
        Sha256 = sha256;
        Segments = segments;
        for (var i = 0; i < segments.Count; i++)
        {
            _firstWordOf.Add(_words.Count);
            foreach (var word in Text.Words.Of(segments[i].Text))
            {
                _words.Add(word.Folded);
                _segmentOf.Add(i);
            }
        }
    }

    /// <summary>A talk without a transcript.</summary>
    public static TranscriptWords None { get; } = new("", []);

    /// <summary>The version: hash of the source that was read.</summary>
    public string Sha256 { get; }

    /// <summary>The segments; a segment's number is its index.</summary>
    public IReadOnlyList<TranscriptSegment> Segments { get; }

    /// <summary>The words of the whole transcript, folded.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The talk's primary transcript, or null when the talk has none.</summary>
    public static async Task<TranscriptWords?> OfTalkAsync(TalkNotesDb db, int talkId, CancellationToken ct)
    {
        var source = await db.Talks.Where(t => t.Id == talkId && t.TranscriptId != null)
            .Select(t => new { t.Transcript!.Id, t.Transcript.Sha256 }).SingleOrDefaultAsync(ct);
        if (source is null)
        {
            return null;
        }

        var segments = await db.Segments.Where(s => s.SourceId == source.Id).OrderBy(s => s.N)
            .Select(s => new TranscriptSegment(s.Text, s.Start, s.End, s.Speaker, s.Readings)).ToListAsync(ct);
        return segments.Count == 0 ? null : new TranscriptWords(source.Sha256, segments);
    }

    /// <summary>The folded words of a text.</summary>
    public static List<string> Fold(string? text) => text is null ? [] : Text.Words.Of(text).ConvertAll(w => w.Folded);

    /// <summary>Segment numbers that hold the words <paramref name="start"/> to <paramref name="end"/> (exclusive).</summary>
    public (int First, int Last) SegmentsOf(int start, int end) => (_segmentOf[start], _segmentOf[end - 1]);

    /// <summary>Number of the first word of a segment.</summary>
    public int FirstWordOf(int segment) => segment < _firstWordOf.Count ? _firstWordOf[segment] : _words.Count;

    /// <summary>The words as written, of a range of segments, both ends included.</summary>
    public string TextOf(int first, int last) => string.Join(' ', Segments.Skip(first).Take(last - first + 1).Select(s => s.Text));

    /// <summary>Stated end of a segment, else the start of the next one; null where neither is stated.</summary>
    public TimeSpan? EndOf(int segment) =>
        Segments[segment].End ?? (segment + 1 < Segments.Count ? Segments[segment + 1].Start : null);

    /// <summary>A range of segments, both ends included, as a place.</summary>
    public AnchorPlace Place(int first, int last) =>
        new([first, last], Milliseconds.Of(Segments[first].Start), Milliseconds.Of(EndOf(last)), TextOf(first, last));

    /// <summary>Every place where the words stand exactly, as numbers of first words.</summary>
    public IEnumerable<int> Find(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            yield break;
        }

        for (var i = 0; i <= _words.Count - words.Count; i++)
        {
            if (StandsAt(words, i))
            {
                yield return i;
            }
        }
    }

    private bool StandsAt(IReadOnlyList<string> words, int at)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!string.Equals(_words[at + i], words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What evidence needs of a segment.</summary>
/// <param name="Text">As written: what evidence is anchored to.</param>
/// <param name="Start">Stated start, or null.</param>
/// <param name="End">Stated end, or null.</param>
/// <param name="Speaker">Whose name is shown, or null.</param>
/// <param name="Readings">Words that people put right, or null; searches find those.</param>
internal sealed record TranscriptSegment(string Text, TimeSpan? Start, TimeSpan? End, string? Speaker, string? Readings = null);
