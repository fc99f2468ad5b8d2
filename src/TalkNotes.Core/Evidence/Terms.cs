using System.Collections.Frozen;
using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Evidence;

/// <summary>A word as ranking compares it.</summary>
/// <param name="Text">Stem, or digits.</param>
/// <param name="Word">Index of its (first) word in the list it came from.</param>
internal readonly record struct Term(string Text, int Word);

/// <summary>
/// Turns words into comparable terms: stop words out, spelled letters joined (<c>R L</c>, <c>RL</c>), number words as
/// digits, British spellings as American ones, the rest stemmed.
/// </summary>
internal static class Terms
{
    private static readonly FrozenSet<string> Stop = """
        a an the and or but if so as of to in on at by for from with into about than then that this these those it its is are was were be
        been being do does did have has had not no you your i me my we us our he she his her they them their what which who when where how
        why there here can could will would should may might also just more most very such own other some any all each both
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string British, string American)[] Spellings =
    [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("colour", "color"), ("favour", "favor"), ("behaviour", "behavior"),
        ("labour", "labor"), ("centre", "center"), ("programme", "program"), ("grey", "gray"), ("modelling", "modeling"), ("modelled", "modeled"),
    ];

    /// <summary>Whether a folded word says nothing by itself.</summary>
    public static bool IsStop(string folded) => Stop.Contains(folded);

    /// <summary>The term of one folded word.</summary>
    public static string Of(string folded)
    {
        var word = folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded;
        return word.Length > 0 && char.IsAsciiDigit(word[0]) ? word.Replace(",", "", StringComparison.Ordinal) : Stemmer.Stem(American(word));
    }

    /// <summary>The key of a term where it is denied; no word has a blank in it.</summary>
    public static string Denied(string term) => "not " + term;

    /// <summary>The terms that a denial up to three words before them turns round ("not better"), each once, under their <see cref="Denied"/> keys.</summary>
    public static List<Term> DeniedOf(IReadOnlyList<string> folded)
    {
        const int reach = 3;
        var denied = new List<Term>();
        var last = -reach - 1;
        for (var i = 0; i < folded.Count; i++)
        {
            if (i - last <= reach && !IsStop(folded[i]))
            {
                denied.Add(new Term(Denied(Of(folded[i])), i));
            }

            last = IsDenial(folded[i]) ? i : last;
        }

        return denied;
    }

    /// <summary>The terms of a list of words, in order.</summary>
    public static List<Term> Of(IReadOnlyList<string> folded)
    {
        var terms = new List<Term>(folded.Count);
        var sayings = new List<Term>();
        for (var i = 0; i < folded.Count; i++)
        {
            var first = i;
            var word = folded[i];
            if (IsLetter(word))
            {
                while (i + 1 < folded.Count && IsLetter(folded[i + 1]))
                {
                    i++;
                }

                if (i > first)
                {
                    terms.Add(new Term(string.Concat(folded.Skip(first).Take(i - first + 1)), first));
                    continue;
                }
            }

            if (NumberWords.TryTen(word, out var ten))
            {
                if (i + 1 < folded.Count && NumberWords.TryUnit(folded[i + 1], out var unit) && unit is > 0 and < 10)
                {
                    ten += unit;
                    i++;
                }

                terms.Add(new Term(ten.ToString(CultureInfo.InvariantCulture), first));
            }
            else if (NumberWords.TryUnit(word, out var number) && number > 1)
            {
                terms.Add(new Term(number.ToString(CultureInfo.InvariantCulture), first));
            }
            else if (!Stop.Contains(word))
            {
                terms.Add(new Term(Of(word), first));
                AddAcronyms(terms, sayings);
            }
        }

        terms.AddRange(sayings);
        return terms;
    }

    private static void AddAcronyms(List<Term> terms, List<Term> sayings)
    {
        for (var n = 2; n <= Math.Min(Acronyms.LongestExpansion, terms.Count); n++)
        {
            if (Acronyms.Of(string.Join(' ', terms.Skip(terms.Count - n).Select(t => t.Text))) is { } acronym)
            {
                sayings.Add(new Term(acronym, terms[^n].Word));
            }
        }
    }

    private static bool IsDenial(string word) =>
        word is "not" or "no" or "never" or "without" or "cannot" or "hardly" || word.EndsWith("n't", StringComparison.Ordinal);

    private static bool IsLetter(string word) => word.Length == 1 && char.IsAsciiLetterLower(word[0]);

    private static string American(string word)
    {
        if (word.Length <= 4)
        {
            return word;
        }

        if (word.EndsWith("our", StringComparison.Ordinal))
        {
            word = word[..^3] + "or";
        }

        foreach (var (british, american) in Spellings)
        {
            word = word.Replace(british, american, StringComparison.Ordinal);
        }

        return word.Length > 6 && word.EndsWith("ise", StringComparison.Ordinal) ? word[..^3] + "ize" : word;
    }
}
