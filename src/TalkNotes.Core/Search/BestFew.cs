namespace TalkNotes.Core.Search;

/// <summary>The best of many, a few of them: the highest scores, equals in reading order. Ids come in ascending order or not.</summary>
internal sealed class BestFew(int most)
{
    private readonly PriorityQueue<ScoredId, ScoredId> _kept = new(Comparer<ScoredId>.Create((a, b) => Compare(b, a)));

    /// <summary>Whether anything worse than the worst kept can be left out.</summary>
    public bool IsFull => _kept.Count >= most;

    /// <summary>The worst score kept once it is full; else lower than any.</summary>
    public double Least { get; private set; } = double.NegativeInfinity;

    /// <summary>Adds one, if it is among the best so far.</summary>
    public void Add(int id, double score)
    {
        var item = new ScoredId(id, score);
        if (_kept.Count < most)
        {
            _kept.Enqueue(item, item);
        }
        else if (most > 0 && Compare(item, _kept.Peek()) < 0)
        {
            _kept.DequeueEnqueue(item, item);
        }

        if (IsFull && most > 0)
        {
            Least = _kept.Peek().Score;
        }
    }

    /// <summary>What was kept, best first.</summary>
    public List<ScoredId> InOrder()
    {
        var all = _kept.UnorderedItems.Select(i => i.Element).ToList();
        all.Sort(Compare);
        return all;
    }

    private static int Compare(ScoredId a, ScoredId b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Id.CompareTo(b.Id);
}
