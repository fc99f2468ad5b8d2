using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Consecutive segments of a transcript as one run of words, each of which knows its segment.</summary>
internal sealed class SaidText
{
    private const int ShortTurn = 3;
    private const int LongestRepeat = 4;

    private readonly int[] _starts;
    private readonly IReadOnlyList<QuoteSkip> _skips;

    /// <summary>Joins segments; a word that a caption line cuts is joined without a blank.</summary>
    public SaidText(IReadOnlyList<Segment> segments, IReadOnlyList<QuoteSkip>? skips = null)
    {
        Segments = segments;
        _skips = skips ?? [];
        _starts = new int[segments.Count];
        var text = new StringBuilder();
        for (var i = 0; i < segments.Count; i++)
        {
            if (i > 0 && Joining.NeedsBlank(segments[i - 1].Text, segments[i].Text))
            {
                text.Append(' ');
            }

            _starts[i] = text.Length;
            text.Append(segments[i].Text);
        }

        Text = text.ToString();
        Tokens = Tokenizer.Of(Text);
        MarkSkips();
        Fillers = Quotes.Fillers.Mark(Tokens);
        MarkAcknowledgements();
        Repeated = MarkRepeated();
    }

    /// <summary>The segments, in reading order.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Their words as written.</summary>
    public string Text { get; }

    /// <summary>The words.</summary>
    public List<QuoteToken> Tokens { get; }

    /// <summary>Whether a word fills a pause, or only acknowledges another speaker.</summary>
    public bool[] Fillers { get; }

    /// <summary>Whether a word is said again at once, alone or within a few words, or is the broken beginning of the next.</summary>
    public bool[] Repeated { get; }

    /// <summary>Words as written, with the marks that belong to them.</summary>
    public string Slice(int first, int end) => WordSlice.Of(Text, Tokens, first, end);

    /// <summary>Index of the segment that holds the beginning of a word.</summary>
    public int SegmentOf(int token)
    {
        var found = Array.BinarySearch(_starts, Tokens[token].Start);
        if (found < 0)
        {
            return Math.Max(0, ~found - 1);
        }

        while (found + 1 < _starts.Length && _starts[found + 1] == _starts[found])
        {
            found++; // empty segments begin where their successor does
        }

        return found;
    }

    /// <summary>How many words between two words are counted and not written out.</summary>
    public int Skipped(int first, int end) => _skips.Where(s => Enumerable.Range(first, end - first).Any(i => SegmentOf(i) == s.At)).Sum(s => s.Words);

    /// <summary>What stands for words that are only counted is no remark that may be left out, and equal to nothing.</summary>
    private void MarkSkips()
    {
        for (var i = 0; i < Tokens.Count && _skips.Count > 0; i++)
        {
            var segment = SegmentOf(i);
            if (_skips.Any(s => s.At == segment))
            {
                Tokens[i] = Tokens[i] with { Key = $"\0{i}", Bracketed = false };
            }
        }
    }

    private bool[] MarkRepeated()
    {
        var marks = new bool[Tokens.Count];
        var words = new List<int>(Tokens.Count);
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] = Tokens[i].Broken && i + 1 < marks.Length && Tokens[i + 1].Key.StartsWith(Tokens[i].Key, StringComparison.Ordinal);
            if (!marks[i] && !Fillers[i] && !Tokens[i].Bracketed)
            {
                words.Add(i);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            for (var length = 1; length <= LongestRepeat && i + (2 * length) <= words.Count; length++)
            {
                if (Enumerable.Range(i, length).All(k => Tokens[words[k]].Key == Tokens[words[k + length]].Key))
                {
                    words.GetRange(i, length).ForEach(w => marks[w] = true);
                }
            }
        }

        return marks;
    }

    private void MarkAcknowledgements()
    {
        var first = 0;
        while (first < Tokens.Count)
        {
            var turn = Segments[SegmentOf(first)].Turn;
            var end = first + 1;
            while (end < Tokens.Count && Segments[SegmentOf(end)].Turn == turn)
            {
                end++;
            }

            if (turn is not null && end - first <= ShortTurn && Quotes.Fillers.IsAcknowledgement(Tokens.Skip(first).Take(end - first)))
            {
                Fillers.AsSpan(first, end - first).Fill(true);
            }

            first = end;
        }
    }
}
