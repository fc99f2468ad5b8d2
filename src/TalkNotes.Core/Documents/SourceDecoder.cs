using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace TalkNotes.Core.Documents;

/// <summary>The text of a file and the encoding it was read in.</summary>
/// <param name="Text">Without a byte order mark.</param>
/// <param name="EncodingName">Registered name of the encoding.</param>
/// <param name="Diagnostics">What had to be guessed or repaired.</param>
internal readonly record struct DecodedText(string Text, string EncodingName, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Finds the encoding of a file, surest sign first: byte order mark; the pattern of NUL bytes that UTF-16 and UTF-32
/// leave in Latin text; valid UTF-8; the encoding that an XML declaration or an HTML <c>meta</c> names; UTF-8 with a few
/// damaged bytes; else what <see cref="EncodingGuess"/> takes for the likeliest, and says so.
/// </summary>
internal static class SourceDecoder
{
    /// <summary>How much of a file is looked at for NUL patterns and declarations.</summary>
    private const int Head = 4096;

    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    static SourceDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether bytes are nothing but valid UTF-8, so that each line can be decoded by itself.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes, out int mark)
    {
        (var encoding, mark) = ByMark(bytes);
        encoding ??= ByNulPattern(bytes[..Math.Min(bytes.Length, Head)]);
        return encoding is null or UTF8Encoding && Utf8.IsValid(bytes[mark..]) && (encoding is not null || !IsEscaped(bytes));
    }

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var (unicode, mark) = ByMark(bytes);
        unicode ??= ByNulPattern(bytes[..Math.Min(bytes.Length, Head)]);
        if (unicode is not null)
        {
            return Read(bytes[mark..], unicode);
        }

        if (Utf8.IsValid(bytes) && !IsEscaped(bytes))
        {
            return new DecodedText(Encoding.UTF8.GetString(bytes), "utf-8", []);
        }

        return Declared(bytes) is { } declared ? Read(bytes, declared) : IsMostlyUtf8(bytes) ? Read(bytes, Encoding.UTF8) : Guess(bytes);
    }

    private static (Encoding? Encoding, int MarkLength) ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0x84, 0x31, 0x95, 0x33, ..] => (Encoding.GetEncoding("gb18030"), 4),
        _ => (null, 0),
    };

    /// <summary>Latin letters in UTF-16 and UTF-32 carry NUL bytes always at the same place of two or four.</summary>
    private static Encoding? ByNulPattern(ReadOnlySpan<byte> head)
    {
        Span<int> nuls = stackalloc int[4];
        for (var i = 0; i < head.Length; i++)
        {
            nuls[i % 4] += head[i] == 0 ? 1 : 0;
        }

        var (even, odd, quarter) = (nuls[0] + nuls[2], nuls[1] + nuls[3], Math.Max(1, head.Length / 4));
        return (even + odd) * 5 < head.Length ? null
            : nuls[0] == 0 && nuls[2] > quarter / 2 && nuls[3] > quarter / 2 ? Encoding.UTF32
            : nuls[3] == 0 && nuls[0] > quarter / 2 && nuls[1] > quarter / 2 ? Utf32BigEndian
            : odd > even * 8 ? Encoding.Unicode
            : even > odd * 8 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>ISO-2022-JP is ASCII with escape sequences, and so looks like valid UTF-8.</summary>
    private static bool IsEscaped(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0;

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        if (IsEscaped(bytes))
        {
            return Encoding.GetEncoding("iso-2022-jp");
        }

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var name = Named(head, "charset=") ?? (head.StartsWith("<?xml", StringComparison.Ordinal) ? Named(head, "encoding=") : null);
        try
        {
            var encoding = name is null ? null : Encoding.GetEncoding(name);
            return encoding is null || encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null; // a name that nobody knows declares nothing
        }
    }

    private static string? Named(string head, string key)
    {
        var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = head.AsSpan(at + key.Length).TrimStart("\"'");
        var length = rest.IndexOfAnyExcept(NameCharacters);
        return length <= 0 ? null : rest[..length].ToString();
    }

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:.");

    /// <summary>Whether more characters of two and more bytes are whole than broken: a damaged file, not another encoding.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            broken += status == OperationStatus.Done ? 0 : 1;
            whole += status == OperationStatus.Done && length > 1 ? 1 : 0;
            bytes = bytes[length..];
        }

        return whole > broken;
    }

    private static DecodedText Guess(ReadOnlySpan<byte> bytes)
    {
        var guess = EncodingGuess.Of(bytes);
        var line = 1 + bytes[..bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F)].Count((byte)'\n');
        return new DecodedText(guess.GetString(bytes), guess.WebName, [SourceDiagnostics.GuessedEncoding(guess.WebName, line)]);
    }

    private static DecodedText Read(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes);
        var repaired = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        return new DecodedText(text, encoding.WebName, repaired < 0 || !Damaged(bytes, encoding)
            ? []
            : [SourceDiagnostics.UndecodableBytes(1 + text.AsSpan(0, repaired).Count('\n'))]);
    }

    /// <summary>U+FFFD may also stand in the file itself; only bytes that cannot be decoded are damage.</summary>
    private static bool Damaged(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            _ = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetCharCount(bytes);
            return false;
        }
        catch (DecoderFallbackException)
        {
            return true;
        }
    }
}
