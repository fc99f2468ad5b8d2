using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Notes;

/// <summary>
/// A file in which git left both sides of a conflict. Its marks are nobody's edits: read as such, they could be accepted, and
/// the library would hold both sides and the marks between them.
/// </summary>
internal static class UnfinishedMerge
{
    public const string Message = "A merge is not finished in it (<<<<<<<): solve it, then run this again";

    /// <summary>Whether a mark of the one side is followed by the bar and by the mark of the other.</summary>
    public static bool IsIn(SourceText source)
    {
        ReadOnlySpan<string> marks = ["<<<<<<< ", "=======", ">>>>>>> "];
        var next = 0;
        foreach (var line in source.Lines)
        {
            if (next == 1 ? line == marks[1] : line.StartsWith(marks[next], StringComparison.Ordinal))
            {
                if (++next == marks.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
