using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Benchmarks;

/// <summary>
/// Words as people say them: each follows one that it follows somewhere in the transcripts of a folder, with rare made-up names
/// between, so that a large library has a long tail of words as real ones have.
/// </summary>
internal sealed class SpokenWords
{
    private const int OneNameIn = 33;
    private static readonly string[] Syllables = "ba de fra gri hel ka lin mer nor pol qua ris sta ter ul ver wi xan yo zel".Split(' ');

    private readonly string[] _words; // each word once
    private readonly int[] _said; // all that was said, as numbers of words
    private readonly int[] _after; // numbers of the words that follow a word, as often as they do
    private readonly int[] _afterFrom; // where those of a word begin

    /// <summary>Reads the transcripts of a folder, in any format that the program knows.</summary>
    public SpokenWords(string folder)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _said = [.. LibraryFolder.At(folder).Files
            .Select(f => SourceFormats.Parse(SourceText.FromBytes(f.Path, File.ReadAllBytes(f.FullPath)), formatId: null, SourceFormats.All))
            .OfType<ParseResult.Parsed>()
            .SelectMany(p => p.Source.Document.Segments)
            .SelectMany(s => s.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(IsPlain)
            .Select(w => numbers.TryGetValue(w, out var n) ? n : numbers[w] = numbers.Count)];
        if (_said.Length < 2)
        {
            throw new InvalidDataException($"There are no spoken words in '{folder}'");
        }

        _words = [.. numbers.OrderBy(w => w.Value).Select(w => w.Key)];
        _afterFrom = new int[_words.Length + 1];
        foreach (var word in _said.AsSpan(0, _said.Length - 1))
        {
            _afterFrom[word + 1]++;
        }

        for (var w = 0; w < _words.Length; w++)
        {
            _afterFrom[w + 1] += _afterFrom[w];
        }

        _after = new int[_said.Length - 1];
        var next = _afterFrom.ToArray();
        for (var i = 0; i + 1 < _said.Length; i++)
        {
            _after[next[_said[i]]++] = _said[i + 1];
        }
    }

    /// <summary>A run of words.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="count">How many.</param>
    /// <param name="names">What a talk is about: most of the names between are of these.</param>
    public string[] Say(Random random, int count, IReadOnlyList<string> names)
    {
        var words = new string[count];
        var last = _said[random.Next(_said.Length)];
        for (var i = 0; i < words.Length; i++)
        {
            if (random.Next(OneNameIn) == 0)
            {
                words[i] = names.Count > 0 && random.Next(3) > 0 ? names[random.Next(names.Count)] : Name(random, random.Next(2, 5));
                continue;
            }

            var (from, to) = (_afterFrom[last], _afterFrom[last + 1]);
            last = to > from && random.Next(5) > 0 ? _after[random.Next(from, to)] : _said[random.Next(_said.Length)];
            words[i] = _words[last];
        }

        return words;
    }

    /// <summary>A made-up name, the rarer the longer.</summary>
    public static string Name(Random random, int syllables) => Upper(string.Concat(
        Enumerable.Range(0, syllables).Select(_ => Syllables[(int)(Syllables.Length * random.NextDouble() * random.NextDouble())])));

    /// <summary>With a capital letter.</summary>
    public static string Upper(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Marks of the format that a word came from must not be taken for marks of the one that it gets into.</summary>
    private static bool IsPlain(string word) =>
        char.IsLetterOrDigit(word[0]) && word.All(c => char.IsLetterOrDigit(c) || c is '.' or ',' or '?' or '!' or '\'' or '’' or '-' or '%');
}
