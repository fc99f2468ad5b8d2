using TalkNotes.Core.Documents;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Collects what a format finds while it walks over the lines of a source, and gives each line its owner.</summary>
internal sealed class TalkBuilder(SourceText source, LineLedger ledger)
{
    public StatedFields Stated { get; } = new();

    public List<Chapter> Chapters { get; } = [];

    public List<Segment> Segments { get; } = [];

    public List<SourceClaim> Claims { get; } = [];

    /// <summary>Number of the last line.</summary>
    public int LastLine => source.Lines.Length;

    /// <summary>Number of the first line with words, one past the last when there is none.</summary>
    public int FirstLine => 1 + source.Lines.TakeWhile(string.IsNullOrWhiteSpace).Count();

    public string this[int line] => source.Lines[line - 1];

    /// <summary>The lines from a number to the end.</summary>
    public IEnumerable<string> Lines(int from) => source.Lines.Skip(from - 1);

    public bool IsBlank(int line) => ledger[line].Kind == LineKind.Blank;

    public bool IsFree(int line) => ledger.IsFree(line);

    /// <summary>The lines between two numbers that no one owns yet, in order.</summary>
    public IEnumerable<int> FreeLines(int from, int to)
    {
        for (var line = from; line <= to; line++)
        {
            if (IsFree(line))
            {
                yield return line;
            }
        }
    }

    public void Use(int line, string owner) => Use(new LineSpan(line), owner);

    public void Use(LineSpan lines, string owner) => ledger.Use(lines, owner);

    public void Chrome(int line, string rule) => ledger.Chrome(new LineSpan(line), rule);

    /// <summary>Adds one claim; the line's owner is the caller's business.</summary>
    public void AddClaim(ClaimKind kind, string? section, string text, LineSpan lines, string? marker = null, string? attributedTo = null, int? chapter = null)
    {
        if (text.AsSpan().Trim().IsEmpty)
        {
            return;
        }

        Claims.Add(new SourceClaim
        {
            Kind = kind,
            Section = section,
            Text = text.Trim(),
            Marker = marker,
            AttributedTo = attributedTo,
            Origin = Stated.NotesOrigin,
            Chapter = chapter,
            Lines = lines,
        });
    }

    /// <summary>Adds a claim for each sentence of a paragraph.</summary>
    public void AddSentences(ClaimKind kind, string? section, Paragraph prose, int? chapter = null)
    {
        var text = prose.Text;
        foreach (var sentence in Sentences.Of(text))
        {
            AddClaim(kind, section, text[sentence.Start..sentence.End], prose.LinesOf(sentence.Start, sentence.End), chapter: chapter);
        }
    }

    public TalkDocument Build() => new()
    {
        Metadata = Stated.Build([.. SpeakerList.Of(Segments).Select(s => s with { Role = RoleOf(s.Name) })]),
        Chapters = [.. Chapters],
        Segments = [.. Segments],
        Claims = [.. Claims.Select(c => c with { Origin = Stated.NotesOrigin })],
    };

    private string? RoleOf(string name) =>
        Stated.Hosts.Contains(name) ? "host" : Stated.Guests.Contains(name) ? "guest" : null;
}
