using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Caption text of structured files.</summary>
internal static class CaptionText
{
    /// <summary>Its lines with words, all of them standing in <paramref name="lines"/>; zero-width marks that captions are padded with are cut.</summary>
    public static ImmutableArray<CaptionLine> Lines(string text, LineSpan lines) =>
    [
        .. text.Split('\n').Select(l => l.Trim().Trim('\u200B', '\uFEFF').Trim()).Where(l => l.Length > 0)
            .Select(l => new CaptionLine(l, null, lines.First, lines.Last)),
    ];
}
