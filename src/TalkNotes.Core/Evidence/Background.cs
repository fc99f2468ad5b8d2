namespace TalkNotes.Core.Evidence;

/// <summary>How common terms are outside one talk: the number of passages, of all those known, that hold each term.</summary>
public sealed class Background
{
    private const double Share = 0.3;

    private readonly IReadOnlyDictionary<string, int> _passagesWith;
    private readonly int _passages;

    /// <summary>Counts made elsewhere.</summary>
    /// <param name="passagesWith">For each term the number of passages that hold it.</param>
    /// <param name="passages">Number of passages counted; 0 when nothing is known.</param>
    public Background(IReadOnlyDictionary<string, int> passagesWith, int passages)
    {
        _passagesWith = passagesWith;
        _passages = passages;
    }

    /// <summary>Nothing is known.</summary>
    public static Background None { get; } = new(new Dictionary<string, int>(StringComparer.Ordinal), 0);

    /// <summary>The rarity of a term in the talk, mixed with its rarity outside.</summary>
    internal double Mix(double rarityHere, string term)
    {
        if (_passages == 0)
        {
            return rarityHere;
        }

        var with = _passagesWith.GetValueOrDefault(term);
        return ((1 - Share) * rarityHere) + (Share * Math.Log(1 + ((_passages - with + 0.5) / (with + 0.5))));
    }
}
