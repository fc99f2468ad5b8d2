namespace TalkNotes.Core.Documents;

/// <summary>What became of a source line.</summary>
public enum LineKind
{
    /// <summary>No rule understood it; it is shown to the person.</summary>
    Unrecognised,

    /// <summary>White space only.</summary>
    Blank,

    /// <summary>It became a part of the document.</summary>
    Used,

    /// <summary>Recognised furniture: navigation, adverts, headings of lists.</summary>
    Chrome,
}

/// <summary>Who owns a line.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Owner">The block or rule that owns it, in the field's words ("cue", "claim", "front matter", "site navigation"); empty when nothing does.</param>
public readonly record struct LineOwner(LineKind Kind, string Owner);

/// <summary>
/// Gives every line of a source exactly one owner. Blank lines own themselves; all others are unrecognised until a
/// parser uses them or names them as chrome. Taking a line twice is a bug in the parser and throws.
/// </summary>
public sealed class LineLedger
{
    private const int KindBits = 2;

    /// <summary>For each line the number of its owner's name, and its kind in the lowest bits: few names own many lines.</summary>
    private readonly int[] _owners;

    private readonly List<string> _names = [""];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };

    /// <summary>Opens the ledger of a source: its blank lines are owned, all others unrecognised.</summary>
    public LineLedger(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _owners = new int[source.Lines.Length];
        for (var i = 0; i < _owners.Length; i++)
        {
            _owners[i] = (int)(string.IsNullOrWhiteSpace(source.Lines[i]) ? LineKind.Blank : LineKind.Unrecognised);
        }
    }

    /// <summary>The owner of each line, line 1 first.</summary>
    public IEnumerable<LineOwner> Owners => Enumerable.Range(1, Total).Select(line => this[line]);

    /// <summary>Number of lines.</summary>
    public int Total => _owners.Length;

    /// <summary>The owner of a line, 1-based.</summary>
    public LineOwner this[int line] => new(KindOf(line), _names[_owners[line - 1] >> KindBits]);

    /// <summary>Whether no rule has taken the line yet (blank lines are taken).</summary>
    public bool IsFree(int line) => KindOf(line) == LineKind.Unrecognised;

    /// <summary>Number of lines of one kind.</summary>
    public int Count(LineKind kind) => _owners.Count(o => (LineKind)(o & ((1 << KindBits) - 1)) == kind);

    /// <summary>Gives lines to a part of the document. Blank lines inside the span stay blank.</summary>
    /// <exception cref="InvalidOperationException">A line has an owner already: a bug in the parser.</exception>
    public void Use(LineSpan lines, string owner) => Take(lines, new LineOwner(LineKind.Used, owner));

    /// <summary>Names lines as recognised furniture. Blank lines inside the span stay blank.</summary>
    /// <exception cref="InvalidOperationException">A line has an owner already: a bug in the parser.</exception>
    public void Chrome(LineSpan lines, string rule) => Take(lines, new LineOwner(LineKind.Chrome, rule));

    /// <summary>The runs of unrecognised lines, in order. Runs are broken by lines of any other kind.</summary>
    public IReadOnlyList<LineSpan> Unrecognised()
    {
        var runs = new List<LineSpan>();
        for (var line = 1; line <= _owners.Length; line++)
        {
            if (!IsFree(line))
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].Last == line - 1)
            {
                runs[^1] = new LineSpan(runs[^1].First, line);
            }
            else
            {
                runs.Add(new LineSpan(line));
            }
        }

        return runs;
    }

    /// <summary>The lines as runs of one owner, in order. Blank lines are in no run of their own; they may lie inside one.</summary>
    public IReadOnlyList<(LineSpan Lines, LineOwner Owner)> Runs()
    {
        var runs = new List<(LineSpan Lines, LineOwner Owner)>();
        for (var line = 1; line <= _owners.Length; line++)
        {
            var owner = this[line];
            if (owner.Kind == LineKind.Blank)
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].Owner == owner)
            {
                runs[^1] = (runs[^1].Lines.Through(new LineSpan(line)), owner);
            }
            else
            {
                runs.Add((new LineSpan(line), owner));
            }
        }

        return runs;
    }

    private LineKind KindOf(int line) => (LineKind)(_owners[line - 1] & ((1 << KindBits) - 1));

    private void Take(LineSpan lines, LineOwner owner)
    {
        if (!_numbers.TryGetValue(owner.Owner, out var number))
        {
            number = _names.Count;
            _names.Add(owner.Owner);
            _numbers.Add(owner.Owner, number);
        }

        for (var line = lines.First; line <= lines.Last; line++)
        {
            var kind = KindOf(line);
            if (kind == LineKind.Blank)
            {
                continue;
            }

            if (kind != LineKind.Unrecognised)
            {
                throw new InvalidOperationException($"Line {line} is owned by '{this[line].Owner}' and cannot be taken by '{owner.Owner}'.");
            }

            _owners[line - 1] = (number << KindBits) | (int)owner.Kind;
        }
    }
}
