namespace TalkNotes.Core.Search;

/// <summary>A run of ids of one talk: of its words, or of what others wrote about it.</summary>
/// <param name="First">First id.</param>
/// <param name="Last">Last id.</param>
/// <param name="TalkId">The talk.</param>
/// <param name="IsSpoken">Whether they are words of the talk.</param>
/// <param name="Voices">Whose words they are.</param>
internal readonly record struct PassageRun(int First, int Last, int TalkId, bool IsSpoken, VoiceSpan Voices);

/// <summary>What filters and counts need to know of every passage up to the newest of one state of the library.</summary>
internal sealed class PassageMap
{
    /// <summary>Gathers what is new since an earlier state.</summary>
    /// <param name="facts">By id; at least up to the newest.</param>
    /// <param name="newest">The newest passage.</param>
    /// <param name="before">The map of an earlier state, which this one continues; null for none.</param>
    public PassageMap(PassageFacts[] facts, int newest, PassageMap? before)
    {
        (Facts, Newest) = (facts, newest);
        Runs = before is null ? [] : [.. before.Runs];
        Voices = before is null ? new Voices() : new Voices(before.Voices);
        Written = new IdSet(newest);
        if (before is not null)
        {
            Written.UnionWith(before.Written);
        }

        Gather((before?.Newest ?? 0) + 1);
    }

    /// <summary>By id.</summary>
    public PassageFacts[] Facts { get; }

    /// <summary>The newest passage.</summary>
    public int Newest { get; }

    /// <summary>By ids. A talk has one of its words and one of the rest.</summary>
    public List<PassageRun> Runs { get; }

    /// <summary>Who speaks in them.</summary>
    public Voices Voices { get; }

    /// <summary>Everything that was not said: claims, summaries, titles.</summary>
    public IdSet Written { get; }

    private void Gather(int from)
    {
        for (var id = from; id <= Newest;)
        {
            ref readonly var first = ref Facts[id];
            var start = id;
            while (id <= Newest && Facts[id].TalkId == first.TalkId && Facts[id].IsSpoken == first.IsSpoken && (Facts[id].Kind == FactKind.None) == (first.Kind == FactKind.None))
            {
                if (!first.IsSpoken)
                {
                    Written.Add(id);
                }

                id++;
            }

            if (first.Kind != FactKind.None)
            {
                Runs.Add(new PassageRun(start, id - 1, first.TalkId, first.IsSpoken, first.IsSpoken ? Voices.Add(Facts, start, id - 1) : default));
            }
        }
    }
}
