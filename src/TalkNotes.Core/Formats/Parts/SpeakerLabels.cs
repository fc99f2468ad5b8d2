namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// The labels that begin turns. A sentence with a colon looks alike, so what is a label is decided over the whole
/// transcript: it comes again, or it is a name among labels, or nearly every line has one.
/// </summary>
internal sealed class SpeakerLabels
{
    private const double NearlyEveryLine = 0.9;
    private const double MostLines = 0.7;
    private const double ManyLines = 0.3;
    private const double SeveralLines = 0.2;
    private const double SomeLines = 0.05;
    private const double SomeCaptions = 0.02;

    private readonly HashSet<string> _labels;

    private SpeakerLabels(IEnumerable<string> labels)
    {
        _labels = [.. labels];
        if (!_labels.Contains("A"))
        {
            _labels.Remove("Q"); // questions that nobody answers begin paragraphs
        }
    }

    /// <summary>No labels at all.</summary>
    public static SpeakerLabels None { get; } = new([]);

    /// <summary>The labels in use, as written.</summary>
    public IReadOnlyCollection<string> All => _labels;

    /// <summary>Decides which of the labels that the lines of a transcript seem to have are labels.</summary>
    public static SpeakerLabels Among(IEnumerable<string> lines)
    {
        var seen = new Census(lines);
        var again = seen.Labels.Where(l => seen.ComesAgain(l)).ToList();
        if (again.Count == 1 && !SpeakerLabel.IsName(again[0]))
        {
            again.Clear(); // "Key insight:" may begin several paragraphs of one speaker; two such labels answer each other
        }

        var marked = again.Sum(l => seen.Counts[l]);
        var names = seen.Labels.Where(SpeakerLabel.IsName).ToList();
        var named = names.Sum(l => seen.Counts[l]);
        if (seen.Labelled >= 2 && seen.IsShare(seen.Labelled, NearlyEveryLine))
        {
            return new SpeakerLabels([.. names, .. seen.Labels.Where(l => !SpeakerLabel.OpensSentence(l) && (seen.Counts[l] > 1 || l.Count(char.IsWhiteSpace) < 2))]);
        }

        var govern = (marked >= 3 && seen.IsShare(marked, SomeLines)) || (marked >= 2 && seen.IsShare(marked, SeveralLines))
            || (seen.First is { } first && SpeakerLabel.IsTellingName(first) && named >= 2 && named > seen.Labelled - named && seen.IsShare(named, ManyLines));
        return govern
            ? new SpeakerLabels([.. again, .. names.Where(l => SpeakerLabel.IsTellingName(l) || seen.IsShare(seen.Labelled, MostLines))])
            : None;
    }

    /// <summary>
    /// Decides for captions, which name a speaker only where the speaker changes, so that a label may stand once: names are
    /// labels when the file's first words carry one or they recur, and colons mostly follow names.
    /// </summary>
    /// <param name="starts">The first line of each caption.</param>
    public static SpeakerLabels AmongCaptions(IEnumerable<string> starts)
    {
        var seen = new Census(starts.Select(WithoutMark));
        var names = seen.Labels.Where(SpeakerLabel.IsName).ToList();
        var named = names.Sum(l => seen.Counts[l]);
        var govern = named > seen.Labelled - named
            && ((seen.First is { } first && SpeakerLabel.IsName(first)) || (named >= 2 && seen.IsShare(named, SomeCaptions)));
        return govern ? new SpeakerLabels(names) : None;
    }

    /// <summary>The label and the words of a line that begins a turn.</summary>
    public bool TryTurn(string line, out string label, out string text) =>
        SpeakerLabel.TrySplit(line, out label, out text) && _labels.Contains(label);

    /// <summary>The label and the words of a line of a caption, which a dash may begin.</summary>
    /// <param name="line">The line.</param>
    /// <param name="marked">Whether a turn mark stands before it; then a name needs no further proof.</param>
    /// <param name="label">The label.</param>
    /// <param name="text">What follows.</param>
    public bool TryCaption(string line, bool marked, out string label, out string text) =>
        SpeakerLabel.TrySplit(WithoutMark(line), out label, out text) && (_labels.Contains(label) || (marked && SpeakerLabel.IsName(label)));

    private static string WithoutMark(string line) => line.TrimStart(' ', '>').StartsWith("- ", StringComparison.Ordinal) ? line.TrimStart(' ', '>')[2..] : line;

    /// <summary>How often each label stands at the start of a line.</summary>
    private sealed class Census
    {
        private readonly HashSet<string> _setOff = new(StringComparer.Ordinal);
        private readonly int _all;

        public Census(IEnumerable<string> lines)
        {
            foreach (var line in lines)
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                _all++;
                if (SpeakerLabel.TrySplit(line, out var label, out _, out var isSetOff))
                {
                    Labelled++;
                    First ??= _all == 1 ? label : null;
                    Counts[label] = Counts.GetValueOrDefault(label) + 1;
                    if (isSetOff)
                    {
                        _setOff.Add(label);
                    }
                }
            }
        }

        public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

        public IEnumerable<string> Labels => Counts.Keys;

        /// <summary>Lines with a label.</summary>
        public int Labelled { get; }

        /// <summary>The label of the very first line, or null.</summary>
        public string? First { get; }

        public bool IsShare(int count, double share) => count >= share * _all;

        /// <summary>Names come again when they stand twice; other words must stand oftener, be short, and begin no sentence.</summary>
        public bool ComesAgain(string label) => SpeakerLabel.IsName(label)
            ? Counts[label] >= 2
            : !SpeakerLabel.OpensSentence(label) && Counts[label] >= (_setOff.Contains(label) ? 2 : 3) && IsShare(Counts[label], SomeLines) && label.Count(char.IsWhiteSpace) < 3;
    }
}
