using TalkNotes.Core.Text;

namespace TalkNotes.Evaluation.Evidence;

/// <summary>The words of a file with their lines: scores rest on the file, not on what the program says about itself.</summary>
internal sealed class SourceWords
{
    private const int LongestGap = 12; // words of a label or a time between two turns

    private readonly List<(string Word, int Line, int Column)> _words = [];
    private readonly List<int> _first = [0];

    public SourceWords(IEnumerable<string> lines)
    {
        foreach (var (n, line) in lines.Index())
        {
            _first.Add(_words.Count);
            _words.AddRange(Words.Of(line).Select(w => (w.Folded, n + 1, w.Start)));
        }

        _first.Add(_words.Count);
    }

    /// <summary>The words [from, to) of lines, both included; columns narrow the first and the last.</summary>
    public (int From, int To) Span((int First, int Last) lines, (int From, int To)? columns = null)
    {
        var last = Math.Min(lines.Last, _first.Count - 2);
        if (last < lines.First)
        {
            return (0, 0);
        }

        var (from, to) = (_first[lines.First], _first[last + 1]);
        if (columns is { } narrow)
        {
            while (from < to && _words[from].Line == lines.First && _words[from].Column < narrow.From)
            {
                from++;
            }

            while (to > from && _words[to - 1].Line == last && _words[to - 1].Column >= narrow.To)
            {
                to--;
            }
        }

        return (from, to);
    }

    /// <summary>The words [from, to), folded.</summary>
    public string Text(int from, int to) => string.Join(' ', _words.GetRange(from, Math.Max(0, to - from)).Select(w => w.Word));

    /// <summary>The lines of the words [from, to).</summary>
    public IEnumerable<int> LinesOf(int from, int to) => _words.GetRange(from, Math.Max(0, to - from)).Select(w => w.Line).Distinct();

    /// <summary>Where the words of a text stand within lines; labels and times may stand between them. Null when they do not.</summary>
    public (int From, int To)? Find(string text, (int First, int Last) lines)
    {
        var wanted = Words.Of(text).ConvertAll(w => w.Folded);
        var (from, to) = Span(lines);
        for (var start = from; start < to; start++)
        {
            var at = start;
            var matched = 0;
            while (matched < wanted.Count && at < to)
            {
                var next = at;
                while (next < to && next - at <= LongestGap && _words[next].Word != wanted[matched])
                {
                    next++;
                }

                if (next >= to || _words[next].Word != wanted[matched] || (matched == 0 && next != start))
                {
                    break;
                }

                at = next + 1;
                matched++;
            }

            if (matched == wanted.Count && matched > 0)
            {
                return (start, at);
            }
        }

        return null;
    }
}
