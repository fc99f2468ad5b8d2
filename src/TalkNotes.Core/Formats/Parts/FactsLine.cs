using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads a line of facts whose separators may be lost: <c>58:4713,171 words · ~66 min readEnglishTranscribed Apr 11, 2026</c> says
/// 58:47, 13,171 words, ~66 min read, English, and the day of transcription. Seconds have two digits, so the border is sure.
/// </summary>
internal static class FactsLine
{
    private const string Transcribed = "Transcribed ";
    private const string ReadTime = "min read";

    /// <summary>Takes the line if it is one; no part is required but one of the words <c>words</c>, <c>min read</c>, <c>Transcribed</c>.</summary>
    public static bool TryTake(TalkBuilder talk, int line)
    {
        var text = talk[line].Trim();
        var dateAt = text.IndexOf(Transcribed, StringComparison.Ordinal);
        var readAt = text.IndexOf(ReadTime, StringComparison.Ordinal);
        var wordsAt = text.IndexOf(" words", StringComparison.Ordinal);
        if (text.Length > 200 || (readAt < 0 && (dateAt < 0 || wordsAt < 0) && !(wordsAt > 0 && char.IsAsciiDigit(text[0]))))
        {
            return false;
        }

        var lines = new LineSpan(line);
        var rest = text;
        if (dateAt >= 0)
        {
            talk.Stated.Add(FieldMeaning.Transcribed, "transcribed", text[(dateAt + Transcribed.Length)..], lines);
            rest = text[..dateAt];
        }

        readAt = rest.IndexOf(ReadTime, StringComparison.Ordinal);
        if (readAt >= 0)
        {
            TakeLanguage(talk, rest[(readAt + ReadTime.Length)..], lines);
            rest = rest[..(readAt + ReadTime.Length)];
        }

        rest = TakeDuration(talk, rest, lines);
        foreach (var part in rest.Split(['·', '•', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            talk.Stated.Keep(part.EndsWith("words", StringComparison.Ordinal) ? "words" : part.EndsWith(ReadTime, StringComparison.Ordinal) ? "reading time" : "facts", part, lines);
        }

        talk.Use(line, "facts");
        return true;
    }

    private static void TakeLanguage(TalkBuilder talk, string text, LineSpan lines)
    {
        var language = text.Trim(' ', '·', '•', '|');
        if (language.Length > 0)
        {
            talk.Stated.Add(FieldMeaning.Language, "language", language, lines);
        }
    }

    private static string TakeDuration(TalkBuilder talk, string text, LineSpan lines)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 3)
        {
            return text;
        }

        var end = colon + 3;
        if (end < text.Length && text[end] == ':')
        {
            end += 3;
        }

        if (end > text.Length || !Timestamp.TryParse(text.AsSpan(0, end), out var length))
        {
            return text;
        }

        talk.Stated.Add(FieldMeaning.Duration, "duration", text[..end], lines);
        return text[end..];
    }
}
