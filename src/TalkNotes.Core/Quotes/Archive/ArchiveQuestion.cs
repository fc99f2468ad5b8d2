using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// A quotation as an archive looks for it: its words that were ever said, and the pairs of them that follow each other,
/// each with a weight. Words are known by their slots, from 1, since each part of the archive numbers them in its own way.
/// </summary>
internal sealed class ArchiveQuestion
{
    private const int Margin = 12;
    private const int GapRoom = 150;

    private readonly ushort[] _pairs;
    private readonly int _width;

    /// <summary>Reads a quotation.</summary>
    /// <param name="quoted">The quotation; brackets add nothing that was said, an ellipsis parts it.</param>
    /// <param name="countOf">How often a word was said.</param>
    /// <param name="total">How many words were said.</param>
    public ArchiveQuestion(QuotedText quoted, Func<string, long> countOf, long total)
    {
        Room = quoted.Tokens.Count + (quoted.Tokens.Count / 2) + Margin + (GapRoom * quoted.GapBefore.Count(g => g));
        Around = Margin + quoted.Tokens.Count;
        var words = WordsOf(quoted);
        Words = [.. words.Select(w => w.Word).Distinct(StringComparer.Ordinal).Where(w => countOf(w) > 0)];
        Counts = [0, .. Words.Select(countOf)];
        var slots = Words.Select((word, i) => (word, Slot: i + 1)).ToDictionary(s => s.word, s => s.Slot, StringComparer.Ordinal);
        var slotted = words.ConvertAll(w => (Slot: slots.GetValueOrDefault(w.Word), w.Begins));
        Longest = LongestRun(slotted);

        var stops = words.Where(w => w.IsStop).Select(w => w.Word).ToHashSet(StringComparer.Ordinal);
        var rarity = Counts.Select((count, slot) => slot == 0 ? 0 : Weight((double)total / count)).ToArray();
        var weights = new List<int> { 0 };
        weights.AddRange(Words.Select((word, i) => stops.Contains(word) ? 0 : rarity[i + 1]));
        _width = Words.Length + 1;
        _pairs = new ushort[_width * _width];
        var bounds = weights.ToArray();
        for (var i = 1; i < slotted.Count; i++)
        {
            var (first, second) = (slotted[i - 1].Slot, slotted[i].Slot);
            if (first > 0 && second > 0 && !slotted[i].Begins && _pairs[(first * _width) + second] == 0)
            {
                _pairs[(first * _width) + second] = (ushort)weights.Count;
                weights.Add((rarity[first] + rarity[second]) / 2);
                bounds[Counts[first] < Counts[second] ? first : second] += weights[^1];
            }
        }

        (Weights, Bounds) = ([.. weights], bounds);
    }

    /// <summary>How many words a window spans: the quotation, half as much again, and what its ellipses may hide.</summary>
    public int Room { get; }

    /// <summary>How many words around a window may belong to its place.</summary>
    public int Around { get; }

    /// <summary>The distinct words; the slot of a word is its place here, from 1.</summary>
    public string[] Words { get; }

    /// <summary>How often the word of each slot was said.</summary>
    public long[] Counts { get; }

    /// <summary>Weight of each slot and, above these, of each pair; 0 for words that stand everywhere.</summary>
    public int[] Weights { get; }

    /// <summary>For each slot, how much a window can hold at most because the word is in it: the word, and the pairs whose rarer word it is.</summary>
    public int[] Bounds { get; }

    /// <summary>The slots of the longest run of words that stands just so where the quotation does; empty when one of them was never said.</summary>
    public int[] Longest { get; }

    /// <summary>The index in <see cref="Weights"/> of two slots that follow each other in the quotation; 0 for others.</summary>
    public int Pair(int first, int second) => _pairs[(first * _width) + second];

    private static int Weight(double rarity) => (int)(1000 * Math.Log2(1 + rarity));

    private static List<(string Word, bool Begins, bool IsStop)> WordsOf(QuotedText quoted)
    {
        var words = new List<(string Word, bool Begins, bool IsStop)>();
        var begins = true;
        for (var i = 0; i < quoted.Tokens.Count; i++)
        {
            begins |= quoted.GapBefore[i] || quoted.Tokens[i].Bracketed;
            if (quoted.Tokens[i].Bracketed)
            {
                continue;
            }

            var parts = WordNumbers.Parts(quoted.Tokens[i].Key);
            var isStop = parts.All(StopWords.Contains);
            foreach (var part in parts)
            {
                words.Add((part, begins, isStop));
                begins = false;
            }
        }

        return words;
    }

    private static int[] LongestRun(List<(int Slot, bool Begins)> words)
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

        var run = words.GetRange(best, length).ConvertAll(w => w.Slot);
        return run.Contains(0) ? [] : [.. run];
    }
}
