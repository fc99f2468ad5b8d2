using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>What a person should know about single captions, whatever their format.</summary>
internal static class CaptionDiagnostics
{
    /// <summary>Notes a caption that ends before it begins and one that says nothing.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="diagnostics">Where notes go.</param>
    public static void Check(Caption caption, int line, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (caption.End < caption.Start)
        {
            diagnostics.Add(FormatDiagnostics.EndsBeforeStart(line));
        }

        if (caption.Lines.All(l => string.IsNullOrWhiteSpace(l.Text)))
        {
            diagnostics.Add(FormatDiagnostics.EmptyCaption(line));
        }
    }
}
