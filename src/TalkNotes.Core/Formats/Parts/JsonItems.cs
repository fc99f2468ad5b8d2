using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads a JSON file as a stream of items, each with the lines it stands in: the elements of the arrays that hold the
/// transcript one by one, all other top-level fields as they are. A file may also be a list of objects, one a line. Memory is bounded by the largest item. A damaged file
/// gives everything before the damage and one diagnostic.
/// </summary>
internal sealed class JsonItems
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _lineStarts;
    private readonly LineLedger _ledger;

    private JsonItems(SourceText source, LineLedger ledger)
    {
        _ledger = ledger;
        _bytes = JsonShape.WithoutNaN(Utf8(source));
        _lineStarts = LineStarts(_bytes.Span, source.Lines.Length);
    }

    /// <summary>The file as UTF-8 without a mark; its own bytes where it is that already.</summary>
    private static ReadOnlyMemory<byte> Utf8(SourceText source) => source.EncodingName == "utf-8" && source.Diagnostics.IsEmpty
        ? source.Bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? source.Bytes[Encoding.UTF8.Preamble.Length..] : source.Bytes
        : Encoding.UTF8.GetBytes(source.Text);

    /// <summary>An item of the transcript.</summary>
    /// <param name="list">The key of the array it stands in; empty when the file itself is an array.</param>
    /// <param name="item">The element.</param>
    /// <param name="lines">Where it stands.</param>
    public delegate void ItemReader(string list, JsonElement item, LineSpan lines);

    /// <summary>A top-level field that is no list of items.</summary>
    /// <returns>Whether the field was understood; its lines are used then, furniture otherwise.</returns>
    public delegate bool FieldReader(string key, JsonElement value, LineSpan lines);

    /// <summary>Reads the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="ledger">Gets the owner of each line read.</param>
    /// <param name="lists">Top-level keys whose arrays hold the transcript; <c>results.utterances</c> is one inside an object.</param>
    /// <param name="ignored">Top-level keys whose values are not even read.</param>
    /// <param name="onItem">Called for each element of such an array.</param>
    /// <param name="onField">Called for each other field.</param>
    /// <returns>The damage, or nothing.</returns>
    public static ImmutableArray<Diagnostic> Read(
        SourceText source, LineLedger ledger, ReadOnlySpan<string> lists, ReadOnlySpan<string> ignored, ItemReader onItem, FieldReader onField)
    {
        var items = new JsonItems(source, ledger);
        var reader = new Utf8JsonReader(items._bytes.Span, Options);
        try
        {
            if (JsonShape.IsLines(source))
            {
                items.Elements("", ref reader, onItem);
            }

            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    items.Top(ref reader, "", lists, ignored, onItem, onField); // files of several documents exist
                }
            }

            if (ledger.Total > 0)
            {
                ledger.ChromeFree(new LineSpan(1, ledger.Total), "JSON structure");
            }

            return [];
        }
        catch (JsonException e)
        {
            var line = Math.Clamp((int)Math.Min(e.LineNumber ?? 0, int.MaxValue - 1) + 1, 1, Math.Max(1, ledger.Total));
            var whole = items.LineAt(reader.BytesConsumed) - 1;
            if (whole > 0)
            {
                ledger.ChromeFree(new LineSpan(1, Math.Min(whole, ledger.Total)), "JSON structure");
            }

            return [FormatDiagnostics.Damaged("JSON", JsonShape.Reason(e), line)];
        }
    }

    private void Top(ref Utf8JsonReader reader, string path, ReadOnlySpan<string> lists, ReadOnlySpan<string> ignored, ItemReader onItem, FieldReader onField)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            Elements("", ref reader, onItem);
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = path + Key(ref reader);
            var first = LineAt(reader.TokenStartIndex);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray && lists.Contains(key))
            {
                Elements(key, ref reader, onItem);
            }
            else if (reader.TokenType == JsonTokenType.StartObject && HoldsList(key + ".", lists))
            {
                Top(ref reader, key + ".", lists, ignored, onItem, onField);
            }
            else if (ignored.Contains(key))
            {
                reader.Skip();
                _ledger.ChromeFree(new LineSpan(first, LineAt(reader.BytesConsumed - 1)), $"JSON field {key}");
            }
            else
            {
                var value = JsonElement.ParseValue(ref reader);
                Own(new LineSpan(first, LineAt(reader.BytesConsumed - 1)), key, value, onField);
            }
        }
    }

    private static bool HoldsList(string path, ReadOnlySpan<string> lists)
    {
        foreach (var list in lists)
        {
            if (list.StartsWith(path, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A key with half a surrogate pair cannot be read, and so is none that anybody knows.</summary>
    private static string Key(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private void Own(LineSpan lines, string key, JsonElement value, FieldReader onField)
    {
        if (onField(key, value, lines))
        {
            _ledger.UseFree(lines, key);
        }
        else
        {
            _ledger.ChromeFree(lines, $"JSON field {key}");
        }
    }

    private void Elements(string list, ref Utf8JsonReader reader, ItemReader onItem)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var first = LineAt(reader.TokenStartIndex);
            var item = JsonElement.ParseValue(ref reader);
            var lines = new LineSpan(first, LineAt(reader.BytesConsumed - 1));
            _ledger.UseFree(lines, "segment");
            onItem(list, item, lines);
        }
    }

    /// <summary>The 1-based line of a byte.</summary>
    private int LineAt(long offset)
    {
        var at = Array.BinarySearch(_lineStarts, (int)offset);
        return Math.Max(1, at >= 0 ? at + 1 : ~at);
    }

    private static int[] LineStarts(ReadOnlySpan<byte> bytes, int lines)
    {
        var starts = new int[Math.Max(1, lines)];
        var (line, at) = (1, 0);
        for (int next; line < lines && (next = bytes[at..].IndexOf((byte)'\n')) >= 0;)
        {
            at += next + 1;
            starts[line++] = at;
        }

        return starts;
    }
}
