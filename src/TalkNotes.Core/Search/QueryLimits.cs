namespace TalkNotes.Core.Search;

/// <summary>How much of one query is looked at, so that no text makes a search that never ends; and what to say of the rest.</summary>
internal sealed class QueryLimits
{
    /// <summary>More words than this are not looked at; a longer text is a case for the quote check.</summary>
    public const int MostWords = 64;

    /// <summary>More than anybody types; each one is worked out for itself.</summary>
    private const int MostFilters = 32;

    /// <summary>Each beginning is looked up as all the words that begin so: these are what a search costs most.</summary>
    private const int MostBeginnings = 4;

    private const int ShortestBeginning = 2;

    /// <summary>Each one is looked up word by word in every passage that may have it.</summary>
    private const int MostNears = 4;

    private readonly List<string> _notBeginnings = [];
    private int _beginnings;
    private int _nears;
    private int _filters;
    private bool _isCut;

    /// <summary>Notes that words were left out.</summary>
    public void Cut() => _isCut = true;

    /// <summary>Whether one more filter is looked at.</summary>
    public bool TakeFilter() => _filters++ < MostFilters;

    /// <summary>Whether one more NEAR is looked at.</summary>
    public bool TakeNear() => _nears++ < MostNears;

    /// <summary>Whether a word is looked up as a beginning; else it is taken as it stands.</summary>
    /// <param name="form">The last word of it, without its star.</param>
    /// <param name="typed">As typed.</param>
    public bool TakeBeginning(string form, string typed)
    {
        if (form.Length >= ShortestBeginning && _beginnings < MostBeginnings)
        {
            _beginnings++;
            return true;
        }

        _notBeginnings.Add(typed);
        return false;
    }

    /// <summary>What was not taken as typed, in sentences.</summary>
    public IEnumerable<string> Notes()
    {
        if (_isCut)
        {
            yield return $"Only the first {MostWords} words were looked at; for a longer text, check it as a quotation";
        }

        if (_nears > MostNears)
        {
            yield return $"Only the first {MostNears} NEAR(…) were looked at";
        }

        if (_filters > MostFilters)
        {
            yield return $"Only the first {MostFilters} filters were looked at";
        }

        if (_notBeginnings.Count > 0)
        {
            yield return $"Taken as whole words: {string.Join(' ', _notBeginnings)}. A beginning has {ShortestBeginning} letters or more, and a query at most {MostBeginnings} of them";
        }
    }
}
