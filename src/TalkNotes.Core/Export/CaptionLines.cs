namespace TalkNotes.Core.Export;

/// <summary>Text as caption files can hold it.</summary>
internal static class CaptionLines
{
    /// <summary>Without blank lines, which would end a caption, and without other line breaks than LF.</summary>
    public static string Of(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
}
