namespace TalkNotes.Core.Documents;

/// <summary>A run of source lines: 1-based, both ends included.</summary>
/// <param name="First">The first line, at least 1.</param>
/// <param name="Last">The last line, at least <paramref name="First"/>.</param>
public readonly record struct LineSpan(int First, int Last)
{
    /// <summary>A span of one line.</summary>
    public LineSpan(int line)
        : this(line, line)
    {
    }

    /// <summary>Number of lines covered.</summary>
    public int Count => Last - First + 1;

    /// <summary>The smallest span that covers this one and <paramref name="other"/>.</summary>
    public LineSpan Through(LineSpan other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last));

    /// <summary>Whether <paramref name="line"/> lies inside.</summary>
    public bool Contains(int line) => line >= First && line <= Last;

    /// <inheritdoc />
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}
