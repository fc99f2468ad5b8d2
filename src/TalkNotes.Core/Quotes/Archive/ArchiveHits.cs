using System.Runtime.InteropServices;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// The fullest windows of an archive, whatever order they are reported in: those that no other within their room excels,
/// with at least a share of what the best one holds and of what the question asks, and before them the places where the words stand just so.
/// Used by one thread.
/// </summary>
internal sealed class ArchiveHits(ArchiveQuestion question)
{
    /// <summary>How many places of one transcript, and of the archive, are looked at word by word.</summary>
    public const int MostPlaces = 12;

    /// <summary>How many windows, and places where the words stand just so, are kept.</summary>
    public const int MostWindows = 64;

    private const int MostKept = 8 * MostWindows;
    private const double ShareOfBest = 0.45; // the right place has most of the telling words, changed or not
    private const double ShareOfAll = 0.2; // with less, six words in ten of a quotation are not there, however common they are

    private readonly List<Window> _windows = [];
    private readonly List<Window> _exact = [];
    private readonly List<(int Score, int From, int At)> _rises = [];
    private IArchivedTranscript? _transcript;

    /// <summary>Windows that hold less are of no interest.</summary>
    public int Least { get; private set; } = Math.Max(1, (int)(ShareOfAll * question.Weights.Sum()));

    /// <summary>How much the fullest window holds.</summary>
    public int Best { get; private set; }

    /// <summary>What is reported from now on is of this transcript. Its rises come in order.</summary>
    public void Begin(IArchivedTranscript transcript)
    {
        if (!ReferenceEquals(_transcript, transcript))
        {
            End();
            _transcript = transcript;
        }
    }

    /// <summary>Takes note of a window.</summary>
    public void Rise(int score, int from, int at)
    {
        if (_rises.Count > 0 && _rises[^1].At == at)
        {
            _rises[^1] = (score, from, at); // a word and a pair came in together
        }
        else
        {
            _rises.Add((score, from, at));
        }

        Learn(score);
    }

    /// <summary>Takes note of how much some window holds that will be reported again.</summary>
    public void Learn(int score)
    {
        if (score > Best)
        {
            Best = score;
            Least = Math.Max(Least, (int)Math.Ceiling(ShareOfBest * score));
        }
    }

    /// <summary>Looks for the question's longest run of words, as it stands.</summary>
    /// <param name="transcript">Whose words they are.</param>
    /// <param name="words">Its words.</param>
    /// <param name="run">The run, in the numbers of these words; empty looks for nothing.</param>
    public void AddExact(IArchivedTranscript transcript, ReadOnlySpan<int> words, ReadOnlySpan<int> run)
    {
        var at = 0;
        for (var found = 0; found < MostPlaces && run.Length > 0; found++)
        {
            var next = words[at..].IndexOf(run);
            if (next < 0)
            {
                return;
            }

            AddExact(transcript, at + next, run.Length);
            at += next + 1;
        }
    }

    /// <summary>Takes note of a place where the longest run stands as it is.</summary>
    public void AddExact(IArchivedTranscript transcript, int at, int length) => _exact.Add(new Window(0, transcript, at, at + length - 1));

    /// <summary>The best places with room around them, best first; places that touch are one.</summary>
    public List<SpokenPlace> Places()
    {
        End();
        Keep();
        var best = _exact.OrderBy(w => w.Transcript.SourceId).ThenBy(w => w.From).Concat(_windows.Where(w => w.Score >= Least)).Take(MostWindows);
        var merged = new List<SpokenPlace>();
        foreach (var place in best.Select(w => w.Transcript.Place(w.From - question.Around, w.To + question.Around)))
        {
            var i = merged.FindIndex(m => m.SourceId == place.SourceId && m.FirstSegment <= place.LastSegment && place.FirstSegment <= m.LastSegment);
            if (i >= 0)
            {
                merged[i] = merged[i] with
                {
                    FirstSegment = Math.Min(merged[i].FirstSegment, place.FirstSegment),
                    LastSegment = Math.Max(merged[i].LastSegment, place.LastSegment),
                };
            }
            else if (merged.Count < MostPlaces)
            {
                merged.Add(place);
            }
        }

        return merged;
    }

    /// <summary>Of the rises of a transcript, those that no other within the room excels; of equal ones the first.</summary>
    private void End()
    {
        var rises = CollectionsMarshal.AsSpan(_rises);
        for (var i = 0; i < rises.Length; i++)
        {
            if (rises[i].Score >= Least && IsPeak(rises, i))
            {
                _windows.Add(new Window(rises[i].Score, _transcript!, rises[i].From, rises[i].At));
            }
        }

        _rises.Clear();
        if (_windows.Count > MostKept)
        {
            Keep();
        }
    }

    private bool IsPeak(ReadOnlySpan<(int Score, int From, int At)> rises, int i)
    {
        var (score, _, at) = rises[i];
        for (var j = i - 1; j >= 0 && rises[j].At >= at - question.Room; j--)
        {
            if (rises[j].Score >= score)
            {
                return false;
            }
        }

        for (var j = i + 1; j < rises.Length && rises[j].At <= at + question.Room; j++)
        {
            if (rises[j].Score > score)
            {
                return false;
            }
        }

        return true;
    }

    private void Keep()
    {
        var ordered = _windows.OrderByDescending(w => w.Score).ThenBy(w => w.To - w.From).ThenBy(w => w.Transcript.SourceId).ThenBy(w => w.From).Take(MostWindows).ToList();
        _windows.Clear();
        _windows.AddRange(ordered);
    }

    private readonly record struct Window(int Score, IArchivedTranscript Transcript, int From, int To);
}
