namespace TalkNotes.Core.Search.Files;

/// <summary>
/// Goes through the passages of a form in one file. One word is followed in the file; words in a row, and beginnings that
/// stand for many words, are gathered first.
/// </summary>
internal sealed class FormCursor
{
    /// <summary>A beginning of more words than this is gathered.</summary>
    private const int MostFollowed = 8;

    private readonly WordCursor? _word;
    private readonly Gathered _gathered = Gathered.None;
    private int _at = -1;
    private int _boundBlock;

    private FormCursor(WordCursor word) => _word = word;

    private FormCursor(Gathered gathered) => _gathered = gathered;

    /// <summary>Where it stands.</summary>
    public int Doc => _word?.Doc ?? (_at < 0 ? -1 : _at < _gathered.Places.Length ? _gathered.Places[_at] : TermCursor.End);

    /// <summary>How often the form stands there.</summary>
    public int Times => _word?.Times ?? _gathered.Times[_at];

    /// <summary>Passages of the file that have the form; null where several words stand for it that may share passages.</summary>
    public int? Passages => _word is null ? _gathered.Places.Length : _word.Terms <= 1 ? _word.Count : null;

    /// <summary>Whether no passage of the file has the form.</summary>
    public bool IsEmpty => _word is null ? _gathered.Places.Length == 0 : _word.Count == 0;

    /// <summary>A cursor before the first passage.</summary>
    public static FormCursor Open(IndexFile file, UnitForm form, bool bridges, CancellationToken ct)
    {
        var words = bridges ? file.Bridges : file.Passages;
        if (form.Words.Length > 1)
        {
            return new FormCursor(words.Remembered(form.Match(), () => PhraseReader.Read(words, form, file, ct)));
        }

        var word = new WordCursor(words, form.Words[0], form.IsStem, form.IsPrefix);
        return word.Terms <= MostFollowed ? new FormCursor(word) : new FormCursor(words.Remembered(form.Match(), () => Gathered.Of(word, file)));
    }

    /// <summary>Goes to the first passage from here on.</summary>
    public int Advance(int target)
    {
        if (_word is not null)
        {
            return _word.Advance(target);
        }

        var low = Math.Max(_at, 0);
        if (low < _gathered.Places.Length && _gathered.Places[low] < target)
        {
            var step = 1;
            while (low + step < _gathered.Places.Length && _gathered.Places[low + step] < target)
            {
                low += step;
                step *= 2;
            }

            var high = Math.Min(low + step, _gathered.Places.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _gathered.Places[middle] < target ? (middle + 1, high) : (low, middle);
            }
        }

        _at = low;
        return Doc;
    }

    /// <summary>Adds every passage to a set.</summary>
    public void AddTo(IdSet set, int firstId)
    {
        _word?.AddTo(set, firstId);
        set.AddAscending(_gathered.Places, firstId);
    }

    /// <summary>Adds how often the form stands in each passage of a range; ranges ascend.</summary>
    public void AddTimes(int from, int end, Span<int> times, Span<ulong> seen)
    {
        if (_word is not null)
        {
            _word.AddTimes(from, end, times, seen);
            return;
        }

        for (var doc = Advance(from); doc < end; doc = Advance(doc + 1))
        {
            var place = doc - from;
            times[place] += _gathered.Times[_at];
            seen[place >> 6] |= 1UL << (place & 63);
        }
    }

    /// <summary>Begins anew, before the first passage.</summary>
    public void Restart()
    {
        _word?.Restart();
        _at = -1;
    }

    /// <summary>What the form can weigh in passages of a range; ranges ascend.</summary>
    public Bound BoundIn(int from, int end, Wanted wanted) => _word?.BoundIn(from, end, wanted) ?? _gathered.BoundIn(from, end, wanted, ref _boundBlock);
}
