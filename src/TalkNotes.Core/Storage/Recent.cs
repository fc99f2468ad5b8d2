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
    private readonly Dictionary<int, (TVersion Version, TMade Made)> _made = [];
    private readonly Queue<int> _order = new();
    private readonly Lock _lock = new();

    /// <summary>What was made of this version; makes it when that is not known. Two that ask at once may both make it.</summary>
    public async Task<TMade> OfAsync(int id, TVersion version, Func<Task<TMade>> make)
    {
        lock (_lock)
        {
            if (_made.TryGetValue(id, out var known) && known.Version.Equals(version))
            {
                return known.Made;
            }
        }

        var made = await make();
        lock (_lock)
        {
            if (!_made.ContainsKey(id))
            {
                _order.Enqueue(id);
            }

            _made[id] = (version, made);
            while (_order.Count > most)
            {
                _made.Remove(_order.Dequeue());
            }
        }

        return made;
    }
}
