using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// The words of an archive, to find the stretches where a quotation may stand: where it stands as it is, and where most
/// of its telling words and of its pairs of words stand close together. What came in lately is in memory and all of it
/// is read for each question; the rest is in an index, if there is one, which answers as if all of it were read.
/// </summary>
internal sealed class WordArchive
{
    private readonly IReadOnlyList<NumberedTranscript> _recent;
    private readonly WordNumbers _numbers;
    private readonly int[] _counts; // of the recent words
    private readonly IndexPart? _indexed;
    private readonly long _total;

    /// <summary>Puts an archive together.</summary>
    /// <param name="recent">Transcripts in memory.</param>
    /// <param name="numbers">Numbers of their words.</param>
    /// <param name="indexed">The rest, or null.</param>
    public WordArchive(IReadOnlyList<NumberedTranscript> recent, WordNumbers numbers, IndexPart? indexed = null)
    {
        (_recent, _numbers, _indexed) = (recent, numbers, indexed);
        _counts = new int[numbers.Count];
        foreach (var transcript in recent)
        {
            foreach (var word in transcript.Words)
            {
                _counts[word]++;
            }
        }

        _total = recent.Sum(t => (long)t.Words.Length) + (indexed?.WordCount ?? 0);
    }

    /// <summary>An archive of one transcript.</summary>
    public static WordArchive Of(IReadOnlyList<Segment> segments)
    {
        var numbers = new WordNumbers();
        return new WordArchive([new NumberedTranscript(0, 0, segments.Select(s => s.Text), numbers)], numbers);
    }

    /// <summary>The most likely places of a quotation with room around them, best first; of one talk, or of all.</summary>
    /// <exception cref="Storage.DamagedFileException">The index turned out to be damaged.</exception>
    public List<SpokenPlace> Find(QuotedText quoted, int? talkId)
    {
        var question = new ArchiveQuestion(quoted, CountOf, _total);
        var hits = new ArchiveHits(question);
        FindRecent(question, hits, talkId);
        _indexed?.Find(question, hits, talkId);
        return hits.Places();
    }

    private long CountOf(string word) => (_numbers.Of(word) is var number && number >= 0 && number < _counts.Length ? _counts[number] : 0) + (_indexed?.CountOf(word) ?? 0);

    private void FindRecent(ArchiveQuestion question, ArchiveHits hits, int? talkId)
    {
        var slots = new ushort[_counts.Length];
        for (var i = 0; i < question.Words.Length; i++)
        {
            if (_numbers.Of(question.Words[i]) is var number && number >= 0 && number < slots.Length)
            {
                slots[number] = (ushort)(i + 1);
            }
        }

        var run = Array.ConvertAll(question.Longest, slot => _numbers.Of(question.Words[slot - 1])); // a −1 stands nowhere
        var scan = new ArchiveScan(question, hits);
        foreach (var transcript in _recent.Where(t => talkId is null || talkId == t.TalkId))
        {
            hits.AddExact(transcript, transcript.Words, run);
            hits.Begin(transcript);
            scan.Read(transcript.Words, slots, 0, 0);
        }
    }
}
