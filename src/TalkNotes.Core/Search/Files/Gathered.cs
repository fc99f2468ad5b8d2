using System.Numerics;

namespace TalkNotes.Core.Search.Files;

/// <summary>Where a form of several words, or of very many, stands in one file.</summary>
/// <param name="Places">Passages, ascending.</param>
/// <param name="Times">How often in each.</param>
/// <param name="Bounds">What it can weigh in each block of them.</param>
internal sealed record Gathered(int[] Places, int[] Times, BlockBounds[] Bounds)
{
    /// <summary>Nowhere.</summary>
    public static Gathered None { get; } = new([], [], []);

    public static Gathered Of(int[] places, int[] times, PlaceFacts facts)
    {
        var bounds = new BlockBounds[(places.Length + IndexFileFormat.BlockSize - 1) / IndexFileFormat.BlockSize];
        Array.Fill(bounds, BlockBounds.None);
        for (var i = 0; i < places.Length; i++)
        {
            ref var bound = ref bounds[i / IndexFileFormat.BlockSize];
            bound = bound.With(Bound.Of(times[i], facts.Lengths[places[i]]), facts.IsWritten(places[i]));
        }

        return new Gathered(places, times, bounds);
    }

    /// <summary>All words that a word of a form stands for, as one.</summary>
    public static Gathered Of(WordCursor word, IndexFile file)
    {
        var end = file.Lengths.Length;
        var all = new int[end];
        var seen = new ulong[(end / 64) + 1];
        word.AddTimes(0, end, all, seen);
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

        return Of(places, times, file.Places);
    }

    /// <summary>What the form can weigh in passages of a range; ranges ascend.</summary>
    /// <param name="from">First place.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="wanted">Of which of them.</param>
    /// <param name="block">Where the range before began to look; the first time 0.</param>
    public Bound BoundIn(int from, int end, Wanted wanted, ref int block)
    {
        while (block < Bounds.Length && LastOf(block) < from)
        {
            block++;
        }

        var bound = Bound.None;
        for (var b = block; b < Bounds.Length && Places[b * IndexFileFormat.BlockSize] < end; b++)
        {
            bound = bound.Or(Bounds[b].Of(wanted));
        }

        return bound;
    }

    private int LastOf(int block) => Places[Math.Min((block + 1) * IndexFileFormat.BlockSize, Places.Length) - 1];
}
