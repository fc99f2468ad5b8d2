using System.Collections.Frozen;
using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Other ways to write what has numbers in it: ranges ("20–30", "twenty to thirty"), times of day ("8:00", "8"; "10:30", "ten thirty") and decades ("nineties", "90s").</summary>
internal static class NumberPhrases
{
    private const int LastHour = 24;

    private static readonly FrozenDictionary<string, string> Decades = "twenties thirties forties fifties sixties seventies eighties nineties".Split(' ')
        .Select((word, i) => KeyValuePair.Create(word, $"{i + 2}0s")).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every reading of the words from <paramref name="start"/> on, with the number of words it takes.</summary>
    public static IEnumerable<(int Count, string Key)> At(IReadOnlyList<QuoteToken> tokens, int start)
    {
        var token = tokens[start];
        if (Decades.TryGetValue(token.Key, out var decade))
        {
            yield return (1, decade);
        }

        if (token.Key == "nineteen" && start + 1 < tokens.Count && Decades.TryGetValue(tokens[start + 1].Key, out decade))
        {
            yield return (2, "19" + decade);
        }

        if (NumberReader.Read(tokens, start) is { } first)
        {
            if (Range(tokens, start, first) is { } range)
            {
                yield return range;
            }

            foreach (var time in Times(tokens, start))
            {
                yield return time;
            }
        }
    }

    /// <summary>A number, a dash or "to", and a number; the unit that either has belongs to both.</summary>
    private static (int Count, string Key)? Range(IReadOnlyList<QuoteToken> tokens, int start, (int Count, string Key) first)
    {
        var dash = start + first.Count - 1;
        var at = dash + (tokens[dash].Link is '-' or '–' or '—' ? 1 : dash + 1 < tokens.Count && tokens[dash + 1].Key == "to" ? 2 : tokens.Count);
        return at < tokens.Count && NumberReader.Read(tokens, at) is { } last
            ? (at + last.Count - start, $"{Bare(first.Key)}–{Bare(last.Key)}{Unit(first.Key, last.Key)}")
            : null;
    }

    private static string Bare(string number) => number.Trim('$', '€', '£', '%');

    private static string Unit(string first, string last) => (first + last).FirstOrDefault(c => c is '$' or '€' or '£' or '%') is var unit and not '\0' ? unit.ToString() : "";

    private static IEnumerable<(int Count, string Key)> Times(IReadOnlyList<QuoteToken> tokens, int start)
    {
        var (key, next) = (tokens[start].Key, start + 1 < tokens.Count ? tokens[start + 1].Key : "");
        if (tokens[start].Link == ':' && Value(key) is { } hour and <= LastHour && next.Length == 2 && Value(next) is { } minute and < 60)
        {
            yield return (2, $"{hour}:{minute:00}");
            if (minute == 0)
            {
                yield return (2, hour.ToString(CultureInfo.InvariantCulture));
            }
        }
        else if (key.Length is 3 or 4 && Value(key) is { } both && both / 100 is > 0 and <= LastHour && both % 100 < 60)
        {
            yield return (1, $"{both / 100}:{both % 100:00}");
        }
        else if (tokens[start].After == Pause.None && Value(key) is > 0 and <= LastHour && start + 1 < tokens.Count
            && NumberReader.Read(tokens, start + 1) is { } minutes && Value(minutes.Key) is >= 10 and < 60)
        {
            yield return (1 + minutes.Count, $"{Value(key)}:{minutes.Key}");
        }
    }

    private static int? Value(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : NumberWords.TryUnit(key, out var unit) ? unit : null;
}
