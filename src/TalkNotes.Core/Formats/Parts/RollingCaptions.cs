using System.Collections.Immutable;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Automatic captions roll: each one shows the line before once more above the new line, so every word stands two or
/// three times. Merged, each line is said once, at the time it first appeared; the repeats stay its lines.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>Fewer repeats than this may be chance (a refrain, a stutter).</summary>
    private const int FewestRepeats = 4;

    private const int FewestRolls = 2;

    /// <summary>
    /// Folds repeats where two captions of five and more repeat their forerunner, and at least two add a line to it later on:
    /// the same words again and again are a refrain. Else the captions as they are.
    /// </summary>
    public static List<Caption> Merge(List<Caption> captions)
    {
        var (repeats, rolls) = (0, 0);
        for (var i = 1; i < captions.Count; i++)
        {
            var overlap = Overlap(captions[i - 1].Lines, captions[i].Lines);
            repeats += overlap > 0 ? 1 : 0;
            rolls += overlap > 0 && overlap < captions[i].Lines.Length && captions[i].Start > captions[i - 1].Start ? 1 : 0;
        }

        return repeats >= FewestRepeats && rolls >= FewestRolls && repeats * 5 >= captions.Count * 2 ? Fold(captions) : captions;
    }

    private static List<Caption> Fold(IReadOnlyList<Caption> captions)
    {
        var merged = new List<Caption>();
        ImmutableArray<CaptionLine> shown = [];
        foreach (var caption in captions)
        {
            var repeated = Overlap(shown, caption.Lines);
            if (repeated > 0 && merged.Count > 0)
            {
                var last = merged[^1];
                merged[^1] = last with { Lines = last.Lines.SetItem(last.Lines.Length - 1, last.Lines[^1] with { LastNumber = caption.Lines[repeated - 1].Number }) };
            }

            if (repeated < caption.Lines.Length)
            {
                merged.Add(caption with { Lines = caption.Lines[repeated..] });
            }

            shown = caption.Lines.IsEmpty ? shown : caption.Lines;
        }

        return merged;
    }

    /// <summary>How many lines at the end of one caption stand again at the start of the next.</summary>
    private static int Overlap(ImmutableArray<CaptionLine> shown, ImmutableArray<CaptionLine> next)
    {
        for (var count = Math.Min(Math.Min(shown.Length, next.Length), 3); count > 0; count--)
        {
            var same = 0;
            while (same < count && shown[shown.Length - count + same].Text.AsSpan().Trim().SequenceEqual(next[same].Text.AsSpan().Trim()))
            {
                same++;
            }

            if (same == count)
            {
                return count;
            }
        }

        return 0;
    }
}
