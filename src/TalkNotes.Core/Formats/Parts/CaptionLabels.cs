namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Speaker labels in front of caption text: <c>Sarah: In today's episode</c>, <c>- JOHN DOE:</c>, <c>Speaker 1:</c>. Captions
/// name a speaker only where the speaker changes, so a label may stand once; a colon alone proves nothing. The whole file
/// decides whether its colons mark speakers.
/// </summary>
internal sealed class CaptionLabels
{
    private const string Dash = "- ";

    private readonly bool _govern;

    private CaptionLabels(bool govern) => _govern = govern;

    /// <summary>Decides for a file: labels govern when its first words carry one or they recur, and colons mostly follow names.</summary>
    /// <param name="starts">The first line of each caption.</param>
    public static CaptionLabels Of(IEnumerable<string> starts)
    {
        var (total, names, others, first) = (0, 0, 0, false);
        foreach (var start in starts)
        {
            var named = TryName(start, out _, out _);
            first |= named && total == 0;
            names += named ? 1 : 0;
            others += !named && SpeakerLabels.TrySplit(start, out _, out _) ? 1 : 0;
            total++;
        }

        return new CaptionLabels(names > others && (first || names >= Math.Max(2, total / 50)));
    }

    /// <summary>Takes the label off a caption line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="marked">Whether a turn mark stands before it; then a name needs no further proof.</param>
    /// <param name="name">The name as written, without the colon.</param>
    /// <param name="rest">What follows.</param>
    public bool TryRead(string text, bool marked, out string name, out string rest)
    {
        if ((_govern || marked) && TryName(text, out name, out rest))
        {
            return true;
        }

        (name, rest) = ("", text);
        return false;
    }

    private static bool TryName(string text, out string name, out string rest) =>
        SpeakerLabels.TrySplit(text.StartsWith(Dash, StringComparison.Ordinal) ? text[Dash.Length..] : text, out name, out rest) && SpeakerLabels.IsName(name);
}
