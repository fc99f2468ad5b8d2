using System.Collections.Immutable;
using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Reads the query language in one pass. Total: every text is a query, and what is no operator is a word.</summary>
internal sealed class SearchQueryParser(string query)
{
    private const int LongestQuery = 4_000;

    private const int DefaultDistance = 10;
    private const string NearStart = "NEAR(";

    private readonly string _text = query.Length <= LongestQuery ? query : query[..LongestQuery];
    private readonly List<Item> _items = [];
    private readonly List<SearchFilter> _filters = [];
    private readonly QueryLimits _limits = new();
    private int _words;
    private int _i;

    public SearchQuery Parse()
    {
        if (query.Length > LongestQuery)
        {
            _limits.Cut();
        }

        while (SkipBlanks())
        {
            var isNot = TakeMinus();
            if (!TakeFilter(isNot) && !TakeNear(isNot) && !TakePhrase(isNot))
            {
                TakeWord(isNot);
            }
        }

        return Assemble();
    }

    private SearchQuery Assemble()
    {
        var groups = new List<List<SearchTerm>>();
        var excluded = ImmutableArray.CreateBuilder<SearchTerm>();
        var run = ImmutableArray.CreateBuilder<string>();
        var isRun = true;
        for (var k = 0; k < _items.Count; k++)
        {
            var item = _items[k];
            if (item.IsOr && Joins(k))
            {
                isRun = false;
                continue;
            }

            if (item.IsNot)
            {
                excluded.Add(item.Term);
                isRun = false;
                continue;
            }

            if (item.Term is WordsTerm words)
            {
                run.AddRange(words.Forms);
            }
            else
            {
                isRun = false;
            }

            if (k > 0 && _items[k - 1].IsOr && Joins(k - 1))
            {
                groups[^1].Add(item.Term);
            }
            else if (item.Term is WordsTerm { IsQuoted: false } bare && !(k + 1 < _items.Count && _items[k + 1].IsOr && Joins(k + 1)))
            {
                groups.AddRange(bare.Forms.Select(f => new List<SearchTerm> { new WordsTerm([f], IsQuoted: false) }));
            }
            else
            {
                groups.Add([item.Term]);
            }
        }

        return new SearchQuery
        {
            Text = query,
            Groups = [.. groups.Select(g => new SearchGroup([.. g]))],
            Excluded = excluded.ToImmutable(),
            Filters = [.. _filters],
            Run = isRun && run.Count > 1 ? run.ToImmutable() : [],
            Notes = [.. _limits.Notes()],
        };
    }

    /// <summary>Whether the OR at <paramref name="k"/> stands between two terms; elsewhere it is a word.</summary>
    private bool Joins(int k) => k > 0 && k + 1 < _items.Count
        && !_items[k - 1].IsNot && !_items[k + 1].IsNot
        && !(_items[k - 1].IsOr && Joins(k - 1));

    private bool SkipBlanks()
    {
        while (_i < _text.Length && char.IsWhiteSpace(_text[_i]))
        {
            _i++;
        }

        return _i < _text.Length;
    }

    private bool TakeMinus()
    {
        if (_text[_i] != '-' || _i + 1 >= _text.Length || !(char.IsLetter(_text[_i + 1]) || IsQuote(_text[_i + 1])))
        {
            return false;
        }

        _i++;
        return true;
    }

    private bool TakeFilter(bool isNot)
    {
        var colon = _i;
        while (colon < _text.Length && char.IsAsciiLetter(_text[colon]))
        {
            colon++;
        }

        if (colon == _i || colon + 1 >= _text.Length || _text[colon] != ':')
        {
            return false;
        }

        var field = _text[_i..colon].ToLowerInvariant();
        var start = colon + 1;
        var end = start;
        string value;
        if (IsQuote(_text[start]) && ClosingQuote(start) is var closing and > 0)
        {
            value = _text[(start + 1)..closing].Trim();
            end = closing + 1;
        }
        else
        {
            while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
            {
                end++;
            }

            value = _text[start..end];
        }

        if (!SearchFields.Takes(field, value))
        {
            return false;
        }

        _i = end;
        if (_limits.TakeFilter())
        {
            _filters.Add(new SearchFilter(field, value, isNot));
        }

        return true;
    }

    private bool TakeNear(bool isNot)
    {
        if (!_text.AsSpan(_i).StartsWith(NearStart, StringComparison.Ordinal) || _text.IndexOf(')', _i) is var end && end < 0)
        {
            return false;
        }

        var inner = _text[(_i + NearStart.Length)..end];
        var distance = DefaultDistance;
        var comma = inner.LastIndexOf(',');
        if (comma >= 0 && int.TryParse(inner.AsSpan(comma + 1), NumberStyles.None | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var stated))
        {
            distance = Math.Min(stated, PassageBuilder.LongestRun);
            inner = inner[..comma];
        }

        _i = end + 1;
        var terms = new SearchQueryParser(inner).Parse().Groups
            .SelectMany(g => g.Alternatives.Take(1)).OfType<WordsTerm>().Take(QueryLimits.MostWords - _words).ToImmutableArray();
        _words += terms.Length;
        if (terms.Length == 1)
        {
            _items.Add(new Item(terms[0], isNot));
        }
        else if (terms.Length > 1 && _limits.TakeNear())
        {
            _items.Add(new Item(new NearTerm(terms, distance), isNot));
        }

        return true;
    }

    private bool TakePhrase(bool isNot)
    {
        if (!IsQuote(_text[_i]))
        {
            return false;
        }

        var closing = ClosingQuote(_i);
        if (closing < 0)
        {
            _i++; // a quote without its pair means nothing
            return true;
        }

        Add(_text[(_i + 1)..closing], isQuoted: true, isNot);
        _i = closing + 1;
        return true;
    }

    private void TakeWord(bool isNot)
    {
        var start = _i;
        while (_i < _text.Length && !char.IsWhiteSpace(_text[_i]) && !IsQuote(_text[_i]))
        {
            _i++;
        }

        var word = _text[start.._i];
        if (word == "OR" && !isNot && _words < QueryLimits.MostWords)
        {
            _words++;
            _items.Add(new Item(new WordsTerm(["or"], IsQuoted: false), IsNot: false, IsOr: true));
            return;
        }

        if (word.EndsWith('*') && Tokens.Forms(word) is { Count: > 0 } forms && _words + forms.Count <= QueryLimits.MostWords)
        {
            if (_limits.TakeBeginning(forms[^1], word))
            {
                if (forms.Count > 1)
                {
                    Add(string.Join(' ', forms[..^1]), isQuoted: false, isNot);
                }

                _words++;
                _items.Add(new Item(new PrefixTerm(forms[^1]), isNot));
                return;
            }
        }

        Add(word, isQuoted: false, isNot);
    }

    private void Add(string words, bool isQuoted, bool isNot)
    {
        var all = Tokens.Forms(words);
        var forms = all.Take(QueryLimits.MostWords - _words).ToImmutableArray();
        if (forms.Length < all.Count)
        {
            _limits.Cut();
        }

        if (forms.Length > 0)
        {
            _words += forms.Length;
            _items.Add(new Item(new WordsTerm(forms, isQuoted), isNot));
        }
    }

    private int ClosingQuote(int opening)
    {
        for (var k = opening + 1; k < _text.Length; k++)
        {
            if (IsQuote(_text[k]))
            {
                return k;
            }
        }

        return -1;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟';

    private sealed record Item(SearchTerm Term, bool IsNot, bool IsOr = false);
}
