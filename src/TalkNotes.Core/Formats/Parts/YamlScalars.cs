using System.Globalization;
using System.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>The quoting of YAML values, read forgivingly: a quotation mark without its partner stays as it is.</summary>
internal static class YamlScalars
{
    /// <summary>A value without its quotation marks and escapes.</summary>
    public static string Unquoted(string value)
    {
        value = value.Trim();
        return value.Length >= 2 && value[0] == value[^1]
            ? value[0] switch
            {
                '"' => Unescaped(value[1..^1]),
                '\'' => value[1..^1].Replace("''", "'", StringComparison.Ordinal).Trim(),
                _ => value,
            }
            : value;
    }

    /// <summary>The items of <c>[a, "b, c"]</c> with the offsets of each in <paramref name="list"/>.</summary>
    public static List<(string Text, int Start, int End)> FlowItems(string list)
    {
        var items = new List<(string, int, int)>();
        var end = list.EndsWith(']') ? list.Length - 1 : list.Length;
        var start = 1;
        var quote = '\0';
        for (var i = 1; i <= end; i++)
        {
            if (i < end && quote != '\0')
            {
                i += list[i] == '\\' && quote == '"' ? 1 : 0;
                quote = i < end && list[i] == quote ? '\0' : quote;
            }
            else if (i < end && list[i] is '"' or '\'' && string.IsNullOrWhiteSpace(list[start..i]))
            {
                quote = list[i];
            }
            else if (i >= end || list[i] == ',')
            {
                var text = Unquoted(list[start..Math.Min(i, end)]);
                if (text.Length > 0)
                {
                    items.Add((text, start, Math.Min(i, end)));
                }

                start = i + 1;
            }
        }

        return items;
    }

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text.Trim();
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            var digits = text[i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0 && i + digits < text.Length && int.TryParse(text.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && code is (> 0 and <= 0xFFFF) or (> 0xFFFF and <= 0x10FFFF))
            {
                plain.Append(code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
                i += digits;
                continue;
            }

            plain.Append(text[i] switch { 'n' or 'r' or 't' => ' ', var c => c });
        }

        return plain.ToString().Trim();
    }
}
