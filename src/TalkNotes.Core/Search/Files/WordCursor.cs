namespace TalkNotes.Core.Search.Files;

/// <summary>Goes through the passages of one word of a form, which may stand for several words of the file: all with its stem.</summary>
internal sealed class WordCursor
{
    private readonly TermCursor[] _terms;

    public WordCursor(WordList words, string word, bool isStem, bool isPrefix = false)
    {
        _terms = [.. words.Of(word, isStem, isPrefix).Select(t => new TermCursor(words, t))];
        Count = _terms.Sum(t => t.Count);
    }

    /// <summary>At least as many as the passages.</summary>
    public int Count { get; }

    /// <summary>How many words of the file it stands for.</summary>
    public int Terms => _terms.Length;

    /// <summary>Where it stands.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>How often the words stand there.</summary>
    public int Times
    {
        get
        {
            var times = 0;
            foreach (var term in _terms)
            {
                times += term.Doc == Doc ? term.Times : 0;
            }

            return times;
        }
    }

    /// <summary>Goes to the first passage from here on.</summary>
    public int Advance(int target)
    {
        if (Doc < target)
        {
            var doc = TermCursor.End;
            foreach (var term in _terms)
            {
                doc = Math.Min(doc, term.Advance(target));
            }

            Doc = doc;
        }

        return Doc;
    }

    public void AddTo(IdSet set, int firstId) => Array.ForEach(_terms, t => t.AddTo(set, firstId));

    public void AddTimes(int from, int end, Span<int> times, Span<ulong> seen)
    {
        foreach (var term in _terms)
        {
            term.AddTimes(from, end, times, seen);
        }
    }

    public void Restart()
    {
        Doc = -1;
        Array.ForEach(_terms, t => t.Restart());
    }

    public Bound BoundIn(int from, int end, Wanted wanted)
    {
        var bound = Bound.None;
        foreach (var term in _terms)
        {
            bound = bound.And(term.BoundIn(from, end, wanted));
        }

        return bound;
    }

    /// <summary>The positions in the passage where it stands, ascending, less an offset.</summary>
    public void ReadPositions(List<int> to, int less)
    {
        to.Clear();
        var of = 0;
        foreach (var term in _terms)
        {
            if (term.Doc == Doc)
            {
                term.AddPositions(to, less);
                of++;
            }
        }

        if (of > 1)
        {
            to.Sort();
        }
    }
}
