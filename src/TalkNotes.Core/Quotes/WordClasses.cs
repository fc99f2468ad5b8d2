using System.Collections.Frozen;

namespace TalkNotes.Core.Quotes;

/// <summary>Which words carry what: the details that a changed quotation must name, and words that only join others.</summary>
internal static class WordClasses
{
    private static readonly FrozenSet<string> Joining = Set(
        "i you he she it we they me him her us them my your his its our their this that these those there here a an the and or but so if of to in on at by for from with as"
        + " is am are was were be been being do does did have has had who what which when where how why because then than just really very well also too about into");

    private static readonly FrozenSet<string> Modal = Set("can could should would will must may might shall need ought");

    private static readonly FrozenSet<string> Units = Set(
        "% percent per cent $ € £ dollar dollars cents euro euros pounds million millions billion billions trillion trillions thousand thousands hundreds second seconds minute minutes hour hours day days"
        + " week weeks month months quarter quarters year years decade decades century centuries times x token tokens parameters gigawatt gigawatts megawatt megawatts watts"
        + " kilometers kilometres miles meters metres feet gigabytes terabytes megabytes flops gpus degrees");

    private static readonly FrozenSet<string> Comparing = Set(
        "more less fewer most least better worse best worst greater higher lower larger smaller bigger biggest smallest largest highest lowest greatest faster slower fastest slowest"
        + " older younger longer shorter easier harder cheaper stronger weaker smarter earlier later than above below over under up down increase decrease increases decreases increased"
        + " decreased all some many few every always often sometimes rarely only almost nearly exactly before after");

    private static readonly string[] Denials = ["un", "in", "im", "ir", "il", "dis", "non", "mis"];

    /// <summary>Whether a word only joins others: articles, pronouns, prepositions, forms of be, do and have.</summary>
    public static bool Joins(string key) => Joining.Contains(key.Split('\'')[0]) && !Contractions.Denies(key);

    /// <summary>Whether leaving a word out can weaken or turn a statement, so that no false start may swallow it.</summary>
    public static bool Weighs(string key) => Contractions.Denies(key) || NumberReader.IsNumber(key) || Comparing.Contains(key) || Modal.Contains(key)
        || key.EndsWith("'ll", StringComparison.Ordinal) || key.EndsWith("'d", StringComparison.Ordinal);

    /// <summary>Whether a word is a unit: percent, dollars, weeks.</summary>
    public static bool IsUnit(string key) => Units.Contains(key);

    /// <summary>What a real change is about; the gravest that applies.</summary>
    public static QuoteChange Name(IReadOnlyList<QuoteToken> said, IReadOnlyList<QuoteToken> quoted)
    {
        if (said.Count(Denies) != quoted.Count(Denies) || said.Any(s => quoted.Any(q => Opposes(s.Key, q.Key) || Opposes(q.Key, s.Key))))
        {
            return QuoteChange.Negation;
        }

        return Differs(said, quoted, t => NumberReader.IsNumber(t.Key)) ? QuoteChange.Number
            : Differs(said, quoted, t => IsUnit(t.Key)) ? QuoteChange.Unit
            : Differs(said, quoted, t => Comparing.Contains(t.Key)) ? QuoteChange.Comparative
            : Differs(said, quoted, IsName) ? QuoteChange.Name
            : QuoteChange.Word;

        static bool Denies(QuoteToken token) => Contractions.Denies(token.Key);
    }

    /// <summary>Whether hidden words may turn what is left.</summary>
    public static bool MayTurn(IEnumerable<QuoteToken> hidden) =>
        hidden.Any(t => Contractions.Denies(t.Key) || t.Key is "but" or "except" or "unless" or "less" or "more" or "if" || NumberReader.IsNumber(t.Key));

    private static bool Differs(IReadOnlyList<QuoteToken> said, IReadOnlyList<QuoteToken> quoted, Func<QuoteToken, bool> detail) =>
        !said.Where(detail).Select(t => t.Key).Order(StringComparer.Ordinal).SequenceEqual(quoted.Where(detail).Select(t => t.Key).Order(StringComparer.Ordinal));

    private static bool Opposes(string plain, string denied) =>
        Denials.Any(d => denied.Length == plain.Length + d.Length && plain.Length > 2 && denied.StartsWith(d, StringComparison.Ordinal) && denied.EndsWith(plain, StringComparison.Ordinal))
        || denied == plain + "less";

    /// <summary>A capital within a sentence, or letters with a number: o3, gpt4.</summary>
    private static bool IsName(QuoteToken token) => (token.Key.Length > 1 && char.IsAsciiLetter(token.Key[0]) && char.IsAsciiDigit(token.Key[^1]))
        || (token.Capital && token.Before != Pause.Stop && token.Key != "i" && !token.Key.StartsWith("i'", StringComparison.Ordinal));

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
