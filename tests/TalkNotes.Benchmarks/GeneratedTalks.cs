using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Benchmarks;

/// <summary>Talks of real words: each word follows one that it follows somewhere in the seeds, with rare made-up names between. Seeded.</summary>
internal sealed class GeneratedTalks
{
    public const int PassagesOfATalk = 200;
    public const int ClaimsOfATalk = 10;
    public const int Speakers = 300;
    private const int WordsOfAPassage = 60;
    private const int WordsOfAClaim = 18;
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

    /// <summary>How many talks hold so many passages.</summary>
    public static int TalksFor(int passages) => Math.Max(1, passages / PassagesOfATalk);

    /// <summary>A title of five words.</summary>
    public string Title() => string.Join(' ', Run(5));

    /// <summary>A first name and a surname.</summary>
    public string Person() => $"{Upper(Name(2))} {Upper(Name(3))}";

    /// <summary>A sentence about a talk.</summary>
    public string Claim() => string.Join(' ', Run(WordsOfAClaim)) + ".";

    /// <summary>One talk of <see cref="PassagesOfATalk"/> segments, each a turn of two people and as long as a passage.</summary>
    public List<SegmentRow> Segments(int sourceId, IReadOnlyList<SpeakerRow> speakers)
    {
        var two = new[] { speakers[_random.Next(speakers.Count)], speakers[_random.Next(speakers.Count)] };
        return [.. Enumerable.Range(0, PassagesOfATalk).Select(n => new SegmentRow
        {
            SourceId = sourceId, N = n, Turn = n, SpeakerId = two[n % 2].Id, Speaker = two[n % 2].Name,
            Start = TimeSpan.FromSeconds(25 * n), Text = string.Join(' ', Run(WordsOfAPassage)) + ".", FirstLine = n + 1, LastLine = n + 1,
        })];
    }

    private string[] Run(int count)
    {
        var words = new string[count];
        var last = _words[_random.Next(_words.Length)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _random.Next(33) == 0 ? Name(_random.Next(2, 5))
                : last = _random.Next(5) > 0 && _after.TryGetValue(last, out var next) ? next[_random.Next(next.Count)] : _words[_random.Next(_words.Length)];
        }

        return words;
    }

    /// <summary>Rare names, the rarer the longer.</summary>
    private string Name(int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[(int)(Syllables.Length * _random.NextDouble() * _random.NextDouble())]));

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
