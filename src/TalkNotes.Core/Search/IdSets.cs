using System.Buffers;

namespace TalkNotes.Core.Search;

/// <summary>
/// The sets of one search, in memory that searches lend each other: a set of a large library takes half a megabyte, and a
/// search makes a dozen. Nothing of them is used once the search is over.
/// </summary>
/// <param name="limit">No id is higher.</param>
internal sealed class IdSets(int limit) : IDisposable
{
    private readonly List<IdSet> _lent = [];

    /// <summary>A set without ids.</summary>
    public IdSet New()
    {
        var set = new IdSet(limit, ArrayPool<ulong>.Shared.Rent(IdSet.WordsFor(limit)));
        _lent.Add(set);
        return set;
    }

    /// <summary>The same ids, to be changed.</summary>
    public IdSet Copy(IdSet set)
    {
        var copy = New();
        copy.UnionWith(set);
        return copy;
    }

    public void Dispose()
    {
        _lent.ForEach(s => ArrayPool<ulong>.Shared.Return(s.Memory));
        _lent.Clear();
    }
}
