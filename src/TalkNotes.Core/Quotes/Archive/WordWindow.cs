namespace TalkNotes.Core.Quotes.Archive;

/// <summary>Words of an index, read ahead. Used by one thread.</summary>
internal sealed class WordWindow(WordIndex index)
{
    private const int Ahead = 4096;

    private int[] _words = [];
    private int _start;
    private int _end;

    /// <summary>The words from <paramref name="from"/> to before <paramref name="end"/>, valid until the next call.</summary>
    public ReadOnlySpan<int> Read(int from, int end)
    {
        if (from < _start || end > _end)
        {
            var until = Math.Min(index.WordCount, Math.Max(end, from + Ahead));
            if (_words.Length < until - from)
            {
                _words = new int[until - from];
            }

            _end = 0; // until the words are there
            index.ReadWords(from, _words.AsSpan(0, until - from));
            (_start, _end) = (from, until);
        }

        return _words.AsSpan(from - _start, end - from);
    }
}
