using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TalkNotes.Core.Documents;

/// <summary>
/// One source file as numbered lines, its bytes untouched. Lines end at LF or CRLF only; other Unicode line
/// breaks stay inside their line. A last line without a line end counts; an empty file has no lines.
/// </summary>
public sealed class SourceText
{
    /// <summary>A longer text is not held beside its lines.</summary>
    private const int LongText = 1 << 22;

    private readonly string? _text;
    private readonly string? _head;

    private SourceText(string path, ReadOnlyMemory<byte> bytes, string text, string encodingName, ImmutableArray<string> lines, ImmutableArray<Diagnostic> diagnostics)
    {
        Path = path;
        Bytes = bytes;
        _text = text.Length > LongText ? null : text;
        _head = text.Length > LongText ? text[..LongText] : null;
        EncodingName = encodingName;
        Lines = lines;
        Diagnostics = diagnostics;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
    }

    private SourceText(SourceText same, ImmutableArray<string> lines)
    {
        (Path, Bytes, _text, _head, EncodingName, Lines, Diagnostics, Sha256) = (same.Path, same.Bytes, same._text, same._head, same.EncodingName, lines, same.Diagnostics, same.Sha256);
    }

    /// <summary>Path relative to the library or folder given, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The file exactly as it came in.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The decoded text without a byte order mark. A long text is decoded anew each time: its lines are enough for most, and two copies too many.</summary>
    public string Text => _text ?? SourceDecoder.Decode(Bytes.Span).Text;

    /// <summary>The text, or the first four million characters of a long one: enough to see what kind of file it is.</summary>
    internal ReadOnlySpan<char> Head => _text ?? _head;

    /// <summary>The encoding that was used: <c>utf-8</c>, <c>utf-16</c>, <c>windows-1252</c> …</summary>
    public string EncodingName { get; }

    /// <summary>The lines without their line ends; line <c>n</c> of the file is <c>Lines[n - 1]</c>.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>What decoding had to repair.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>
    /// Reads bytes: by byte order mark or the pattern of UTF-16, else as UTF-8, else as the encoding that an XML or HTML
    /// head declares, else as the likeliest legacy encoding with a diagnostic.
    /// </summary>
    /// <param name="path">Path to show, relative.</param>
    /// <param name="bytes">The file.</param>
    public static SourceText FromBytes(string path, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LongText && SourceDecoder.IsUtf8(bytes.Span, out var mark))
        {
            return new SourceText(path, bytes, LongHead(bytes.Span[mark..]), "utf-8", SplitLines(bytes.Span[mark..]), []);
        }

        var (text, name, diagnostics) = SourceDecoder.Decode(bytes.Span);
        return new SourceText(path, bytes, text, name, SplitLines(text), diagnostics);
    }

    /// <summary>A source from text in memory, stored as UTF-8.</summary>
    public static SourceText FromText(string path, string text) => FromBytes(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The same file with its lines written otherwise, as many as before.</summary>
    internal SourceText WithLines(ImmutableArray<string> lines) => new(this, lines);

    /// <summary>As many characters as make a text long, and one more; bytes of a character that is cut do not matter there.</summary>
    private static string LongHead(ReadOnlySpan<byte> utf8)
    {
        var characters = new char[LongText + 1];
        Encoding.UTF8.GetDecoder().Convert(utf8, characters, flush: true, out _, out var count, out _);
        return new string(characters, 0, count);
    }

    /// <summary>The lines of a long text straight from its bytes, without the text in between.</summary>
    private static ImmutableArray<string> SplitLines(ReadOnlySpan<byte> utf8)
    {
        var lines = ImmutableArray.CreateBuilder<string>(utf8.Count((byte)'\n') + 1);
        while (!utf8.IsEmpty)
        {
            var end = utf8.IndexOf((byte)'\n');
            var line = end < 0 ? utf8 : utf8[..end];
            lines.Add(Encoding.UTF8.GetString(end > 0 && line[^1] == '\r' ? line[..^1] : line));
            utf8 = end < 0 ? default : utf8[(end + 1)..];
        }

        return lines.DrainToImmutable();
    }

    private static ImmutableArray<string> SplitLines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>(text.AsSpan().Count('\n') + 1);
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            end = end < 0 ? text.Length : end;
            if (end > start && end < text.Length && text[end - 1] == '\r')
            {
                end--;
            }

            lines.Add(text[start..end]);
            start = next;
        }

        return lines.DrainToImmutable();
    }
}
