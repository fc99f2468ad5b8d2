using System.Buffers;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Collects the words of a talk, and which of them look like names: capitalised inside a sentence.</summary>
internal sealed class TermCollector
{
    private const int LongestTerm = 40;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!:\"“>");
    private readonly Dictionary<string, bool> _terms = new(StringComparer.Ordinal);

    /// <summary>The words so far; true for names.</summary>
    public IReadOnlyDictionary<string, bool> Terms => _terms;

    /// <summary>Adds the words of one passage.</summary>
    public void Add(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Form.Length is < 2 or > LongestTerm || !token.Form.Any(char.IsLetter))
            {
                continue;
            }

            var isName = i > 0 && char.IsUpper(text[token.Start]) && !EndsSentence(text, tokens[i - 1].End, token.Start);
            _terms[token.Form] = isName || _terms.GetValueOrDefault(token.Form);
        }
    }

    private static bool EndsSentence(string text, int from, int to) => text.AsSpan(from, to - from).ContainsAny(SentenceEnds);
}
