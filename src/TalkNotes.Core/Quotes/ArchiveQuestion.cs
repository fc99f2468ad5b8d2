using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>A quotation as an archive looks for it: its words, and its pairs of words that follow each other, each with a weight.</summary>
internal sealed class ArchiveQuestion
{
    private readonly ushort[] _pairs;
    private readonly int _width;

    /// <summary>Numbers the words of a quotation.</summary>
    /// <param name="quoted">The quotation; brackets add nothing that was said, an ellipsis parts it.</param>
    /// <param name="numbers">Numbers of the archive's words.</param>
    /// <param name="rarity">How rare a word is: all words by its own.</param>
    public ArchiveQuestion(QuotedText quoted, WordNumbers numbers, Func<int, double> rarity)
    {
        var words = Numbered(quoted, numbers);
        Longest = LongestRun(words);
        Words = [.. words.Where(w => w.Number >= 0).Select(w => w.Number).Distinct()];
        var slots = Words.Select((word, i) => (word, Slot: i + 1)).ToDictionary(s => s.word, s => s.Slot);
        var stops = words.Where(w => w.IsStop).Select(w => w.Number).ToHashSet();
        var weights = new List<int> { 0 };
        weights.AddRange(Words.Select(w => stops.Contains(w) ? 0 : Weight(rarity(w))));

        _width = Words.Length + 1;
        _pairs = new ushort[_width * _width];
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Number < 0 || words[i].Number < 0 || words[i].Begins)
            {
                continue;
            }

            var pair = (slots[words[i - 1].Number] * _width) + slots[words[i].Number];
            if (_pairs[pair] == 0)
            {
                _pairs[pair] = (ushort)weights.Count;
                weights.Add((Weight(rarity(words[i - 1].Number)) + Weight(rarity(words[i].Number))) / 2);
            }
        }

        Weights = [.. weights];
    }

    /// <summary>The distinct words; the slot of a word is its place here, from 1.</summary>
    public int[] Words { get; }

    /// <summary>Weight of each slot and, above these, of each pair; 0 for words that stand everywhere.</summary>
    public int[] Weights { get; }

    /// <summary>The longest run of words that stands just so where the quotation does.</summary>
    public int[] Longest { get; }

    /// <summary>The index in <see cref="Weights"/> of two slots that follow each other in the quotation; 0 for others.</summary>
    public int Pair(int first, int second) => _pairs[(first * _width) + second];

    private static int Weight(double rarity) => (int)(1000 * Math.Log2(1 + rarity));

    private static List<(int Number, bool Begins, bool IsStop)> Numbered(QuotedText quoted, WordNumbers numbers)
    {
        var words = new List<(int Number, bool Begins, bool IsStop)>();
        var begins = true;
        for (var i = 0; i < quoted.Tokens.Count; i++)
        {
            begins |= quoted.GapBefore[i] || quoted.Tokens[i].Bracketed;
            if (quoted.Tokens[i].Bracketed)
            {
                continue;
            }

            var isStop = WordNumbers.Parts(quoted.Tokens[i].Key).All(StopWords.Contains);
            foreach (var number in numbers.Of(quoted.Tokens[i].Key))
            {
                words.Add((number, begins, isStop));
                begins = false;
            }
        }

        return words;
    }

    private static int[] LongestRun(List<(int Number, bool Begins, bool IsStop)> words)
    {
        var (best, length) = (0, 0);
        for (var start = 0; start < words.Count;)
        {
            var end = start + 1;
            while (end < words.Count && !words[end].Begins)
            {
                end++;
            }

            (best, length) = end - start > length ? (start, end - start) : (best, length);
            start = end;
        }

        var run = words.GetRange(best, length).ConvertAll(w => w.Number);
        return run.Contains(-1) ? [] : [.. run];
    }
}

/// <summary>Slides a window over transcripts and reports where it holds the most of a question. Used by one thread.</summary>
internal sealed class ArchiveScan
{
    private readonly ArchiveQuestion _question;
    private readonly int _room;
    private readonly ushort[] _slots;
    private readonly int[] _last;
    private readonly Queue<(int Term, int At)> _inside = new();
    private readonly List<(double Score, int From, int To)> _found = [];
    private (int Score, int From, int To) _peak;
    private int _score;

    /// <summary>Prepares a scan.</summary>
    /// <param name="question">What to look for.</param>
    /// <param name="room">How many words a window spans.</param>
    /// <param name="words">How many numbers words have.</param>
    public ArchiveScan(ArchiveQuestion question, int room, int words)
    {
        (_question, _room) = (question, room);
        _last = new int[question.Weights.Length];
        _slots = new ushort[words];
        for (var i = 0; i < question.Words.Length; i++)
        {
            if (question.Words[i] < words)
            {
                _slots[question.Words[i]] = (ushort)(i + 1);
            }
        }
    }

    /// <summary>Windows with less are not reported.</summary>
    public double Least { get; set; }

    /// <summary>The fullest windows of a transcript that do not overlap, each from its first to its last hit.</summary>
    public IReadOnlyList<(double Score, int From, int To)> Windows(int[] words)
    {
        _found.Clear();
        _inside.Clear();
        Array.Fill(_last, int.MinValue / 2);
        (_score, _peak) = (0, default);
        var slots = _slots.AsSpan();
        var weights = _question.Weights.AsSpan();
        var before = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var slot = slots[words[at]];
            if (slot > 0)
            {
                if (weights[slot] > 0)
                {
                    Hit(slot, at);
                }

                if (before > 0 && _question.Pair(before, slot) is var pair and > 0)
                {
                    Hit(pair, at);
                }
            }

            before = slot;
        }

        Report();
        return _found;
    }

    private void Hit(int term, int at)
    {
        while (_inside.TryPeek(out var oldest) && oldest.At < at - _room)
        {
            _inside.Dequeue();
            _score -= _last[oldest.Term] == oldest.At ? _question.Weights[oldest.Term] : 0;
        }

        _score += _last[term] < at - _room ? _question.Weights[term] : 0;
        _last[term] = at;
        _inside.Enqueue((term, at));
        if (_score > 0 && at > _peak.To + _room)
        {
            Report();
            _peak = (_score, _inside.Peek().At, at);
        }
        else if (_score > _peak.Score)
        {
            _peak = (_score, _inside.Peek().At, at);
        }
    }

    private void Report()
    {
        if (_peak.Score > 0 && _peak.Score >= Least)
        {
            _found.Add((_peak.Score, _peak.From, _peak.To));
        }
    }
}
