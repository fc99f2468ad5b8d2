using TalkNotes.Core.Text;

namespace TalkNotes.Core.Curation;

/// <summary>The part of a place that lies in one segment.</summary>
internal readonly record struct WordsPart(int Segment, int From, int To);

/// <summary>Finds words of a transcript, whole, whatever their case, also over the border of two segments.</summary>
internal sealed class HeardWords
{
    private readonly IReadOnlyList<string> _texts;
    private readonly List<(int Segment, Word Word)> _words;

    public HeardWords(IReadOnlyList<string> texts)
    {
        _texts = texts;
        _words = [.. texts.SelectMany((text, n) => Words.Of(text).Select(w => (n, w)))];
    }

    /// <summary>Every place where the words stand and do not read as they should already; in reading order, without overlaps.</summary>
    /// <param name="heard">The words as written.</param>
    /// <param name="said">As they should read.</param>
    public IEnumerable<IReadOnlyList<WordsPart>> Find(string heard, string said)
    {
        var wanted = Words.Of(heard).ConvertAll(w => w.Folded);
        for (var i = 0; wanted.Count > 0 && i + wanted.Count <= _words.Count; i++)
        {
            if (StandsAt(wanted, i) && Parts(i, wanted) is var parts && string.Join(' ', parts.Select(Text)) != said)
            {
                yield return parts;
                i += wanted.Count - 1;
            }
        }
    }

    private bool StandsAt(List<string> wanted, int at)
    {
        for (var w = 0; w < wanted.Count; w++)
        {
            var word = _words[at + w].Word.Folded;
            if (word != wanted[w] && !(w == wanted.Count - 1 && IsPossessive(word, wanted[w])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPossessive(string word, string wanted) =>
        word.Length == wanted.Length + 2 && word.StartsWith(wanted, StringComparison.Ordinal) && word.EndsWith("'s", StringComparison.Ordinal);

    private List<WordsPart> Parts(int at, List<string> wanted)
    {
        var parts = _words.Skip(at).Take(wanted.Count).GroupBy(w => w.Segment)
            .Select(g => new WordsPart(g.Key, g.First().Word.Start, g.Last().Word.End)).ToList();
        var keepsEnding = IsPossessive(_words[at + wanted.Count - 1].Word.Folded, wanted[^1]);
        parts[^1] = keepsEnding ? parts[^1] with { To = parts[^1].To - 2 } : parts[^1];
        return parts;
    }

    private string Text(WordsPart part) => _texts[part.Segment][part.From..part.To];
}
