using System.Collections.Frozen;
using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Evidence.Details;

/// <summary>Reads quantities out of words: <c>$1.5 million</c>, <c>80%</c>, <c>twenty-five percent</c>, <c>6 months</c>, <c>2028</c>, <c>twenty twenty-four</c>, <c>10K</c>.</summary>
internal static class QuantityReader
{
    private const string Currencies = "$€£¥";

    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["k"] = 1e3,
        ["m"] = 1e6,
        ["mm"] = 1e6,
        ["b"] = 1e9,
        ["bn"] = 1e9,
        ["x"] = 1,
        ["st"] = 1,
        ["nd"] = 1,
        ["rd"] = 1,
        ["th"] = 1,
        ["s"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The quantities in order; they do not overlap.</summary>
    public static List<Quantity> Read(IReadOnlyList<DetailWord> words)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < words.Count; i++)
        {
            if (ReadValue(words, i, out var value, out var last, out var inDigits))
            {
                found.Add(WithUnit(words, value, i, last, inDigits));
                i = found[^1].Last;
            }
        }

        return found;
    }

    private static Quantity WithUnit(IReadOnlyList<DetailWord> words, double value, int first, int last, bool inDigits)
    {
        var next = last + 1 < words.Count ? words[last + 1].Folded : "";
        if (words[last].After == '%' || next.StartsWith("percent", StringComparison.Ordinal))
        {
            return new Quantity(QuantityKind.Percent, value, null, first, words[last].After == '%' ? last : last + 1, inDigits);
        }

        if (Currencies.Contains(words[first].Before, StringComparison.Ordinal) || next is "dollars" or "dollar" or "bucks" or "euros" or "pounds")
        {
            return new Quantity(QuantityKind.Money, value, null, first, Currencies.Contains(words[first].Before, StringComparison.Ordinal) ? last : last + 1, inDigits);
        }

        if (Quantity.UnitOfTime(next) is { } unit)
        {
            return new Quantity(QuantityKind.Duration, value, unit, first, last + 1, inDigits);
        }

        var isYear = value is >= 1900 and < 2100 && value == Math.Floor(value) && words[first].Raw.IndexOf(',', StringComparison.Ordinal) < 0;
        return new Quantity(isYear ? QuantityKind.Year : QuantityKind.Number, value, null, first, last, inDigits);
    }

    private static bool ReadValue(IReadOnlyList<DetailWord> words, int first, out double value, out int last, out bool inDigits)
    {
        last = first;
        inDigits = TryDigits(words[first].Folded, out value);
        if (!inDigits && !TryWords(words, first, out value, out last))
        {
            return false;
        }

        // "1.5 million", "two hundred thousand"
        while (last + 1 < words.Count && words[last + 1].Folded.Length > 2 && Scales.TryGetValue(words[last + 1].Folded, out var scale) && words[last].After is ' ' or '-')
        {
            value *= scale;
            last++;
            if (scale == 100 && last + 1 < words.Count && TryWords(words, last + (words[last + 1].Folded == "and" ? 2 : 1), out var rest, out var end) && rest < 100)
            {
                value += rest;
                last = end;
            }
        }

        return true;
    }

    /// <summary>Digits, perhaps with a scale or an ending glued on: <c>4.1</c>, <c>10k</c>, <c>3x</c>, <c>21st</c>, <c>1990s</c>.</summary>
    private static bool TryDigits(string folded, out double value)
    {
        var end = 0;
        while (end < folded.Length && (char.IsAsciiDigit(folded[end]) || (folded[end] == '.' && end > 0)))
        {
            end++;
        }

        value = 0;
        if (end == 0 || !double.TryParse(folded.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        var ending = folded[end..];
        if (ending.Length == 0)
        {
            return true;
        }

        var known = Scales.TryGetValue(ending, out var scale);
        value *= known ? scale : 1;
        return known;
    }

    /// <summary>Number words: <c>twelve</c>, <c>twenty five</c>, <c>a hundred</c>, <c>one point five</c>, <c>twenty twenty four</c>.</summary>
    private static bool TryWords(IReadOnlyList<DetailWord> words, int first, out double value, out int last)
    {
        value = 0;
        last = first;
        if (first >= words.Count)
        {
            return false;
        }

        if (words[first].Folded is "a" && first + 1 < words.Count && words[first + 1].Folded is "hundred" or "thousand" or "million" or "billion")
        {
            value = 1;
            return true;
        }

        if (!TryBelowHundred(words, first, out value, out last))
        {
            return false;
        }

        if (value is 19 or 20 && TryBelowHundred(words, last + 1, out var year, out var end) && year >= 10)
        {
            value = (value * 100) + year;
            last = end;
        }
        else if (last + 2 < words.Count && words[last + 1].Folded == "point" && NumberWords.TryUnit(words[last + 2].Folded, out var tenth) && tenth < 10)
        {
            value += tenth / 10.0;
            last += 2;
        }

        return true;
    }

    private static bool TryBelowHundred(IReadOnlyList<DetailWord> words, int first, out double value, out int last)
    {
        value = 0;
        last = first;
        if (first >= words.Count)
        {
            return false;
        }

        if (NumberWords.TryUnit(words[first].Folded, out var unit))
        {
            value = unit;
            return true;
        }

        if (!NumberWords.TryTen(words[first].Folded, out var ten))
        {
            return false;
        }

        value = ten;
        if (first + 1 < words.Count && words[first].After is ' ' or '-' && NumberWords.TryUnit(words[first + 1].Folded, out unit) && unit is > 0 and < 10)
        {
            value += unit;
            last = first + 1;
        }

        return true;
    }
}
