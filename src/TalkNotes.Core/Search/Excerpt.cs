namespace TalkNotes.Core.Search;

/// <summary>Where the matched words of a passage lie in its segments, and the text of exactly those segments.</summary>
/// <param name="FirstSegment">Number of the first segment that holds matched words.</param>
/// <param name="LastSegment">Number of the last.</param>
/// <param name="From">UTF-16 offset in the passage's text where the excerpt begins.</param>
/// <param name="To">Offset behind its end.</param>
/// <param name="StartInSegment">Where it begins in the first segment.</param>
/// <param name="Breaks">Offsets in the excerpt where a new segment begins, with its number.</param>
internal sealed record Excerpt(int FirstSegment, int LastSegment, int From, int To, int StartInSegment, IReadOnlyList<(int At, int Segment)> Breaks)
{
    /// <summary>The same segments from the beginning of the first.</summary>
    public Excerpt Whole() => this with
    {
        From = From - StartInSegment,
        StartInSegment = 0,
        Breaks = [.. Breaks.Select(b => (b.At + StartInSegment, b.Segment))],
    };

    /// <summary>Cuts the passage's text to the segments between two words.</summary>
    /// <param name="textLength">Length of the passage's text.</param>
    /// <param name="firstSegment">Number of the passage's first segment.</param>
    /// <param name="startInSegment">Where the text begins in it.</param>
    /// <param name="segmentLengths">Lengths of the passage's segments, in order.</param>
    /// <param name="wordStart">Offset of the first matched word in the text.</param>
    /// <param name="wordEnd">Offset behind the last matched word.</param>
    public static Excerpt Cut(int textLength, int firstSegment, int startInSegment, IReadOnlyList<int> segmentLengths, int wordStart, int wordEnd)
    {
        var starts = new List<int>(segmentLengths.Count);
        var at = -startInSegment;
        foreach (var length in segmentLengths)
        {
            starts.Add(at);
            at += length + 1; // segments are joined by one blank
        }

        var first = Math.Max(0, starts.FindLastIndex(s => s <= wordStart));
        var last = Math.Max(first, starts.FindLastIndex(s => s < wordEnd));
        var from = Math.Max(0, starts[first]);
        var to = last + 1 < starts.Count ? Math.Min(textLength, starts[last + 1] - 1) : textLength;
        var breaks = new List<(int, int)>();
        for (var s = first + 1; s <= last; s++)
        {
            breaks.Add((starts[s] - from, firstSegment + s));
        }

        return new Excerpt(firstSegment + first, firstSegment + last, from, to, from - starts[first], breaks);
    }
}
