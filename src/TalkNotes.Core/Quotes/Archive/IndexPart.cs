namespace TalkNotes.Core.Quotes.Archive;

/// <summary>The transcripts of an index that are still what was said. The others count as if they were not there.</summary>
internal sealed class IndexPart
{
    private const int LeastShare = 2; // an index half of which is of the past is made anew

    private readonly WordIndex _index;
    private readonly bool[] _isLive;
    private readonly HashSet<(int Talk, int Source, long Version)> _has;
    private readonly Dictionary<int, int> _gone = []; // how often a number stands in transcripts that are no longer what was said

    private IndexPart(WordIndex index, bool[] isLive)
    {
        (_index, _isLive) = (index, isLive);
        _has = [.. index.Transcripts.ToArray().Where((_, i) => isLive[i]).Select(t => (t.TalkId, t.SourceId, t.Version))];
        WordCount = index.WordCount;
        for (var i = 0; i < isLive.Length; i++)
        {
            if (!isLive[i])
            {
                Forget(index.Transcripts[i]);
            }
        }
    }

    /// <summary>What of an index is still what was said.</summary>
    /// <param name="index">The index, or null.</param>
    /// <param name="versions">What was said.</param>
    /// <param name="before">What was worked out of the same index before, or null.</param>
    /// <returns>Null when it is not worth keeping.</returns>
    public static IndexPart? Of(WordIndex? index, IEnumerable<TranscriptVersion> versions, IndexPart? before)
    {
        if (index is null)
        {
            return null;
        }

        var said = versions.Select(v => (v.TalkId, v.SourceId, v.Version)).ToHashSet();
        var isLive = Array.ConvertAll(index.Transcripts.ToArray(), t => said.Contains((t.TalkId, t.SourceId, t.Version)));
        if (before is not null && ReferenceEquals(before._index, index) && isLive.AsSpan().SequenceEqual(before._isLive))
        {
            return before;
        }

        var live = index.Transcripts.ToArray().Where((_, i) => isLive[i]).Sum(t => (long)t.WordCount);
        return live * LeastShare >= index.WordCount ? new IndexPart(index, isLive) : null;
    }

    /// <summary>Whether it has a transcript in this version.</summary>
    public bool Has(TranscriptVersion version) => _has.Contains((version.TalkId, version.SourceId, version.Version));

    /// <summary>How many words it has.</summary>
    public int WordCount { get; private set; }

    /// <summary>How often a word was said.</summary>
    public long CountOf(string word) => _index.Find(word) is { } found ? found.Count - _gone.GetValueOrDefault(found.Number) : 0;

    /// <summary>Reports the fullest windows of one talk, or of all.</summary>
    public void Find(ArchiveQuestion question, ArchiveHits hits, int? talkId)
    {
        var search = new WordIndexSearch(_index, _isLive, question, hits);
        if (talkId is null)
        {
            search.Run();
        }
        else
        {
            search.RunIn(talkId.Value);
        }
    }

    private void Forget(TranscriptEntry transcript)
    {
        var words = new int[transcript.WordCount];
        _index.ReadWords(transcript.Start, words);
        foreach (var word in words)
        {
            _gone[word] = _gone.GetValueOrDefault(word) + 1;
        }

        WordCount -= words.Length;
    }
}
