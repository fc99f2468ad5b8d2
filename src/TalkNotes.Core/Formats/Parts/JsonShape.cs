using System.Text.Json;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>What a JSON file looks like from outside, and small repairs before and while it is read.</summary>
internal static class JsonShape
{
    /// <summary>Whether the file begins as JSON does: a bracket or brace before a value or its end.</summary>
    public static bool IsJson(SourceText source)
    {
        var text = source.Head.TrimStart();
        return text.Length > 1 && text[0] is '{' or '[' && text[1..].TrimStart() is { IsEmpty: false } rest && (rest[0] is '"' or '{' or '}' or ']' || (text[0] == '[' && rest[0] == '[' && !IsTime(rest[1..])));
    }

    /// <summary><c>[[0:04](address)] text</c> begins with two brackets too.</summary>
    private static bool IsTime(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var digits and > 0 && text[digits] == ':';

    /// <summary>Whether the file is a list of objects, one a line.</summary>
    public static bool IsLines(SourceText source)
    {
        var lines = source.Lines.Where(l => !string.IsNullOrWhiteSpace(l)).Take(2).ToList();
        return lines.Count == 2 && lines.TrueForAll(l => l.AsSpan().Trim() is ['{', _, ..]) && lines[0].AsSpan().TrimEnd()[^1] == '}';
    }

    /// <summary>Whether the file begins as JSON does and has all these keys somewhere in its first 200 lines.</summary>
    public static bool HasKeys(SourceText source, params ReadOnlySpan<string> keys)
    {
        var head = Head(source);
        foreach (var key in keys)
        {
            if (head.IsEmpty || !HasKey(head, key))
            {
                return false;
            }
        }

        return !head.IsEmpty;
    }

    /// <summary>Python writes NaN and Infinity, which JSON has not; outside strings they become numbers of the same length.</summary>
    public static ReadOnlyMemory<byte> WithoutNaN(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOf("NaN"u8) < 0 && json.Span.IndexOf("Infinity"u8) < 0)
        {
            return json;
        }

        var bytes = json.ToArray();
        var inString = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '"')
            {
                inString = !inString;
            }
            else if (inString)
            {
                i += bytes[i] == '\\' ? 1 : 0;
            }
            else if (bytes[i] is (byte)'N' or (byte)'I')
            {
                var word = bytes.AsSpan(i).StartsWith("NaN"u8) ? 3 : bytes.AsSpan(i).StartsWith("Infinity"u8) ? 8 : 0;
                bytes.AsSpan(i, word).Fill((byte)' ');
                bytes[i] = word > 0 ? (byte)'0' : bytes[i];
            }
        }

        return bytes;
    }

    /// <summary>The reader's reason without the position, which the diagnostic names in its own way.</summary>
    public static string Reason(JsonException e)
    {
        var position = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? e.Message : e.Message[..position];
    }

    private static ReadOnlySpan<char> Head(SourceText source)
    {
        var text = source.Head.TrimStart();
        if (text.IsEmpty || text[0] is not ('{' or '['))
        {
            return [];
        }

        var end = 0;
        for (var line = 0; line < 200 && end < text.Length; line++)
        {
            var next = text[end..].IndexOf('\n');
            end = next < 0 ? text.Length : end + next + 1;
        }

        return text[..end];
    }

    /// <summary>A key is a quoted word before a colon; inside a string its quotation mark would be escaped.</summary>
    private static bool HasKey(ReadOnlySpan<char> text, string key)
    {
        var quoted = $"\"{key}\"";
        for (int at; (at = text.IndexOf(quoted)) >= 0; text = text[(at + quoted.Length)..])
        {
            if ((at == 0 || text[at - 1] != '\\') && text[(at + quoted.Length)..].TrimStart().StartsWith(":"))
            {
                return true;
            }
        }

        return false;
    }
}
