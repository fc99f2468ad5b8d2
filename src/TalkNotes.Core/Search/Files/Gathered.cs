using System.Numerics;

namespace TalkNotes.Core.Search.Files;

/// <summary>Where a form of several words, or of very many, stands in one file.</summary>
/// <param name="Places">Passages, ascending.</param>
/// <param name="Times">How often in each.</param>
/// <param name="Most">It stands in none more often.</param>
/// <param name="Shortest">None of them has fewer words.</param>
internal sealed record Gathered(int[] Places, int[] Times, int Most, int Shortest)
{
    /// <summary>Nowhere.</summary>
    public static Gathered None { get; } = new([], [], 0, int.MaxValue);

    public static Gathered Of(int[] places, int[] times, ReadOnlySpan<int> lengths)
    {
        var (most, shortest) = (0, int.MaxValue);
        for (var i = 0; i < places.Length; i++)
        {
            most = Math.Max(most, times[i]);
            shortest = Math.Min(shortest, lengths[places[i]]);
        }

        return new Gathered(places, times, most, shortest);
    }

    /// <summary>All words that a word of a form stands for, as one.</summary>
    public static Gathered Of(WordCursor word, ReadOnlySpan<int> lengths)
    {
        var all = new int[lengths.Length];
        var seen = new ulong[(lengths.Length / 64) + 1];
        word.AddTimes(0, lengths.Length, all, seen);
        var count = seen.Sum(BitOperations.PopCount);
        var (places, times) = (new int[count], new int[count]);
        var n = 0;
        for (var i = 0; i < seen.Length; i++)
        {
            for (var bits = seen[i]; bits != 0; bits &= bits - 1)
            {
                places[n] = (i * 64) + BitOperations.TrailingZeroCount(bits);
                times[n] = all[places[n]];
                n++;
            }
        }

        return Of(places, times, lengths);
    }
}
