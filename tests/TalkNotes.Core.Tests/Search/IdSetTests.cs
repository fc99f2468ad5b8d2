using TalkNotes.Core.Search;

namespace TalkNotes.Core.Tests.Search;

/// <summary>Sets of ids do what sets do, in memory that was never cleared as well.</summary>
public sealed class IdSetTests
{
    private const int Limit = 50_000;
    private readonly Random _random = new(3);

    [Fact]
    public void Every_operation_does_what_a_set_of_numbers_does()
    {
        for (var round = 0; round < 300; round++)
        {
            var (set, numbers) = Some();
            var (other, others) = Some();
            switch (round % 4)
            {
                case 0:
                    set.UnionWith(other);
                    numbers.UnionWith(others);
                    break;
                case 1:
                    set.IntersectWith(other);
                    numbers.IntersectWith(others);
                    break;
                case 2:
                    set.ExceptWith(other);
                    numbers.ExceptWith(others);
                    break;
                default:
                    var (from, to) = Range();
                    set.AddFrom(other, from, to);
                    numbers.UnionWith(others.Where(n => n >= from && n <= to));
                    break;
            }

            foreach (var id in numbers.Where(_ => _random.Next(3) == 0).ToList())
            {
                set.Remove(id);
                numbers.Remove(id);
            }

            Same(numbers, set);
        }
    }

    private void Same(HashSet<int> numbers, IdSet set)
    {
        var sorted = numbers.Order().ToList();
        Assert.Equal(sorted, set.Ascending());
        Assert.Equal(sorted.Count, set.Count);
        var (first, last) = Range();
        var inside = sorted.Where(n => n >= first && n <= last).ToList();
        Assert.Equal(inside.Count, set.CountIn(first, last));
        var between = new List<int>();
        foreach (var id in set.Between(first, last))
        {
            between.Add(id);
        }

        Assert.Equal(inside, between);
        Assert.Equal(sorted.Where(n => n >= first).DefaultIfEmpty(-1).First(), set.Next(first));
        Assert.Equal(numbers.Contains(first), set.Contains(first));
        Assert.Equal(numbers.Add(last), set.Add(last));
        Assert.False(set.Contains(Limit * 2));
    }

    private (int First, int Last) Range()
    {
        var first = _random.Next(Limit);
        return (first, _random.Next(first, Limit + 1));
    }

    /// <summary>Few ids or many, everywhere or in one stretch, in memory full of something else.</summary>
    private (IdSet Set, HashSet<int> Numbers) Some()
    {
        var memory = new ulong[IdSet.WordsFor(Limit) + 100];
        Array.Fill(memory, ulong.MaxValue);
        var set = new IdSet(Limit, memory);
        var (first, last) = _random.Next(2) == 0 ? (0, Limit) : Range();
        var ids = Enumerable.Range(0, _random.Next(3) switch { 0 => 3, 1 => 300, _ => 30_000 }).Select(_ => _random.Next(first, last + 1)).ToHashSet();
        if (_random.Next(2) == 0)
        {
            set.AddAscending([.. ids.Order().Select(id => id - 7)], 7);
        }
        else
        {
            Assert.All(ids, id => Assert.True(set.Add(id)));
        }

        return (set, ids);
    }
}
