using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>What people put right in one talk, sorted by what it is about. Where two corrections meet, the newer one counts.</summary>
internal sealed class TalkOverlay
{
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Named> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PartCorrection> _parts = [];
    private readonly Dictionary<int, CorrectionRow> _splits = [];
    private readonly List<Named> _turns = [];
    private readonly List<Entry> _words = [];
    private readonly Dictionary<int, int> _places = [];

    private TalkOverlay()
    {
    }

    public IReadOnlyDictionary<string, string?> Fields => _fields;

    /// <summary>All topics; null when the sources' own count.</summary>
    public IReadOnlyList<string>? Topics { get; private set; }

    /// <summary>Who takes part, by speaker.</summary>
    public IReadOnlyDictionary<int, PartCorrection> Parts => _parts;

    /// <summary>Whether a person said who speaks somewhere, so that turns must be counted anew.</summary>
    public bool NamesTurns => _labels.Count + _turns.Count > 0;

    /// <summary>The source whose transcript a person chose; null for the program's own order.</summary>
    public int? Primary { get; private set; }

    /// <summary>Ranges of segments with who speaks there, oldest first.</summary>
    public IReadOnlyList<Named> Turns => _turns;

    /// <summary>Misheard words, newest first.</summary>
    public IEnumerable<Entry> Words => Enumerable.Reverse(_words);

    /// <summary>In how many places each correction that is about places holds.</summary>
    public IReadOnlyDictionary<int, int> Places => _places;

    public static async Task<TalkOverlay> ReadAsync(TalkNotesDb db, int talkId, CancellationToken ct)
    {
        var overlay = new TalkOverlay();
        foreach (var entry in await CorrectionLog.OfTalkAsync(db, talkId, ct))
        {
            overlay.Add(entry);
        }

        return overlay;
    }

    /// <summary>Who a label stands for by a person's word; null when nobody said.</summary>
    public Named? OfLabel(string label) => SpeakerKey.Of(label) is { } key ? _labels.GetValueOrDefault(key) : null;

    /// <summary>Who somebody is in this talk, unless a person named them later than they said otherwise.</summary>
    /// <param name="speaker">By name.</param>
    /// <param name="named">The correction that named them; 0 where a source does.</param>
    public int InThisTalk(int speaker, int named) => _splits.TryGetValue(speaker, out var split) && split.Id > named ? split.OtherSpeakerId!.Value : speaker;

    /// <summary>Counts places where a correction holds.</summary>
    public void Count(int correction, int places) => _places[correction] = _places.GetValueOrDefault(correction) + places;

    private void Add(Entry entry)
    {
        var (row, correction) = entry;
        switch (correction)
        {
            case FieldCorrection field: _fields[field.Field] = field.Value; break;
            case TopicsCorrection topics: Topics = topics.Topics; break;
            case PartCorrection part: _parts[row.SpeakerId!.Value] = part; break;
            case SplitCorrection: _splits[row.SpeakerId!.Value] = row; break;
            case LabelCorrection label when SpeakerKey.Of(label.Label) is { } key: _labels[key] = new Named(row, label, row.SpeakerId); break;
            case TurnsCorrection turns: _turns.Add(new Named(row, turns, row.SpeakerId)); _places[row.Id] = 0; break;
            case WordsCorrection: _words.Add(entry); _places[row.Id] = 0; break;
            case PrimaryCorrection primary: Primary = primary.Source; break;
            default: break; // about people, or about two talks: worked out elsewhere
        }
    }

    /// <summary>Who speaks somewhere; <paramref name="Speaker"/> null is nobody named.</summary>
    internal sealed record Named(CorrectionRow Row, Correction Correction, int? Speaker);
}
