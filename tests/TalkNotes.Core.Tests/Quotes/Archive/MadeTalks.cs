using TalkNotes.Core.Quotes.Archive;

namespace TalkNotes.Core.Tests.Quotes.Archive;

/// <summary>A transcript that was made up.</summary>
internal sealed record MadeTranscript(TranscriptVersion Version, IReadOnlyList<string> Segments)
{
    public NumberedTranscript Read(WordNumbers numbers) => new(Version.TalkId, Version.SourceId, Segments, numbers);
}

/// <summary>Makes up transcripts whose words are as unevenly common as those of people, and quotations of them. Seeded.</summary>
internal sealed class MadeTalks(int seed, int vocabulary)
{
    private const string Stops = "the of and to that is it we in you not so what this have be was do they are for on with as but";
    private readonly Random _random = new(seed);
    private readonly string[] _words = [.. Stops.Split(' ').Concat(Enumerable.Range(0, vocabulary).Select(Name)).Take(vocabulary)];

    public List<MadeTranscript> Make(int count, int words) => [.. Enumerable.Range(1, count).Select(n =>
        new MadeTranscript(new TranscriptVersion(n, 10 + n, 1, words), [.. Enumerable.Range(0, Math.Max(1, words / 8)).Select(_ => Text(_random.Next(0, 17)))]))];

    /// <summary>Quotations as they stand, over segments, changed, with ellipses, repeated, short and long; and some that nobody said.</summary>
    public IEnumerable<string> Questions(IReadOnlyList<MadeTranscript> transcripts, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var words = string.Join(' ', transcripts[_random.Next(transcripts.Count)].Segments).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            var length = Math.Min(words.Count - 1, _random.Next(4, i % 10 == 0 ? 200 : 30));
            var quote = words.GetRange(_random.Next(words.Count - length), length);
            for (var changes = i % 4; changes > 0; changes--)
            {
                var at = _random.Next(quote.Count);
                quote[at] = _random.Next(3) switch { 0 => Word(), 1 => quote[at] + " " + Word(), _ => "don't" };
            }

            if (i % 5 == 0)
            {
                quote.Insert(_random.Next(quote.Count), "…");
            }

            yield return i % 11 == 0 ? Text(_random.Next(4, 25)) : i % 13 == 0 ? "neverheard " + string.Join(' ', quote) : string.Join(' ', quote);
        }
    }

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word() => _words[(int)(_words.Length * Math.Pow(_random.NextDouble(), 3))];

    private static string Name(int n)
    {
        var name = "";
        for (var left = n + 30; left > 0; left /= 21)
        {
            name += "bcdfghjklmnpqrstvwxyz"[left % 21];
            name += "aeiou"[left % 5];
        }

        return name;
    }
}
