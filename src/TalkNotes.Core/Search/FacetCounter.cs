namespace TalkNotes.Core.Search;

/// <summary>Counts the places of a search by talk, speaker, show, year, kind and status.</summary>
internal sealed class FacetCounter(HitFilter filter, LibraryFacts library)
{
    private readonly int[] _byTalk = new int[library.HighestTalk + 1];
    private readonly int[] _bySpeaker = new int[library.HighestSpeaker + 1];
    private readonly int[] _byTalkForShow = new int[library.HighestTalk + 1];
    private readonly int[] _byTalkForYear = new int[library.HighestTalk + 1];
    private readonly int[] _byKind = new int[(int)FactKind.Talk + 1];
    private readonly int[] _byStatus = new int[ClaimStatuses.Words.Length];

    /// <summary>Counts places, talk by talk where their filters allow; returns those that all filters let through: the same set where there are none.</summary>
    public IdSet Count(IdSet places, PassageMap map, IdSets sets)
    {
        var passed = filter.IsEmpty ? places : sets.New();
        var next = -1; // the first place from the run on
        foreach (var run in map.Runs)
        {
            if (next < run.First && (next = places.Next(run.First)) < 0)
            {
                break;
            }

            if (next > run.Last)
            {
                continue;
            }

            if (filter.LooksAtPassages)
            {
                foreach (var id in places.Between(run.First, run.Last))
                {
                    if (Count(map.Facts[id]))
                    {
                        passed.Add(id);
                    }
                }
            }
            else if (CountRun(places, run, map) && !filter.IsEmpty)
            {
                passed.AddFrom(places, run.First, run.Last);
            }
        }

        return passed;
    }

    /// <summary>Counts a place; says whether all filters let it through.</summary>
    public bool Count(in PassageFacts passage)
    {
        var failures = filter.Failures(passage);
        CountTalk(failures, passage.TalkId, 1);
        if ((failures & ~FilterFields.Speaker) == FilterFields.None && passage.IsSpoken)
        {
            _bySpeaker[passage.SpeakerId]++;
        }

        if ((failures & ~FilterFields.Kind) == FilterFields.None)
        {
            _byKind[KindOf(passage)]++;
        }

        if ((failures & ~FilterFields.Status) == FilterFields.None && passage.ClaimId != 0)
        {
            CountStatus(passage.ClaimId);
        }

        return failures == FilterFields.None;
    }

    /// <summary>Counts places of one talk that fare alike.</summary>
    private bool CountRun(IdSet places, in PassageRun run, PassageMap map)
    {
        var failures = filter.Failures(run.TalkId);
        var count = places.CountIn(run.First, run.Last);
        CountTalk(failures, run.TalkId, count);
        if (failures != FilterFields.None)
        {
            return false;
        }

        if (run.IsSpoken)
        {
            _byKind[(int)FactKind.Segment] += count;
            map.Voices.Count(places, run, map.Facts, _bySpeaker);
            return true;
        }

        foreach (var id in places.Between(run.First, run.Last))
        {
            ref readonly var passage = ref map.Facts[id];
            _byKind[KindOf(passage)]++;
            if (passage.ClaimId != 0)
            {
                CountStatus(passage.ClaimId);
            }
        }

        return true;
    }

    private void CountTalk(FilterFields failures, int talk, int count)
    {
        _byTalk[talk] += (failures & ~FilterFields.Talk) == FilterFields.None ? count : 0;
        _byTalkForShow[talk] += (failures & ~FilterFields.Show) == FilterFields.None ? count : 0;
        _byTalkForYear[talk] += (failures & ~FilterFields.Year) == FilterFields.None ? count : 0;
    }

    private void CountStatus(int claim) => _byStatus[filter.Statuses.CodeOf(claim)]++;

    private static int KindOf(in PassageFacts passage) => (int)(passage.Kind == FactKind.Bridge ? FactKind.Segment : passage.Kind);

    /// <summary>The counts.</summary>
    public FacetCounts Counts => new(_byTalk, _byTalkForShow, _byTalkForYear, _bySpeaker, _byKind, _byStatus);
}

/// <summary>How many places were counted, by ids.</summary>
internal sealed record FacetCounts(int[] ByTalk, int[] ByTalkForShow, int[] ByTalkForYear, int[] BySpeaker, int[] ByKind, int[] ByStatus);
