using System.Buffers;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// Finds in an index exactly what reading all of its words would find, and reads few of them: the blocks of the asked
/// words bound how much a window that ends in a block can hold, and only windows that can matter are read. Used once.
/// </summary>
internal sealed class WordIndexSearch
{
    private const int BlockWords = WordIndexLayout.BlockWords;
    private const int LongestRun = 512; // blocks read in one go
    private const int MostFirst = 256; // blocks read ahead of the others to learn what is a lot
    private const double NearlyMost = 0.9;
    private const double MostEverywhere = 0.2;
    private const int RarestOfRun = 3;

    private readonly WordIndex _index;
    private readonly bool[] _isLive;
    private readonly ArchiveQuestion _question;
    private readonly ArchiveHits _hits;
    private readonly IndexedWord?[] _words; // by slot
    private readonly WordWindow _window;
    private readonly IndexedTranscript?[] _opened;
    private int _transcript; // where the walk is

    /// <summary>Prepares a search.</summary>
    /// <param name="index">The index.</param>
    /// <param name="isLive">For each of its transcripts, whether it is still what was said.</param>
    /// <param name="question">What to look for.</param>
    /// <param name="hits">Where to report.</param>
    public WordIndexSearch(WordIndex index, bool[] isLive, ArchiveQuestion question, ArchiveHits hits)
    {
        (_index, _isLive, _question, _hits) = (index, isLive, question, hits);
        _words = [null, .. question.Words.Select(index.Find)];
        _window = new WordWindow(index);
        _opened = new IndexedTranscript?[index.Transcripts.Length];
    }

