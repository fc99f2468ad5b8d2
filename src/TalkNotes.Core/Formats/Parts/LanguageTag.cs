namespace TalkNotes.Core.Formats.Parts;

/// <summary>Languages as files state them.</summary>
internal static class LanguageTag
{
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
        return hasShape ? tag : StatedValues.Language(tag);
    }
}
