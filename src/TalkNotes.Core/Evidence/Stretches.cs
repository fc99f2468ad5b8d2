namespace TalkNotes.Core.Evidence;

/// <summary>The words of a talk cut into stretches without gaps.</summary>
internal sealed class Stretches
{
    private readonly IReadOnlyList<int> _starts;
    private readonly int[] _of;

    public Stretches(IReadOnlyList<int> starts, int words)
    {
        _starts = starts;
        _of = new int[words];
        for (var i = 0; i < starts.Count; i++)
        {
            Array.Fill(_of, i, starts[i], (i + 1 < starts.Count ? starts[i + 1] : words) - starts[i]);
        }
    }

    public int Count => _starts.Count;

    /// <summary>The stretch that a word belongs to.</summary>
    public int Of(int word) => _of[word];

    /// <summary>Its first word.</summary>
    public int Start(int stretch) => _starts[stretch];

    /// <summary>The word after its last.</summary>
    public int End(int stretch) => stretch + 1 < _starts.Count ? _starts[stretch + 1] : _of.Length;

    /// <summary>Its number of words.</summary>
    public int Length(int stretch) => End(stretch) - Start(stretch);
}
