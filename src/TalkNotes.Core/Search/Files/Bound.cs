using System.Runtime.InteropServices;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// What a word can weigh in some passages: it stands in none of them more often, and none has fewer words for each time. The
/// two belong to different passages as a rule, so nothing reaches the bound; what matters is that nothing goes beyond it.
/// </summary>
/// <param name="Times">Most times in one passage; 0 for nowhere.</param>
/// <param name="WordsATime">Fewest words of a passage for each time that the word stands there.</param>
internal readonly record struct Bound(double Times, double WordsATime)
{
    /// <summary>The word stands in none of them.</summary>
    public static Bound None { get; } = new(0, double.PositiveInfinity);

    /// <summary>Of one passage.</summary>
    public static Bound Of(int times, int words) => new(times, words / (double)times);

    /// <summary>In these passages and in others.</summary>
    public Bound Or(Bound others) => new(Math.Max(Times, others.Times), Math.Min(WordsATime, others.WordsATime));

    /// <summary>Together with another word that counts as the same.</summary>
    public Bound And(Bound other) => new(Times + other.Times, 1 / ((1 / WordsATime) + (1 / other.WordsATime)));
}

/// <summary>What a word can weigh in a block of passages: where it was said, and in what others wrote, which is shorter as a rule.</summary>
internal readonly record struct BlockBounds(Bound Said, Bound Written)
{
    /// <summary>Of no passage.</summary>
    public static BlockBounds None { get; } = new(Bound.None, Bound.None);

    /// <summary>With one more passage.</summary>
    public BlockBounds With(Bound bound, bool isWritten) => isWritten ? this with { Written = Written.Or(bound) } : this with { Said = Said.Or(bound) };

    /// <summary>Of those that are wanted.</summary>
    public Bound Of(Wanted wanted) => wanted switch
    {
        Wanted.Said => Said,
        Wanted.Written => Written,
        _ => Said.Or(Written),
    };
}

/// <summary>A bound in two bytes, never lower than what it was made of.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct PackedBound
{
    private const byte Unbounded = byte.MaxValue;
    private const double Steps = 2; // of a word

    private byte _times;
    private byte _wordsATime;

    public static PackedBound Of(Bound bound) => new()
    {
        _times = (byte)Math.Min(bound.Times, Unbounded),
        _wordsATime = (byte)Math.Min(bound.WordsATime * Steps, byte.MaxValue),
    };

    public readonly Bound Unpack() => _times == 0 ? Bound.None : new Bound(_times == Unbounded ? double.PositiveInfinity : _times, _wordsATime / Steps);
}
