using System.Collections.Frozen;

namespace TalkNotes.Core.Evidence;

/// <summary>How much of each passage is said by a speaker whom the claim names; who speaks little weighs more.</summary>
internal static class SpeakerShare
{
    private const double LeastShare = 0.02;

    /// <summary>Words of labels that name a part somebody plays; the claim must have the whole label.</summary>
    private static readonly FrozenSet<string> RoleWords =
        "grad undergrad designer manager interface user industrial project phd postdoc professor host guest speaker".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static double[] Of(TranscriptIndex index, ClaimQuery claim)
    {
        var scores = new double[index.Blocks];
        foreach (var (_, before) in index.Speakers.Where(s => Names(claim, s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var share = Math.Clamp((double)before[^1] / Math.Max(1, index.Words.Count), LeastShare, 1);
            var weight = Math.Log(1 / share) / index.UnseenRarity;
            for (var s = 0; s < scores.Length; s++)
            {
                var end = Math.Min(index.Blocks, s + PassageFeatures.PassageBlocks);
                var words = Math.Min(index.Words.Count, end * TranscriptIndex.Block) - (s * TranscriptIndex.Block);
                scores[s] += weight * (before[end] - before[s]) / Math.Max(1, words);
            }
        }

        return scores;
    }

    private static bool Names(ClaimQuery claim, string speaker)
    {
        var name = Text.Words.Of(speaker).ConvertAll(w => w.Folded);
        if (name.Count == 0)
        {
            return false;
        }

        for (var i = 0; i + name.Count <= claim.Words.Count; i++)
        {
            if (claim.Words.Skip(i).Take(name.Count).SequenceEqual(name))
            {
                return true;
            }
        }

        return name.Exists(n => n.Length > 3 && !RoleWords.Contains(n) && claim.Words.Contains(n));
    }
}
