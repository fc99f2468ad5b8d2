namespace TalkNotes.Core.Quotes.Archive;

/// <summary>The words of one transcript as numbers, in memory.</summary>
internal sealed class NumberedTranscript : IArchivedTranscript
{
    private readonly int[] _firstWords; // of each segment

    /// <summary>Reads a whole transcript; segments are numbered from 0 without gaps.</summary>
    public NumberedTranscript(int talkId, int sourceId, IEnumerable<string> segments, WordNumbers numbers)
    {
        (TalkId, SourceId) = (talkId, sourceId);
        var words = new List<int>();
        var firstWords = new List<int>();
        foreach (var text in segments)
        {
            firstWords.Add(words.Count);
            foreach (var token in Tokenizer.Of(text))
            {
                words.AddRange(numbers.Give(token.Key));
            }
        }

        Words = [.. words];
        _firstWords = [.. firstWords];
    }

    public int TalkId { get; }

    public int SourceId { get; }

    /// <summary>The words in reading order.</summary>
    public int[] Words { get; }

    /// <summary>Number of the first word of each segment; a segment without words begins where the next one does.</summary>
    public ReadOnlySpan<int> FirstWords => _firstWords;

    /// <summary>The segments that hold the words <paramref name="from"/> to <paramref name="to"/>, which may lie outside.</summary>
    public SpokenPlace Place(int from, int to) => SpokenPlace.Of(this, _firstWords, Words.Length, from, to);
}
