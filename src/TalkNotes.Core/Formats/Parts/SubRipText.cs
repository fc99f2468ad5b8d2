using System.Text.RegularExpressions;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Takes the mark-up out of SubRip text: HTML tags that players know, <c>{\an8}</c> and its kin, the forced line break
/// <c>\N</c> and the hard space <c>\h</c>. Anything else in angle brackets or braces is text.
/// </summary>
internal static partial class SubRipText
{
    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny("<{\\&[") < 0)
        {
            return text;
        }

        text = Tag().Replace(text, "");
        text = Brace().Replace(text, "");
        text = text.Replace("\\N", "\n", StringComparison.Ordinal).Replace("[br]", "\n", StringComparison.OrdinalIgnoreCase).Replace("\\h", "\u00A0", StringComparison.Ordinal);
        return CharacterReferences.Decode(text);
    }

    [GeneratedRegex(@"</?(?:b|i|u|s|font|span|c|v|em|strong|ruby|rt|rp|rb)(?:[ .=][^<>]*)?/?>|<br ?/?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\\[^{}]*\}|\{[a-zA-Z]:[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Brace();
}
