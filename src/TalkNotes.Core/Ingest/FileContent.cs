using System.Buffers;

namespace TalkNotes.Core.Ingest;

/// <summary>Whether bytes are a text that could be a document.</summary>
internal static class FileContent
{
    /// <summary>The largest document that is taken in; a day of captions has less than 5 MB.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    private const int SampleBytes = 8192;

    private static readonly SearchValues<byte> White = SearchValues.Create(" \t\r\n\f\v"u8);

    private static readonly byte[][] Signatures =
    [
        [.. "%PDF-"u8], [.. "PK\x03\x04"u8], [0x1F, 0x8B], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "SQLite format 3"u8], [0x7F, 0x45, 0x4C, 0x46],
    ];

    /// <summary>Why the bytes are no document, or null when they may be one.</summary>
    public static string? ReasonToRefuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return $"larger than {MaxBytes / (1024 * 1024)} MB";
        }

        if (IsBlank(bytes))
        {
            return "empty";
        }

        foreach (var signature in Signatures)
        {
            if (bytes.StartsWith(signature))
            {
                return "not a text file";
            }
        }

        return IsBinary(bytes[..Math.Min(bytes.Length, SampleBytes)]) ? "not a text file" : null;
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        return text.IndexOfAnyExcept(White) < 0;
    }

    /// <summary>A text in one or two bytes a character has hardly a control character; a stray one is kept and shown.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith<byte>([0xFF, 0xFE]) || sample.StartsWith<byte>([0xFE, 0xFF]))
        {
            return false;
        }

        Span<int> zeros = [0, 0];
        var controls = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                zeros[i & 1]++;
            }
            else if (sample[i] is < 8 or (> 13 and < 27) or (> 27 and < 32))
            {
                controls++;
            }
        }

        var half = sample.Length / 2;
        var looksLikeUtf16 = Math.Min(zeros[0], zeros[1]) * 20 <= half && Math.Max(zeros[0], zeros[1]) * 4 >= half;
        return !looksLikeUtf16 && (controls + zeros[0] + zeros[1]) * 25 > sample.Length;
    }
}
