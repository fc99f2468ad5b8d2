namespace TalkNotes.Core.Export;

/// <summary>Text as caption files can hold it.</summary>
internal static class CaptionLines
{
    /// <summary>Without blank lines, which would end a caption, and without other line ends than LF; what only some programs break lines at stays.</summary>
    public static string Of(string text) => string.Join('\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r').Select(l => l.Trim()).Where(l => l.Length > 0));
}
