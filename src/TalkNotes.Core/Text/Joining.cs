namespace TalkNotes.Core.Text;

/// <summary>How cut lines of captions read on: with a blank, except behind a hyphen and inside scripts that write none.</summary>
public static class Joining
{
    /// <summary>Whether a blank belongs between two texts that follow each other.</summary>
    public static bool NeedsBlank(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Length == 0 || right.Length == 0 || char.IsWhiteSpace(left[^1]) || char.IsWhiteSpace(right[0]))
        {
            return false;
        }

        var isCutWord = left[^1] is '-' or '‐' && left.Length > 1 && char.IsLetter(left[^2]) && char.IsLetter(right[0]);
        return !isCutWord && !(WritesNoBlanks(left[^1]) && WritesNoBlanks(right[0]));
    }

    private static bool WritesNoBlanks(char c) => c is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or (>= '\u0E00' and <= '\u0E7F');
}
