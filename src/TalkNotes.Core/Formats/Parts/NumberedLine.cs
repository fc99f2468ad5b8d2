using System.Collections;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>A line of text and the source line it stands in.</summary>
/// <param name="Text">Without line end.</param>
/// <param name="Number">1-based line of the file.</param>
internal readonly record struct NumberedLine(string Text, int Number)
{
    /// <summary>
    /// The lines of a caption file, where a lone CR ends a line too: such lines share the number of their line in the
    /// file. NUL becomes U+FFFD, as caption parsers must do.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="atMost">Where to stop, in lines of the result.</param>
    public static IReadOnlyList<NumberedLine> Of(SourceText source, int atMost = int.MaxValue)
    {
        if (atMost == int.MaxValue && source.Lines.All(l => l.AsSpan().IndexOfAny('\0', '\r') < 0))
        {
            return new Plain(source);
        }

        var lines = new List<NumberedLine>(Math.Min(source.Lines.Length, atMost));
        for (var i = 0; i < source.Lines.Length && lines.Count < atMost; i++)
        {
            var line = source.Lines[i].Contains('\0', StringComparison.Ordinal) ? source.Lines[i].Replace('\0', '\uFFFD') : source.Lines[i];
            foreach (var part in line.AsSpan().Split('\r'))
            {
                lines.Add(new NumberedLine(part.Start.Value == 0 && part.End.Value == line.Length ? line : line[part], i + 1));
            }
        }

        return lines;
    }

    /// <summary>Lines that are those of the file.</summary>
    private sealed class Plain(SourceText source) : IReadOnlyList<NumberedLine>
    {
        public int Count => source.Lines.Length;

        public NumberedLine this[int index] => new(source.Lines[index], index + 1);

        public IEnumerator<NumberedLine> GetEnumerator() => source.Lines.Select((text, i) => new NumberedLine(text, i + 1)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
