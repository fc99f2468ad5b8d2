using System.Collections.Frozen;
using System.Collections.Immutable;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>
/// What kind of thing a question asks for: <c>how long</c> a duration, <c>when</c> a date, <c>how many</c> a number.
/// Where not all words are found, a place that has such a thing is the likelier answer.
/// </summary>
internal sealed record AskedFor
{
    private static readonly FrozenSet<string> Durations = Set("second seconds minute minutes hour hours day days week weeks month months year years decade decades");

    private static readonly FrozenSet<string> Dates = Set(
        "january february march april june july august september october november december today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday year month week");

    private static readonly AskedFor Nothing = new() { Words = [] };

    private Func<List<Token>, bool> _answers = _ => false;

    /// <summary>Words that only ask.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>What a run of words asks for.</summary>
    public static AskedFor In(ImmutableArray<string> run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            switch (run[i], i + 1 < run.Length ? run[i + 1] : "")
            {
                case ("how", "long" or "often" or "old" or "soon"):
                    return new AskedFor { Words = [run[i], run[i + 1]], _answers = t => HasNumberOf(t, Durations.Contains) };
                case ("how", "many" or "much" or "big" or "large"):
                    return new AskedFor { Words = [run[i], run[i + 1]], _answers = t => t.Exists(IsNumber) };
                case ("when", _) when i == 0:
                    return new AskedFor { Words = [run[i]], _answers = t => t.Exists(w => Dates.Contains(w.Form) || IsYear(w.Form)) };
            }
        }

        return Nothing;
    }

    /// <summary>Whether a text has such a thing.</summary>
    public bool IsAnsweredBy(List<Token> tokens) => _answers(tokens);

    private static bool HasNumberOf(List<Token> tokens, Func<string, bool> unit)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (unit(tokens[i + 1].Form) && (IsNumber(tokens[i]) || tokens[i].Form is "few" or "several" or "couple"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(Token token) => char.IsAsciiDigit(token.Stem[0]);

    private static bool IsYear(string form) => form.Length == 4 && form.All(char.IsAsciiDigit) && form[0] is '1' or '2';

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
