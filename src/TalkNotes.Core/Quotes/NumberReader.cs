using System.Collections.Frozen;
using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Reads numbers however they are written, so that "$5 million" and "five million dollars" compare equal.</summary>
internal static class NumberReader
{
    private const int LongestDigits = 15;

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["thousand"] = 1e3m, ["million"] = 1e6m, ["billion"] = 1e9m, ["trillion"] = 1e12m,
        ["k"] = 1e3m, ["m"] = 1e6m, ["mn"] = 1e6m, ["b"] = 1e9m, ["bn"] = 1e9m, ["t"] = 1e12m,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Ordinals =
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
            .Split(' ').Select((word, i) => KeyValuePair.Create(word, Ordinal(i + 1))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["$"] = "$", ["dollar"] = "$", ["dollars"] = "$", ["€"] = "€", ["euro"] = "€", ["euros"] = "€", ["£"] = "£", ["pound"] = "£", ["pounds"] = "£",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a word is a number, by itself or as a part of one.</summary>
    public static bool IsNumber(string key) => key.Length > 0 && (char.IsAsciiDigit(key[0]) || NumberWords.TryUnit(key, out _) || NumberWords.TryTen(key, out _)
        || key is "hundred" or "thousand" or "million" or "billion" or "trillion" or "hundreds" or "thousands" or "millions" or "billions" or "dozen" or "half" or "twice"
        || (Ordinals.ContainsKey(key) && key is not "second"));

    /// <summary>
    /// The number that begins at <paramref name="start"/>, with its percent or currency sign if one belongs to it.
    /// </summary>
    /// <param name="tokens">The words.</param>
    /// <param name="start">Index of the first word.</param>
    /// <returns>How many words it takes and one spelling for all ways to write it; null when no number begins here.</returns>
    public static (int Count, string Key)? Read(IReadOnlyList<QuoteToken> tokens, int start)
    {
        if (Ordinals.TryGetValue(tokens[start].Key, out var ordinal))
        {
            return (1, ordinal);
        }

        var sign = Currencies.TryGetValue(tokens[start].Key, out var currency) && tokens[start].Key.Length == 1;
        var at = start + (sign ? 1 : 0);
        if (Plain(tokens, at) is not { } number)
        {
            return tokens[start].Key is [>= '0' and <= '9', ..] ? (1, tokens[start].Key) : null;
        }

        var end = at + number.Count;
        var next = end < tokens.Count ? tokens[end].Key : "";
        if (sign)
        {
            return (end - start, currency + number.Key);
        }

        if (next is "%" or "percent")
        {
            return (end - start + 1, number.Key + "%");
        }

        if (next == "per" && end + 1 < tokens.Count && tokens[end + 1].Key == "cent")
        {
            return (end - start + 2, number.Key + "%");
        }

        return Currencies.TryGetValue(next, out currency) ? (end - start + 1, currency + number.Key) : (end - start, number.Key);
    }

    private static (int Count, string Key)? Plain(IReadOnlyList<QuoteToken> tokens, int start)
    {
        if (start >= tokens.Count)
        {
            return null;
        }

        if (Year(tokens, start) is { } year)
        {
            return (year.Count, Text(year.Value));
        }

        if (Digits(tokens[start].Key) is { } digits)
        {
            return Scaled(tokens, start, digits.Value, digits.Suffix);
        }

        if (Small(tokens, start) is not { } small)
        {
            return tokens[start].Key is "a" or "an" && start + 1 < tokens.Count && tokens[start + 1].Key is "hundred" or "thousand" or "million" or "billion" or "trillion"
                ? Words(tokens, start, 1, 1)
                : null;
        }

        return Point(tokens, start, small) ?? Words(tokens, start, small.Value, small.Count);
    }

    /// <summary>Digits, perhaps with a scale after them: 1.5 million, 50k.</summary>
    private static (int Count, string Key) Scaled(IReadOnlyList<QuoteToken> tokens, int start, string digits, string suffix)
    {
        if (suffix.Length > 0)
        {
            return (1, Scales.TryGetValue(suffix, out var scale) ? Text(decimal.Parse(digits, CultureInfo.InvariantCulture) * scale) : $"{digits} {suffix}");
        }

        var next = start + 1 < tokens.Count ? tokens[start + 1].Key : "";
        if (next is "thousand" or "million" or "billion" or "trillion")
        {
            return (2, Text(decimal.Parse(digits, CultureInfo.InvariantCulture) * Scales[next]));
        }

        return next is "x" ? (2, digits + " x") : (1, digits);
    }

    /// <summary>Words from a first value on: hundreds, scales, and what follows them.</summary>
    private static (int Count, string Key) Words(IReadOnlyList<QuoteToken> tokens, int start, decimal first, int taken)
    {
        decimal total = 0, current = first;
        var at = start + taken;
        var room = decimal.MaxValue;
        var open = false; // whether a smaller number may follow: "two hundred" five
        while (at < tokens.Count)
        {
            var key = tokens[at].Key;
            if (key == "hundred" && current is >= 1 and < 100)
            {
                current *= 100;
                (open, at) = (true, at + 1);
            }
            else if (key.Length > 2 && Scales.TryGetValue(key, out var scale) && scale < room && current > 0)
            {
                total += current * scale;
                (current, room, open, at) = (0, scale, true, at + 1);
            }
            else
            {
                var and = key == "and" ? 1 : 0;
                if (!open || at + and >= tokens.Count || Small(tokens, at + and) is not { } small)
                {
                    break;
                }

                current += small.Value;
                (open, at) = (false, at + and + small.Count);
            }
        }

        var x = at < tokens.Count && tokens[at].Key == "x";
        return (at - start + (x ? 1 : 0), Text(total + current) + (x ? " x" : ""));
    }

    /// <summary>A number below one hundred.</summary>
    private static (int Value, int Count)? Small(IReadOnlyList<QuoteToken> tokens, int start)
    {
        if (NumberWords.TryUnit(tokens[start].Key, out var unit))
        {
            return (unit, 1);
        }

        if (!NumberWords.TryTen(tokens[start].Key, out var ten))
        {
            return null;
        }

        return start + 1 < tokens.Count && tokens[start].After == Pause.None && NumberWords.TryUnit(tokens[start + 1].Key, out unit) && unit is > 0 and < 10
            ? (ten + unit, 2)
            : (ten, 1);
    }

    /// <summary>Years as they are spoken: nineteen eighty-four, twenty twenty-five.</summary>
    private static (int Value, int Count)? Year(IReadOnlyList<QuoteToken> tokens, int start)
    {
        if (start + 1 >= tokens.Count || tokens[start].Key is not ("eighteen" or "nineteen" or "twenty") || tokens[start].After != Pause.None
            || !NumberWords.TryTen(tokens[start + 1].Key, out _) && !(NumberWords.TryUnit(tokens[start + 1].Key, out var teen) && teen >= 10))
        {
            return null;
        }

        var (value, count) = Small(tokens, start + 1)!.Value;
        var century = Small(tokens, start)!.Value.Value;
        return ((century * 100) + value, count + 1);
    }

    /// <summary>four point one.</summary>
    private static (int Count, string Key)? Point(IReadOnlyList<QuoteToken> tokens, int start, (int Value, int Count) whole)
    {
        var at = start + whole.Count;
        if (at + 1 >= tokens.Count || tokens[at].Key != "point")
        {
            return null;
        }

        var digits = "";
        for (at++; at < tokens.Count && (NumberWords.TryUnit(tokens[at].Key, out var digit) || int.TryParse(tokens[at].Key, NumberStyles.None, CultureInfo.InvariantCulture, out digit))
            && digit < 10; at++)
        {
            digits += Text(digit);
        }

        if (digits.Length is 0 or > LongestDigits)
        {
            return null;
        }

        var value = $"{Text(whole.Value)}.{digits}";
        return at < tokens.Count && tokens[at].Key is "thousand" or "million" or "billion" or "trillion"
            ? (at - start + 1, Text(decimal.Parse(value, CultureInfo.InvariantCulture) * Scales[tokens[at].Key]))
            : (at - start, value);
    }

    private static (string Value, string Suffix)? Digits(string key)
    {
        var i = 0;
        while (i < key.Length && (char.IsAsciiDigit(key[i]) || key[i] is '.' or ','))
        {
            i++;
        }

        if (i == 0 || i > LongestDigits || !char.IsAsciiDigit(key[0]))
        {
            return null;
        }

        var value = key[..i].Replace(",", "", StringComparison.Ordinal);
        var suffix = key[i..];
        return value.Count(c => c == '.') > 1 || suffix.Length > 2 || !(suffix.Length == 0 || suffix == "x" || Scales.ContainsKey(suffix)) ? null : (value, suffix);
    }

    private static string Ordinal(int n) => Text(n) + (n switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
