using System.Collections.Concurrent;

namespace TalkNotes.Core.Text;

/// <summary>Words of texts by their spelling, with what they become as tokens: texts share nearly all of their words. Safe to share.</summary>
internal sealed class TokenCache
{
    private const int MostWords = 200_000;

    private readonly ConcurrentDictionary<string, Token[]> _known = new(StringComparer.Ordinal);

    /// <summary>The tokens of one word; their offsets count from its start.</summary>
    public Token[] Of(ReadOnlySpan<char> word)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var tokens))
        {
            return tokens;
        }

        if (_known.Count >= MostWords)
        {
            _known.Clear();
        }

        var spelling = word.ToString();
        return _known[spelling] = Tokens.OfWord(spelling);
    }
}
