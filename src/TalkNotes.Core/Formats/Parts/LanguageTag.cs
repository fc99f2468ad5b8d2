namespace TalkNotes.Core.Formats.Parts;

/// <summary>Languages as files state them.</summary>
internal static class LanguageTag
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["English"] = "en", ["Japanese"] = "ja", ["日本語"] = "ja", ["Chinese"] = "zh", ["中文"] = "zh", ["Korean"] = "ko", ["한국어"] = "ko",
        ["German"] = "de", ["Deutsch"] = "de", ["French"] = "fr", ["Français"] = "fr", ["Spanish"] = "es", ["Español"] = "es", ["Portuguese"] = "pt",
        ["Português"] = "pt", ["Italian"] = "it", ["Italiano"] = "it", ["Dutch"] = "nl", ["Nederlands"] = "nl", ["Polish"] = "pl", ["Polski"] = "pl",
        ["Russian"] = "ru", ["Русский"] = "ru", ["Ukrainian"] = "uk", ["Turkish"] = "tr", ["Arabic"] = "ar", ["Hebrew"] = "he", ["Hindi"] = "hi",
        ["Swedish"] = "sv", ["Norwegian"] = "no", ["Danish"] = "da", ["Finnish"] = "fi", ["Czech"] = "cs", ["Greek"] = "el", ["Hungarian"] = "hu",
        ["Englisch"] = "en", ["Anglais"] = "en", ["Inglés"] = "en", ["Inglês"] = "en", ["Inglese"] = "en", ["Engels"] = "en", ["Angielski"] = "en", ["Engelska"] = "en", ["Engelsk"] = "en", ["Englanti"] = "en",
        ["İngilizce"] = "en", ["Angličtina"] = "en", ["Английский"] = "en", ["Англійська"] = "en", ["Inggris"] = "en", ["Tiếng Anh"] = "en", ["英語"] = "en", ["英文"] = "en", ["英语"] = "en", ["영어"] = "en",
        ["Japanisch"] = "ja", ["Japonais"] = "ja", ["Japonés"] = "ja", ["Französisch"] = "fr", ["Spanisch"] = "es", ["Allemand"] = "de", ["Alemán"] = "de", ["ドイツ語"] = "de", ["フランス語"] = "fr",
        ["Romanian"] = "ro", ["Vietnamese"] = "vi", ["Thai"] = "th", ["Indonesian"] = "id",
    };

    /// <summary>The tag of a language's name, and of nothing else.</summary>
    public static string? OfName(string name) => Languages.GetValueOrDefault(name.Trim());

    /// <summary>The tag of a language's name (<c>english</c>), or the value when it has the shape of a BCP 47 tag (<c>en</c>, <c>zh_Hans</c>); else null.</summary>
    public static string? Of(string? value)
    {
        var tag = value?.Trim().Replace('_', '-');
        if (string.IsNullOrEmpty(tag) || tag.Length > 35)
        {
            return null;
        }

        var parts = tag.Split('-');
        var hasShape = parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter) && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
        return Languages.GetValueOrDefault(tag) ?? (hasShape ? tag : null);
    }
}
