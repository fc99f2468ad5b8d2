namespace TalkNotes.Core.Formats.Parts;

/// <summary>What YouTube's transcript panel says itself, in the languages of its pages: its name, its buttons, the language of the captions.</summary>
internal static class PanelWords
{
    private const int LongestLine = 60;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Transcript", "Show transcript", "Search transcript", "Search in video", "Sync to video time", "Chapters", "Follow along using the transcript.",
        "文字起こし", "文字起こしを検索", "字幕", "转写文稿", "内容转文字", "文字稿", "转文字稿", "轉錄稿", "스크립트", "자막", "Transkript", "Transkription", "Transcription", "Transcripción", "Transcrição", "Trascrizione",
        "Расшифровка видео", "Текст видео", "Transcriptie", "Transkrypcja", "Transkriptio", "Transkripsi", "Döküm", "Metin dökümü", "Transkripce", "Розшифровка відео", "Bản chép lời", "ข้อความถอดเสียง", "प्रतिलेख", "نص الفيديو", "תמליל",
    };

    /// <summary>How the panel calls captions that nobody wrote.</summary>
    private static readonly string[] Automatic =
    [
        "auto-generated", "automatisch erzeugt", "automatisch generiert", "générés automatiquement", "généré automatiquement", "generados automáticamente", "generado automáticamente", "generada automáticamente", "gerada automaticamente",
        "geradas automaticamente", "gerado automaticamente", "generati automaticamente", "generata automaticamente", "generato automaticamente", "создано автоматически", "создан автоматически", "створено автоматично", "автоматично створені",
        "automatisch gegenereerd", "wygenerowane automatycznie", "wygenerowano automatycznie", "automaattisesti luotu", "automatiskt genererad", "automatiskt genererade", "automatisk generert", "automatisk oprettet", "dibuat otomatis", "otomatik oluşturuldu",
        "otomatik olarak oluşturuldu", "automaticky generované", "automaticky vygenerováno", "được tạo tự động", "สร้างขึ้นโดยอัตโนมัติ", "अपने-आप जनरेट हुआ", "自動生成", "自動產生", "自动生成", "자동 생성됨",
    ];

    /// <summary>Whether a line is the panel's name or one of its buttons.</summary>
    public static bool IsName(string line) => Names.Contains(line);

    /// <summary>
    /// The language below the transcript: <c>English (auto-generated)</c>, <c>Anglais (générés automatiquement)</c>, or, as the last line
    /// of all, the name of a language.
    /// </summary>
    public static bool IsLanguage(string line, bool isLast, out string? tag)
    {
        tag = null;
        if (line.Length > LongestLine)
        {
            return false;
        }

        var open = line.AsSpan().IndexOfAny('(', '（');
        var inside = open > 0 && line[^1] is ')' or '）' ? line[(open + 1)..^1] : "";
        var isAutomatic = Array.Exists(Automatic, a => inside.Equals(a, StringComparison.OrdinalIgnoreCase));
        tag = LanguageTag.OfName(isAutomatic ? line[..open].Trim() : line);
        return isAutomatic || (isLast && tag is not null);
    }

    /// <summary>
    /// Whether a line reads the time beside it aloud, in whatever language: <c>1 minute, 5 seconds</c> beside <c>1:05</c>. Its numbers are
    /// the hours, minutes and seconds in order, zeros left out, each followed by a word.
    /// </summary>
    public static bool IsAloud(string line, TimeSpan time)
    {
        if (line.Length is < 2 or > LongestLine || !char.IsAsciiDigit(line[0]) || char.IsAsciiDigit(line[^1]))
        {
            return false;
        }

        Span<int> said = stackalloc int[4];
        var count = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsAsciiDigit(line[i]))
            {
                if (!(char.IsLetter(line[i]) || char.IsWhiteSpace(line[i]) || line[i] is ',' or '،' or '、' || char.GetUnicodeCategory(line[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
                {
                    return false;
                }

                continue;
            }

            var number = 0;
            var from = i;
            while (i + 1 < line.Length && char.IsAsciiDigit(line[i + 1]) && i - from < 4)
            {
                number = (number * 10) + line[i++] - '0';
            }

            number = (number * 10) + line[i] - '0';
            if (count == 3)
            {
                return false;
            }

            said[count++] = number;
        }

        Span<int> parts = [(int)time.TotalHours, time.Minutes, time.Seconds];
        var at = 0;
        foreach (var part in parts)
        {
            var isSaid = at < count && said[at] == part;
            at += isSaid ? 1 : 0;
            if (!isSaid && part != 0)
            {
                return false;
            }
        }

        return at == count && count > 0;
    }
}
