using System.Globalization;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Benchmarks;

/// <summary>Talks of real words: each word follows one that it follows somewhere in the seeds, with rare made-up names between. Seeded.</summary>
internal sealed class GeneratedTalks
{
    private const int WordsOfAPassage = 60;
    private const int PassagesOfATalk = 200;
    private static readonly string[] Syllables = "ba de fra gri hel ka lin mer nor pol qua ris sta ter ul ver wi xan yo zel".Split(' ');

    private readonly Random _random = new(42);
    private readonly string[] _words;
    private readonly Dictionary<string, List<string>> _after = new(StringComparer.Ordinal);

    public GeneratedTalks()
    {
        _words = [.. Directory.GetFiles(Checkout.Seeds, "*.txt").Order(StringComparer.Ordinal).SelectMany(f => Words.Of(File.ReadAllText(f))).Select(w => w.Folded)];
        for (var i = 0; i + 1 < _words.Length; i++)
        {
            (_after.TryGetValue(_words[i], out var next) ? next : _after[_words[i]] = []).Add(_words[i + 1]);
        }
    }

    /// <summary>One talk of <see cref="PassagesOfATalk"/> segments, each as long as a passage.</summary>
    public List<SegmentRow> Next(int sourceId) =>
        [.. Enumerable.Range(0, PassagesOfATalk).Select(n => new SegmentRow { SourceId = sourceId, N = n, Turn = n, Text = Passage(), FirstLine = n + 1, LastLine = n + 1 })];

    public static int TalksFor(int passages) => Math.Max(1, passages / PassagesOfATalk);

    private string Passage()
    {
        var words = new string[WordsOfAPassage];
        var last = _words[_random.Next(_words.Length)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _random.Next(33) == 0 ? Name() : last = _random.Next(5) > 0 && _after.TryGetValue(last, out var next) ? next[_random.Next(next.Count)] : _words[_random.Next(_words.Length)];
        }

        return string.Join(' ', words) + ".";
    }

    /// <summary>Rare names, the rarer the longer.</summary>
    private string Name() => string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Syllables[(int)(Syllables.Length * _random.NextDouble() * _random.NextDouble())]))
        .ToString(CultureInfo.InvariantCulture);
}