    /// <summary>Looks in all transcripts.</summary>
    public void Run()
    {
        if (FindExact() >= ArchiveHits.MostWindows)
        {
            return; // these come before all windows, and no more are kept
        }

        var slots = RentSlots();
        var blocks = (_index.WordCount + BlockWords - 1) / BlockWords;
        var bounds = ArrayPool<int>.Shared.Rent(blocks + 1);
        try
        {
            var span = bounds.AsSpan(0, blocks);
            Bound(bounds.AsSpan(0, blocks + 1));
            Learn(span, slots);
            _transcript = 0;
            var scan = new ArchiveScan(_question, _hits);
            for (var block = 0; NextRun(span, ref block, out var end); block = end)
            {
                Read(scan, slots, block * BlockWords, end * BlockWords, _hits);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(bounds);
            ReturnSlots(slots);
        }
    }

    /// <summary>Looks in the transcripts of one talk, all of whose words are read.</summary>
    public void RunIn(int talkId)
    {
        var slots = RentSlots();
        try
        {
            var scan = new ArchiveScan(_question, _hits);
            var run = Run(_question.Longest);
            for (var i = 0; i < _isLive.Length; i++)
            {
                var entry = _index.Transcripts[i];
                if (entry.TalkId != talkId || !_isLive[i])
                {
                    continue;
                }

                var transcript = new IndexedTranscript(_index, entry);
                var words = _window.Read(entry.Start, entry.Start + entry.WordCount);
                _hits.AddExact(transcript, words, run);
                _hits.Begin(transcript);
                scan.Read(words, slots, 0, 0);
            }
        }
        finally
        {
            ReturnSlots(slots);
        }
    }

    /// <summary>The next blocks in a row whose windows can matter.</summary>
    private bool NextRun(ReadOnlySpan<int> bounds, ref int block, out int end)
    {
        var next = bounds[block..].IndexOfAnyInRange(_hits.Least, int.MaxValue);
        block += Math.Max(0, next);
        end = block;
        while (end < bounds.Length && bounds[end] >= _hits.Least && end - block < LongestRun)
        {
            end++;
        }

        return next >= 0;
    }

    /// <summary>For each block, the most that a window can hold whose last word stands in it.</summary>
    private void Bound(Span<int> bounds)
    {
        bounds.Clear();
        var reach = (_question.Room + BlockWords) / BlockWords; // blocks before its own that such a window touches, the first word of a pair included
        var everywhere = 0L;
        var most = (long)(MostEverywhere * _question.Bounds.Sum(b => (long)b));
        foreach (var slot in Enumerable.Range(1, _question.Words.Length).OrderByDescending(s => _question.Counts[s]))
        {
            var weight = _question.Bounds[slot];
            if (weight == 0 || _words[slot] is not { } word)
            {
                continue;
            }

            if (everywhere + weight <= most && (long)word.Count * BlockWords * (reach + 1) > _index.WordCount)
            {
                everywhere += weight; // nearly each window has it
                continue;
            }

            using var blocks = new BlockReader(_index, word);
            var end = 0;
            while (blocks.Next())
            {
                var block = blocks.Current;
                var next = Math.Min(block + reach + 1, bounds.Length - 1);
                bounds[block < end ? end : block] += weight;
                bounds[next] -= weight;
                end = next;
            }
        }

        var sum = (int)everywhere;
        foreach (ref var bound in bounds)
        {
            bound = sum += bound;
        }
    }

    /// <summary>Reads the most promising windows to learn how much the best one holds; they are read again in their turn.</summary>
    private void Learn(ReadOnlySpan<int> bounds, ushort[] slots)
    {
        var most = 0;
        foreach (var bound in bounds)
        {
            most = Math.Max(most, bound);
        }

        if (most < _hits.Least)
        {
            return;
        }

        var least = Math.Max(_hits.Least, (int)(NearlyMost * most));
        var tried = new ArchiveHits(_question);
        var scan = new ArchiveScan(_question, tried);
        for (var (block, left) = (0, MostFirst); left > 0; left--, block++)
        {
            var next = bounds[block..].IndexOfAnyInRange(least, int.MaxValue);
            if (next < 0)
            {
                break;
            }

            block += next;
            Read(scan, slots, block * BlockWords, (block + 1) * BlockWords, tried);
        }

        _hits.Learn(tried.Best);
    }

    /// <summary>Reads the windows whose last word stands in a stretch.</summary>
    private void Read(ArchiveScan scan, ushort[] slots, int from, int end, ArchiveHits hits)
    {
        end = Math.Min(end, _index.WordCount);
        while (from < end)
        {
            var entry = Transcript(from);
            var stop = Math.Min(end, entry.Start + entry.WordCount);
            if (_isLive[_transcript])
            {
                var start = Math.Max(entry.Start, from - _question.Room - 1);
                hits.Begin(_opened[_transcript] ??= new IndexedTranscript(_index, entry));
                scan.Read(_window.Read(start, stop), slots, start - entry.Start, from - entry.Start);
            }

            from = stop;
        }
    }

    /// <summary>The transcript of a word; words are asked for in order.</summary>
    private TranscriptEntry Transcript(int word)
    {
        var transcripts = _index.Transcripts;
        if (word < transcripts[_transcript].Start)
        {
            _transcript = 0;
        }

        while (word >= transcripts[_transcript].Start + transcripts[_transcript].WordCount)
        {
            _transcript++;
        }

        return transcripts[_transcript];
    }

    /// <summary>Finds where the longest run stands as it is: in the blocks of its rarest word that has the next rare ones near. Answers how many.</summary>
    private int FindExact()
    {
        var run = Run(_question.Longest);
        if (run.Length == 0)
        {
            return 0;
        }

        var reach = (run.Length / BlockWords) + 1;
        var rarest = _question.Longest.Distinct().Select(s => _words[s]!.Value).OrderBy(w => w.Count).Take(RarestOfRun).ToArray();
        var (found, inTranscript, last, transcript) = (0, 0, -1, -1);
        foreach (var block in NearBlocks.Of(_index, rarest, reach))
        {
            var from = Math.Max(last + 1, (block * BlockWords) - run.Length + 1);
            var end = Math.Min(_index.WordCount, ((block + 1) * BlockWords) + run.Length - 1);
            while (from < end && _window.Read(from, end).IndexOf(run) is var next and >= 0)
            {
                (last, from) = (from + next, from + next + 1);
                var entry = Transcript(last);
                if (last + run.Length > entry.Start + entry.WordCount || !_isLive[_transcript])
                {
                    continue; // it runs over into the next transcript
                }

                (transcript, inTranscript) = (_transcript, transcript == _transcript ? inTranscript + 1 : 1);
                if (inTranscript <= ArchiveHits.MostPlaces)
                {
                    _hits.AddExact(_opened[_transcript] ??= new IndexedTranscript(_index, entry), last - entry.Start, run.Length);
                    found++;
                }
            }

            if (found >= ArchiveHits.MostWindows)
            {
                return found; // they come in order of their sources, and no more are kept
            }
        }

        return found;
    }

    /// <summary>A run of slots in the numbers of the index; empty when the index lacks a word of it.</summary>
    private int[] Run(int[] slots) => Array.Exists(slots, s => _words[s] is null) ? [] : Array.ConvertAll(slots, s => _words[s]!.Value.Number);

    private ushort[] RentSlots()
    {
        var slots = ArrayPool<ushort>.Shared.Rent(_index.NumberCount);
        Array.Clear(slots);
        for (var slot = 1; slot < _words.Length; slot++)
        {
            if (_words[slot] is { } word)
            {
                slots[word.Number] = (ushort)slot;
            }
        }

        return slots;
    }

    private static void ReturnSlots(ushort[] slots) => ArrayPool<ushort>.Shared.Return(slots);
}
