using System.Buffers;
using System.Collections.Immutable;
using System.Xml;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads an XML file node by node, without a document type (so no entity can grow), without recursion and in bounded
/// memory. A damaged file gives everything before the damage and one diagnostic.
/// </summary>
internal static class XmlNodes
{
    /// <summary>Deeper nesting than any captions need; a reader would keep each level in memory.</summary>
    private const int MostDepth = 256;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Takes a node.</summary>
    /// <param name="node">The reader, on the node.</param>
    /// <param name="lines">The node's lines; of text, those that hold words.</param>
    /// <returns>Whether the words of a text node were understood.</returns>
    public delegate bool NodeReader(XmlReader node, LineSpan lines);

    /// <summary>The local name of the root element, or null when the file does not begin as XML does.</summary>
    public static string? Root(SourceText source)
    {
        var text = source.Head.TrimStart();
        while (text.StartsWith("<?") || text.StartsWith("<!"))
        {
            var close = text.StartsWith("<!--") ? "-->" : HasSubset(text) ? "]>" : ">";
            var end = text.IndexOf(close);
            text = end < 0 ? [] : text[(end + close.Length)..].TrimStart();
        }

        if (!text.StartsWith("<"))
        {
            return null;
        }

        var name = text[1..Math.Max(1, Math.Min(text.Length, 100))];
        var stop = name.IndexOfAny(NameEnds);
        name = stop < 0 ? name : name[..stop];
        return name[(name.IndexOf(':') + 1)..].ToString();
    }

    /// <summary>Whether a document type has declarations of its own in brackets.</summary>
    private static bool HasSubset(ReadOnlySpan<char> text) => text.IndexOfAny('[', '>') is var at && at >= 0 && text[at] == '[';

    /// <summary>Reads the file; lines that no node was given become structure, those after damage stay free.</summary>
    public static ImmutableArray<Diagnostic> Read(SourceText source, LineLedger ledger, NodeReader onNode)
    {
        var strange = new HashSet<int>();
        var last = 0;
        using var text = new StringReader(Prepared(source.Text));
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, MaxCharactersFromEntities = 1 });
        var info = (IXmlLineInfo)reader;
        try
        {
            while (reader.Read())
            {
                if (reader.Depth > MostDepth)
                {
                    throw new XmlException($"elements are nested more than {MostDepth} deep", null, info.LineNumber, info.LinePosition);
                }

                var lines = Lines(reader, info.LineNumber, ledger.Total);
                last = lines.First;
                if (!onNode(reader, lines) && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    strange.UnionWith(Enumerable.Range(lines.First, lines.Count));
                }
            }

            Structure(ledger, ledger.Total, strange);
            return [];
        }
        catch (XmlException e)
        {
            Structure(ledger, last - 1, strange);
            return [FormatDiagnostics.Damaged("XML", Reason(e), Math.Clamp(e.LineNumber, 1, Math.Max(1, ledger.Total)))];
        }
    }

    private static void Structure(LineLedger ledger, int last, HashSet<int> strange)
    {
        for (var line = 1; line <= last; line++)
        {
            if (!strange.Contains(line))
            {
                ledger.ChromeFree(new LineSpan(line), "XML structure");
            }
        }
    }

    private static LineSpan Lines(XmlReader reader, int line, int total)
    {
        var (first, last) = (line, line);
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
        {
            var value = reader.Value.AsSpan();
            first += value[..(value.Length - value.TrimStart().Length)].Count('\n');
            last += value.TrimEnd().Count('\n');
        }

        first = Math.Clamp(first, 1, Math.Max(1, total));
        return new LineSpan(first, Math.Clamp(last, first, Math.Max(1, total)));
    }

    /// <summary>
    /// The same text, position by position, without what would stop a strict reader: a declaration that is not at the very
    /// start, a lone CR that it would count as a line, and the one entity that HTML writers use everywhere.
    /// </summary>
    private static string Prepared(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var end = text.AsSpan(start).StartsWith("<?xml") ? text.IndexOf("?>", start, StringComparison.Ordinal) : -1;
        if (end < 0 && !text.Contains('\r', StringComparison.Ordinal) && !text.Contains("&nbsp;", StringComparison.Ordinal))
        {
            return text;
        }

        var prepared = text.Replace("&nbsp;", "&#160;", StringComparison.Ordinal).ToCharArray();
        for (var i = 0; i < prepared.Length; i++)
        {
            if ((end >= 0 && i >= start && i < end + 2 && prepared[i] != '\n') || prepared[i] == '\r')
            {
                prepared[i] = ' ';
            }
        }

        return new string(prepared);
    }

    private static string Reason(XmlException e)
    {
        var position = e.Message.IndexOf(" Line ", StringComparison.Ordinal);
        return position < 0 ? e.Message : e.Message[..position];
    }
}
