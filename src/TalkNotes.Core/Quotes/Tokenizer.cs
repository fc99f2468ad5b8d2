using System.Collections.Frozen;
using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Cuts a transcript or a quotation into comparable words.</summary>
internal static class Tokenizer
{
    private static readonly FrozenSet<string> Noises = FrozenSet.Create(
        StringComparer.Ordinal,
        "laughs", "laughter", "laughing", "laugh", "chuckles", "chuckling", "music", "applause", "inaudible", "crosstalk", "pause", "silence",
        "sighs", "coughs", "blank", "audio", "cheering", "unintelligible");

    private const int LongestBracket = 200; // a bracket that does not close within reach is a slip, not an aside

    /// <summary>The words of <paramref name="text"/>, in order.</summary>
    public static List<QuoteToken> Of(string text)
    {
        var words = Words.Of(text);
        var tokens = new List<QuoteToken>(words.Count);
        var bracket = new BracketReader(text);
        var end = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            AddSigns(tokens, text, end, word.Start);
            var (key, last) = Initials(text, words, i);
            while (last + 1 < words.Count && IsInvisible(text.AsSpan(words[last].End, words[last + 1].Start - words[last].End)))
            {
                key += words[++last].Folded; // a soft hyphen or a joiner, as pages have them
            }

            i = last;
            end = words[last].End;
            tokens.Add(new QuoteToken(key, word.Start, end)
            {
                Bracketed = bracket.Contains(word.Start, key),
                Broken = IsBroken(text, end),
                Capital = char.IsUpper(text[word.Start]),
            });
        }

        AddSigns(tokens, text, end, text.Length);
        SetPauses(tokens, text);
        return tokens;
    }

    private static bool IsInvisible(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                return false;
            }
        }

        return between.Length > 0;
    }

    /// <summary>Joins letters that only points part: U.S., A.I., e.g.</summary>
    private static (string Key, int Last) Initials(string text, List<Word> words, int i)
    {
        var last = i;
        while (words[last].Length == 1 && char.IsLetter(text[words[last].Start]) && last + 1 < words.Count
            && words[last + 1].Length == 1 && words[last + 1].Start == words[last].End + 1 && text[words[last].End] == '.'
            && char.IsLetter(text[words[last + 1].Start]))
        {
            last++;
        }

        return last == i ? (words[i].Folded, i) : (string.Concat(words.Skip(i).Take(last - i + 1).Select(w => w.Folded)), last);
    }

    private static void AddSigns(List<QuoteToken> tokens, string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var key = text[i] switch
            {
                '$' or '€' or '£' or '%' => text[i].ToString(),
                '&' => "and",
                _ => null,
            };
            if (key is not null)
            {
                tokens.Add(new QuoteToken(key, i, i + 1));
            }
        }
    }

    private static bool IsBroken(string text, int end) => end < text.Length && text[end] is '-' or '–' or '—'
        && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]) || text[end] != '-' || text[end + 1] == '-');

    private static void SetPauses(List<QuoteToken> tokens, string text)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i] = tokens[i] with
            {
                Before = i == 0 ? Pause.Stop : tokens[i - 1].After,
                After = i + 1 == tokens.Count ? Pause.Stop : Between(text, tokens[i].End, tokens[i + 1].Start),
                Link = i + 1 < tokens.Count && tokens[i + 1].Start == tokens[i].End + 1 && !char.IsWhiteSpace(text[tokens[i].End]) ? text[tokens[i].End] : '\0',
            };
        }
    }

    private static Pause Between(string text, int from, int to)
    {
        var pause = Pause.None;
        foreach (var c in text.AsSpan(from, Math.Max(0, to - from)))
        {
            if (c is '.' or '?' or '!' or '…')
            {
                return Pause.Stop;
            }

            if (c is ',' or ';' or ':' or '–' or '—' or '(' or ')' or '"' or '“' or '”')
            {
                pause = Pause.Comma;
            }
        }

        return pause;
    }

    /// <summary>Walks along the brackets of a text as its words are asked for, in order.</summary>
    private sealed class BracketReader(string text)
    {
        private int _at;
        private bool _inside;

        public bool Contains(int start, string key)
        {
            for (; _at < start; _at++)
            {
                _inside = text[_at] switch
                {
                    '[' => text.IndexOf(']', _at, Math.Min(LongestBracket, text.Length - _at)) > 0,
                    ']' => false,
                    _ => _inside,
                };
            }

            return _inside || (Noises.Contains(key) && start > 0 && text[start - 1] is '(' or '*' or '♪');
        }
    }
}
