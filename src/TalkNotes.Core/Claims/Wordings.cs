using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>How alike two claims are worded.</summary>
internal static class Wordings
{
    private const int ShortestTellingWord = 4;

    /// <summary>Share of words that both have in the same order, from 0 to 1: how a reworded claim is known.</summary>
    public static double Kinship(string a, string b)
    {
        var (x, y) = (TranscriptWords.Fold(a), TranscriptWords.Fold(b));
        return x.Count + y.Count == 0 ? 0 : 2.0 * Sequences.InCommon(x, y) / (x.Count + y.Count);
    }

    /// <summary>Share of telling words (stems of four letters or more, and all with digits) that both have, in any order.</summary>
    public static double Likeness(string a, string b)
    {
        var (x, y) = (Telling(a), Telling(b));
        return x.Count + y.Count == 0 ? 0 : 2.0 * x.Count(y.Contains) / (x.Count + y.Count);
    }

    /// <summary>The words by which a claim is known among others, longest first.</summary>
    public static HashSet<string> Telling(string text) => Words.Of(text).Select(w => w.Folded)
        .Where(w => w.Length >= ShortestTellingWord || w.Any(char.IsDigit))
        .Select(Stemmer.Stem).OrderByDescending(w => w.Length).ToHashSet(StringComparer.Ordinal);
}
