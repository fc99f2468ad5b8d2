using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Notes;

/// <summary>Changes lines of notes and leaves every other byte of the text, its encoding and its line ends alone.</summary>
internal static class NoteText
{
    /// <summary>The notes with some lines replaced by others.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="first">Index of the first line to replace, from 0; behind the last line to append.</param>
    /// <param name="count">How many; 0 to insert.</param>
    /// <param name="lines">What stands there then.</param>
    public static byte[] With(byte[] notes, int first, int count, IReadOnlyList<string> lines)
    {
        var source = SourceText.FromBytes("notes.md", notes);
        var (texts, ends) = Split(source);
        var end = ends.Find(e => e.Length > 0) ?? "\n";
        if (first == texts.Count && first > 0 && ends[^1].Length == 0 && lines.Count > 0)
        {
            ends[^1] = end;
        }

        texts.RemoveRange(first, count);
        ends.RemoveRange(first, count);
        texts.InsertRange(first, lines);
        ends.InsertRange(first, lines.Select(_ => end));
        var text = new StringBuilder(source.Text.Length);
        for (var i = 0; i < texts.Count; i++)
        {
            text.Append(texts[i]).Append(ends[i]);
        }

        return NotesWriter.Encoded(source, text.ToString());
    }

    /// <summary>
    /// Notes with the line ends of the file that they are to replace, where all of those are alike: git on one machine and an editor on
    /// another may have turned them round, and that is theirs to say.
    /// </summary>
    public static byte[] WithLineEndsOf(byte[] notes, byte[] file)
    {
        var kept = Split(SourceText.FromBytes("notes.md", file)).Ends.FindAll(e => e.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var source = SourceText.FromBytes("notes.md", notes);
        var (texts, ends) = Split(source);
        if (kept is not [var end] || ends.TrueForAll(e => e.Length == 0 || e == end))
        {
            return notes;
        }

        return NotesWriter.Encoded(source, string.Concat(texts.Zip(ends, (text, own) => text + (own.Length == 0 ? own : end))));
    }

    /// <summary>
    /// Edited lines as the source would hold them: a marker that this program wrote for a verdict and nobody touched
    /// becomes the source's own again.
    /// </summary>
    /// <param name="edited">The lines as edited.</param>
    /// <param name="shown">The same block as this program had written it; null for a new one.</param>
    /// <param name="own">The same block as the source holds it; null for a new one.</param>
    public static IReadOnlyList<string> AsSource(IReadOnlyList<string> edited, NoteBlock? shown, NoteBlock? own)
    {
        if (shown is null || own is null || shown.Text == own.Text)
        {
            return edited;
        }

        return
        [
            .. edited.Select(line =>
            {
                var tail = ClaimTail.Of(line);
                var isTouched = tail.Marker != shown.Tail.Marker || !tail.Links.SequenceEqual(shown.Tail.Links);
                return tail.Marker is null || isTouched ? line : WithMarker(line, tail, own.Tail.Marker);
            }),
        ];
    }

    /// <summary>A line with another marker and without links; null takes the marker away.</summary>
    public static string WithMarker(string line, ClaimTail tail, string? marker) =>
        marker is null ? line[..tail.MarkerStart].TrimEnd() + line[tail.LinksEnd..] : $"{line[..tail.MarkerStart]}[{marker}]{line[tail.LinksEnd..]}";

    private static (List<string> Texts, List<string> Ends) Split(SourceText source)
    {
        var (texts, ends) = (new List<string>(source.Lines.Length), new List<string>(source.Lines.Length));
        var at = 0;
        foreach (var line in source.Lines)
        {
            at += line.Length;
            var end = at >= source.Text.Length ? "" : source.Text[at] == '\r' ? "\r\n" : "\n";
            texts.Add(line);
            ends.Add(end);
            at += end.Length;
        }

        return (texts, ends);
    }
}
