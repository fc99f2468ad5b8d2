namespace TalkNotes.Core.Curation;

/// <summary>Finds the segments again that a person meant: by number while they read the same, else by their words where these are unique.</summary>
internal static class Anchors
{
    /// <summary>The range in today's segments; null where it cannot be told for certain.</summary>
    public static (int First, int Last)? Locate(SegmentAnchor anchor, IReadOnlyList<string> texts)
    {
        if (Reads(anchor.First, anchor.FirstText) && Reads(anchor.Last, anchor.LastText))
        {
            return (anchor.First, anchor.Last);
        }

        var firsts = Places(anchor.FirstText);
        var length = anchor.Last - anchor.First;
        if (length == 0)
        {
            return firsts.Count == 1 ? (firsts[0], firsts[0]) : null;
        }

        // The words of both ends must agree on one place; its length may have changed with the edit.
        var ranges = firsts.SelectMany(f => Places(anchor.LastText).Where(l => l > f).Select(l => (First: f, Last: l))).Take(100).ToList();
        var same = ranges.FindAll(r => r.Last - r.First == length);
        return same.Count == 1 ? same[0] : ranges.Count == 1 ? ranges[0] : null;

        bool Reads(int n, string text) => n >= 0 && n < texts.Count && texts[n] == text;

        List<int> Places(string text) => [.. Enumerable.Range(0, texts.Count).Where(n => texts[n] == text)];
    }
}
