using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// HTML character references in text: <c>&amp;amp;</c>, <c>&amp;#39;</c>, <c>&amp;#x27;</c>, and the old names that need no
/// semicolon. What is no reference stays as written. https://html.spec.whatwg.org/#character-reference-state
/// </summary>
internal static class CharacterReferences
{
    /// <summary>The longest name (<c>CounterClockwiseContourIntegral;</c>) has 32 characters.</summary>
    private const int LongestName = 32;

    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var (symbol, length) = text[i] == '&' ? Reference(text.AsSpan(i + 1)) : (null, 0);
            if (symbol is null)
            {
                decoded.Append(text[i++]);
            }
            else
            {
                decoded.Append(symbol);
                i += 1 + length;
            }
        }

        return decoded.ToString();
    }

    private static (string? Symbol, int Length) Reference(ReadOnlySpan<char> rest) =>
        rest.StartsWith("#") ? Numeric(rest) : Named(rest);

    private static (string? Symbol, int Length) Numeric(ReadOnlySpan<char> rest)
    {
        var hex = rest.Length > 1 && rest[1] is 'x' or 'X';
        var start = hex ? 2 : 1;
        var end = start;
        while (end < rest.Length && (hex ? char.IsAsciiHexDigit(rest[end]) : char.IsAsciiDigit(rest[end])))
        {
            end++;
        }

        if (end == start)
        {
            return (null, 0);
        }

        // Longer numbers are beyond Unicode whatever they are; they read as zero, which is replaced below.
        var digits = rest[start..end].TrimStart('0');
        var code = digits.Length is 0 or > 8 ? 0 : long.Parse(digits, hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture);
        var symbol = code is > 0 and <= 0x10FFFF && Rune.IsValid((int)code) ? HtmlEntityProvider.IsInCharacterTable((int)code)
            ? HtmlEntityProvider.GetSymbolFromTable((int)code)
            : new Rune((int)code).ToString() : "\uFFFD";
        return (symbol, end + (end < rest.Length && rest[end] == ';' ? 1 : 0));
    }

    private static (string? Symbol, int Length) Named(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length < LongestName && char.IsAsciiLetterOrDigit(rest[length]))
        {
            length++;
        }

        if (length < rest.Length && rest[length] == ';' && Symbol(rest[..(length + 1)]) is { } closed)
        {
            return (closed, length + 1);
        }

        for (; length > 1; length--)
        {
            if (Symbol(rest[..length]) is { } open)
            {
                return (open, length);
            }
        }

        return (null, 0);
    }

    private static string? Symbol(ReadOnlySpan<char> name) =>
        HtmlEntityProvider.Resolver.GetSymbol(name.ToString()) is { Length: > 0 } symbol ? symbol : null;
}
