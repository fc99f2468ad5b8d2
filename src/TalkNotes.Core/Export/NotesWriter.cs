using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Core.Export;

/// <summary>
/// A talk's notes: the document that came in, with the markers of judged claims brought up to date; where none came in,
/// notes written from what is known.
/// </summary>
internal static class NotesWriter
{
    public static byte[]? Write(ExportedTalk talk, ExportSite site) => Render(Plain(talk, site), ClaimMark.Of(talk, site));

    /// <summary>The notes without any verdict: as they came in, or as this program would write them.</summary>
    public static ParsedSource Plain(ExportedTalk talk, ExportSite site)
    {
        var source = talk.Notes ?? SourceText.FromText($"{talk.Talk.Slug}.md", OwnNotes.Write(talk, site));
        return Parse(source);
    }

    /// <summary>Reads notes as their own format does.</summary>
    public static ParsedSource Parse(SourceText source) =>
        SourceFormats.Parse(source, OwnNotesFormat.IsOwn(source) ? FormatIds.OwnNotes : FormatIds.ClaimNotes) is ParseResult.Parsed parsed
            ? parsed.Source
            : throw new InvalidOperationException("A format that is named is always used.");

    /// <summary>The notes with marks; unchanged lines keep their bytes.</summary>
    public static byte[] Render(ParsedSource notes, IReadOnlyDictionary<string, ClaimMark> marks) =>
        Replaced(notes.Source, NotesMarks.Lines(notes, marks));

    /// <summary>A source with some lines replaced. Their encoding and line ends stay.</summary>
    public static byte[] Replaced(SourceText source, IReadOnlyDictionary<int, string> lines)
    {
        if (lines.Count == 0)
        {
            return source.Bytes.ToArray();
        }

        var encoding = Encoding(source);
        if (source.EncodingName.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || source.EncodingName.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase))
        {
            return Encoded(source, Spliced(source, lines));
        }

        var bytes = source.Bytes.Span;
        using var replaced = new MemoryStream(bytes.Length + (lines.Count * 64));
        for (var (line, start) = (1, 0); start < bytes.Length; line++)
        {
            var length = bytes[start..].IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            var stop = length >= 0 && end > start && bytes[end - 1] == '\r' ? end - 1 : end;
            if (lines.TryGetValue(line, out var text))
            {
                replaced.Write(line == 1 && bytes.StartsWith(System.Text.Encoding.UTF8.Preamble) ? System.Text.Encoding.UTF8.Preamble : default);
                replaced.Write(encoding.GetBytes(text));
            }
            else
            {
                replaced.Write(bytes[start..stop]);
            }

            var next = length < 0 ? bytes.Length : end + 1;
            replaced.Write(bytes[stop..next]);
            start = next;
        }

        return replaced.ToArray();
    }

    /// <summary>A text in the encoding of a source, with its byte order mark where it has one.</summary>
    public static byte[] Encoded(SourceText source, string text)
    {
        var encoding = Encoding(source);
        var mark = source.EncodingName.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) ? System.Text.Encoding.UTF8.GetPreamble() : encoding.GetPreamble();
        return [.. mark.Length > 0 && source.Bytes.Span.StartsWith(mark) ? mark : [], .. encoding.GetBytes(text)];
    }

    private static string Spliced(SourceText source, IReadOnlyDictionary<int, string> lines)
    {
        var text = new StringBuilder(source.Text.Length);
        var at = 0;
        for (var i = 0; i < source.Lines.Length; i++)
        {
            at += source.Lines[i].Length;
            text.Append(lines.GetValueOrDefault(i + 1) ?? source.Lines[i]);
            var end = source.Text.IndexOf('\n', at) + 1;
            var stop = i == source.Lines.Length - 1 && end == 0 ? source.Text.Length : end;
            text.Append(source.Text, at, stop - at);
            at = stop;
        }

        return text.ToString();
    }

    private static Encoding Encoding(SourceText source)
    {
        try
        {
            return source.EncodingName.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase)
                ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
                : System.Text.Encoding.GetEncoding(source.EncodingName);
        }
        catch (ArgumentException)
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
    }
}
