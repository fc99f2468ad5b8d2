using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Notes;

/// <summary>A part of notes that is edited as a whole: a claim with all its lines, or one line of anything else.</summary>
/// <param name="First">Index of its first line, from 0.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Claim">The claim's words, or null.</param>
internal sealed record NoteBlock(int First, IReadOnlyList<string> Lines, string? Claim)
{
    public string Text { get; } = string.Join('\n', Lines);

    /// <summary>What it is, whatever its marker says: the claim's words folded, else the line.</summary>
    public string Identity { get; } = Claim is null ? string.Join('\n', Lines) : "claim " + ClaimKey.TextHash(Claim);

    /// <summary>Its marker with links and name; of the last line that has one.</summary>
    public ClaimTail Tail { get; } = Lines.Select(ClaimTail.Of).LastOrDefault(t => t.Marker is not null) ?? ClaimTail.Of(Lines[^1]);
}

/// <summary>Notes as a list of blocks.</summary>
internal static class NoteBlocks
{
    public static List<NoteBlock> Of(byte[] bytes)
    {
        var notes = NotesWriter.Parse(SourceText.FromBytes("notes.md", bytes));
        var claims = new Dictionary<int, (int Last, string Text)>();
        foreach (var claim in notes.Document.Claims)
        {
            foreach (var place in claim.AlsoLines.Prepend(claim.Lines).Where(p => notes.Ledger[p.First].Owner == "claim"))
            {
                claims.TryAdd(place.First, (place.Last, claim.Text));
            }
        }

        var blocks = new List<NoteBlock>();
        for (var line = 1; line <= notes.Source.Lines.Length;)
        {
            var (last, text) = claims.TryGetValue(line, out var claim) ? (claim.Last, claim.Text) : (line, null);
            blocks.Add(new NoteBlock(line - 1, notes.Source.Lines[(line - 1)..last], text));
            line = last + 1;
        }

        return blocks;
    }
}
