using System.Collections.Concurrent;

namespace TalkNotes.Core.Storage;

/// <summary>
/// What was made of the things that were read last, each kept in one version. For what is large and belongs to one talk; answers
/// about the whole library are kept by <see cref="Remembered{TQuestion, TAnswer}"/>.
/// </summary>
/// <param name="most">Things kept at most; the one that came first goes first.</param>
internal sealed class Recent<TVersion, TMade>(int most)
    where TVersion : IEquatable<TVersion>
    where TMade : class
{
    private readonly ConcurrentDictionary<int, (TVersion Version, TMade Made)> _made = new();
    private readonly ConcurrentQueue<int> _order = new();

    /// <summary>What was made of this version; makes it when that is not known.</summary>
    public async Task<TMade> OfAsync(int id, TVersion version, Func<Task<TMade>> make)
    {
        if (_made.TryGetValue(id, out var known) && known.Version.Equals(version))
        {
            return known.Made;
        }

        var made = await make();
        if (_made.TryAdd(id, (version, made)))
        {
            _order.Enqueue(id);
        }
        else
        {
            _made[id] = (version, made);
        }

        while (_order.Count > most && _order.TryDequeue(out var first))
        {
            _made.TryRemove(first, out _);
        }

        return made;
    }
}
