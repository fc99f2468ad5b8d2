using System.Runtime.InteropServices;

namespace TalkNotes.Core.Search;

/// <summary>
/// Who speaks where in runs of several people: for each of them one bit a passage, in the words of an <see cref="IdSet"/>, so that
/// the places of a search are counted sixty-four at a time.
/// </summary>
internal sealed class Voices
{
    /// <summary>Where more people speak in one run, passages are counted one by one: a mask for each would take the square of its length.</summary>
    private const int MostPeople = 32;

    private readonly List<(int Speaker, int Mask)> _voices;
    private readonly List<ulong> _masks;

    /// <summary>Nobody's.</summary>
    public Voices() => (_voices, _masks) = ([], []);

    /// <summary>Those of an earlier state, to be continued.</summary>
    public Voices(Voices before) => (_voices, _masks) = ([.. before._voices], [.. before._masks]);

    /// <summary>Adds the people of a run, unless there are very many.</summary>
    /// <param name="facts">Of all passages, by id.</param>
    /// <param name="first">First id of the run.</param>
    /// <param name="last">Last id of the run.</param>
    public VoiceSpan Add(PassageFacts[] facts, int first, int last)
    {
        var (start, words) = (_voices.Count, (last >> 6) - (first >> 6) + 1);
        var masks = new Dictionary<int, ulong[]>();
        for (var id = first; id <= last; id++)
        {
            ref var mask = ref CollectionsMarshal.GetValueRefOrAddDefault(masks, facts[id].SpeakerId, out _);
            if (mask is null && masks.Count > MostPeople)
            {
                return default;
            }

            (mask ??= new ulong[words])[(id >> 6) - (first >> 6)] |= 1UL << id;
        }

        foreach (var (speaker, mask) in masks)
        {
            _voices.Add((speaker, _masks.Count));
            _masks.AddRange(mask);
        }

        return new VoiceSpan(start, masks.Count);
    }

    /// <summary>Adds to each person's count the places of a run that are theirs.</summary>
    /// <param name="places">The places.</param>
    /// <param name="run">Of somebody's words.</param>
    /// <param name="facts">Of all passages, by id.</param>
    /// <param name="bySpeaker">The counts.</param>
    public void Count(IdSet places, in PassageRun run, PassageFacts[] facts, int[] bySpeaker)
    {
        if (run.Voices.Count == 0)
        {
            foreach (var id in places.Between(run.First, run.Last))
            {
                bySpeaker[facts[id].SpeakerId]++;
            }
        }

        var masks = CollectionsMarshal.AsSpan(_masks);
        foreach (var (speaker, mask) in CollectionsMarshal.AsSpan(_voices).Slice(run.Voices.First, run.Voices.Count))
        {
            bySpeaker[speaker] += places.CountIn(run.First, run.Last, masks[mask..]);
        }
    }
}

/// <summary>The people of one run.</summary>
/// <param name="First">Where they begin.</param>
/// <param name="Count">How many; 0 where nobody speaks, or too many do.</param>
internal readonly record struct VoiceSpan(int First, int Count);
