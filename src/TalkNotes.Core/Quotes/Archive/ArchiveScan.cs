using System.Numerics;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// Slides a window over words and reports how much of a question it holds wherever that rises: where a telling word, or a
/// pair, comes in that it did not hold. What is reported of a word depends on nothing but the words before it that the
/// window spans and one more, so that any stretch can be read by itself. Used by one thread.
/// </summary>
internal sealed class ArchiveScan
{
    private readonly ArchiveQuestion _question;
    private readonly ArchiveHits _hits;
    private readonly int[] _last;
    private readonly (int Term, int At)[] _inside; // what the window holds, in order, as a ring: a word and a pair a place at most
    private int _first;
    private int _end;
    private int _score;

    /// <summary>Prepares a scan.</summary>
    /// <param name="question">What to look for.</param>
    /// <param name="hits">Where to report.</param>
    public ArchiveScan(ArchiveQuestion question, ArchiveHits hits)
    {
        (_question, _hits) = (question, hits);
        _last = new int[question.Weights.Length];
        _inside = new (int, int)[BitOperations.RoundUpToPowerOf2((uint)(2 * (question.Room + 2)))];
    }

    /// <summary>Reads a stretch of a transcript.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="slots">The slot of each number that a word can have, 0 for those not asked for.</param>
    /// <param name="start">Place of the first word in the transcript.</param>
    /// <param name="from">The first place of which to report; the words before it are read for the window's sake.</param>
    public void Read(ReadOnlySpan<int> words, ReadOnlySpan<ushort> slots, int start, int from)
    {
        (_first, _end) = (0, 0);
        Array.Fill(_last, int.MinValue / 2);
        _score = 0;
        var weights = _question.Weights;
        var before = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var slot = slots[words[i]];
            if (slot > 0)
            {
                if (weights[slot] > 0)
                {
                    Hit(slot, start + i, from);
                }

                if (before > 0 && _question.Pair(before, slot) is var pair and > 0)
                {
                    Hit(pair, start + i, from);
                }
            }

            before = slot;
        }
    }

    private void Hit(int term, int at, int from)
    {
        var first = at - _question.Room;
        var ring = _inside;
        var mask = ring.Length - 1;
        while (_first < _end && ring[_first & mask] is var oldest && oldest.At < first)
        {
            _first++;
            _score -= _last[oldest.Term] == oldest.At ? _question.Weights[oldest.Term] : 0;
        }

        var isNew = _last[term] < first;
        _score += isNew ? _question.Weights[term] : 0;
        _last[term] = at;
        ring[_end++ & mask] = (term, at);
        if (isNew && at >= from && _score >= _hits.Least)
        {
            _hits.Rise(_score, ring[_first & mask].At, at);
        }
    }
}
