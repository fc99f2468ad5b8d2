namespace TalkNotes.Core.Quotes.Archive;

/// <summary>Takes transcripts over from one index into another, words already numbered.</summary>
internal sealed class WordIndexCopy
{
    private readonly WordIndex _from;
    private readonly WordIndexWriter _to;
    private readonly int[] _numbers;
    private readonly ILookup<int, TranscriptEntry> _transcripts;

    /// <summary>Prepares to take over.</summary>
    public WordIndexCopy(WordIndex from, WordIndexWriter to)
    {
        (_from, _to) = (from, to);
        _numbers = new int[from.NumberCount];
        foreach (var (word, entry) in from.List())
        {
            _numbers[entry.Number] = to.Numbers.Number(word);
        }

        _transcripts = from.Transcripts.ToArray().ToLookup(t => t.SourceId);
    }

    /// <summary>Takes a transcript over; false when the index does not have this version.</summary>
    public bool Add(TranscriptVersion version)
    {
        var found = false;
        foreach (var transcript in _transcripts[version.SourceId].Where(t => t.TalkId == version.TalkId && t.Version == version.Version))
        {
            var words = new int[transcript.WordCount];
            _from.ReadWords(transcript.Start, words);
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = _numbers[words[i]];
            }

            _to.Add(version, words, _from.ReadFirstWords(transcript));
            found = true;
        }

        return found;
    }
}
