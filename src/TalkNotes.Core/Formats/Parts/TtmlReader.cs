using System.Collections.Immutable;
using System.Text;
using System.Xml;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Takes the nodes of a TTML file one by one and keeps its captions, title, language and agents.</summary>
internal sealed class TtmlReader(LineLedger ledger)
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    private readonly Stack<Element> _open = new();
    private readonly Dictionary<string, string> _agents = new(StringComparer.Ordinal);
    private readonly List<Paragraph> _paragraphs = [];
    private readonly StringBuilder _words = new();
    private TtmlTime _time = TtmlTime.Of(_ => null);
    private Paragraph? _paragraph;
    private string? _agent;
    private string? _title;
    private string? _language;
    private bool _absolute;

    /// <summary>An open element: the times and the agent it states or hands down.</summary>
    private readonly record struct Element(string Name, TimeSpan? Begin, TimeSpan? End, TimeSpan Offset, string? Agent, bool IsWord);

    /// <summary>A run of words under one agent in a paragraph.</summary>
    private readonly record struct Run(string Text, string? Agent, LineSpan Lines);

    /// <summary>A paragraph; its times count from <paramref name="Offset"/> where the file's times are relative.</summary>
    private sealed record Paragraph(TimeSpan? Begin, TimeSpan? End, TimeSpan Offset, int FirstLine)
    {
        public List<Run> Runs { get; } = [];

        public TimeSpan? FirstWord { get; set; }

        public TimeSpan? LastWord { get; set; }
    }

    /// <summary>What the head says.</summary>
    public TalkMetadata Metadata => new() { Title = _title, Language = LanguageTag.Of(_language) };

    /// <summary>
    /// The captions. By the standard times are relative to those of the parent; Apple's are not, which its namespaces tell, or
    /// a child that begins at the very time of its parent or would otherwise end after it: then no time of the file is relative.
    /// </summary>
    public List<Caption> Captions() =>
    [
        .. (_paragraph is null ? _paragraphs : _paragraphs.Append(_paragraph)).Select(p =>
        {
            var offset = _absolute ? TimeSpan.Zero : p.Offset;
            var own = offset + (_absolute ? TimeSpan.Zero : p.Begin ?? TimeSpan.Zero);
            return new Caption(
                p.Begin is null ? own + p.FirstWord : offset + p.Begin,
                p.End is null ? own + p.LastWord : offset + p.End,
                [.. p.Runs.SelectMany(r => r.Text.Split('\n').Select(t => new CaptionLine(Collapse(t), Name(r.Agent), r.Lines.First, r.Lines.Last))).Where(l => l.Text.Length > 0)]);
        }),
    ];

    /// <summary>Takes a node; false for words outside any caption or field.</summary>
    public bool Take(XmlReader node, LineSpan lines)
    {
        switch (node.NodeType)
        {
            case XmlNodeType.Element:
                Begin(node, lines);
                return true;
            case XmlNodeType.EndElement:
                End(lines);
                return true;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                return Words(node.Value, lines);
            default:
                return true;
        }
    }

    private void Begin(XmlReader node, LineSpan lines)
    {
        var parent = _open.TryPeek(out var top) ? top : default;
        switch (node.LocalName)
        {
            case "tt":
                _time = TtmlTime.Of(name => Attribute(node, name));
                _language = node.GetAttribute("lang", XmlNamespace);
                _absolute = IsApple(node);
                break;
            case "agent":
                _agent = node.GetAttribute("id", XmlNamespace);
                break;
            case "br" when _paragraph is not null:
                Append("\n", parent.Agent, lines);
                break;
        }

        var begin = _time.Read(node.GetAttribute("begin"));
        var end = _time.Read(node.GetAttribute("end")) ?? ((begin ?? TimeSpan.Zero) + _time.Read(node.GetAttribute("dur")));
        _absolute |= (parent is { Begin: { } from, End: { } to } && end > to - from) || (begin > TimeSpan.Zero && begin == parent.Begin);
        var offset = parent.Offset + (parent.Begin ?? TimeSpan.Zero);
        var element = new Element(node.LocalName, begin, end, offset, Attribute(node, "agent") ?? parent.Agent, Attribute(node, "unit") == "word");
        if (node.LocalName == "p")
        {
            Close(lines);
            _paragraph = node.IsEmptyElement ? null : new Paragraph(begin, end, offset, lines.First);
        }
        else if (_paragraph is { } paragraph)
        {
            paragraph.FirstWord ??= begin;
            paragraph.LastWord = end ?? paragraph.LastWord;
            if (element.IsWord)
            {
                Append(" ", element.Agent, lines); // Apple writes words as elements without blanks between them
            }
        }

        if (!node.IsEmptyElement)
        {
            _open.Push(element);
        }
    }

    private void End(LineSpan lines)
    {
        if (!_open.TryPop(out var element))
        {
            return;
        }

        switch (element.Name)
        {
            case "p":
                Close(lines);
                break;
            case "title" when _words.Length > 0:
                _title ??= Collapse(_words.ToString());
                break;
            case "name" when _agent is not null && Collapse(_words.ToString()) is { Length: > 0 } name:
                _agents.TryAdd(_agent, name);
                break;
        }

        _words.Clear();
    }

    private bool Words(string text, LineSpan lines)
    {
        if (_paragraph is not null)
        {
            ledger.UseFree(lines, "caption");
            Append(Collapse(text) is var words && words.Length == 0 ? " " : $"{(char.IsWhiteSpace(text[0]) ? " " : "")}{words}{(char.IsWhiteSpace(text[^1]) ? " " : "")}", _open.TryPeek(out var top) ? top.Agent : null, lines);
            return true;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (!_open.TryPeek(out var element) || element.Name is "body" or "div" or "tt")
        {
            return false;
        }

        ledger.UseFree(lines, "metadata");
        _words.Append(text);
        return true;
    }

    private void Append(string text, string? agent, LineSpan lines)
    {
        var runs = _paragraph!.Runs;
        if (runs.Count > 0 && runs[^1].Agent == agent)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + text, Lines = string.IsNullOrWhiteSpace(text) ? runs[^1].Lines : runs[^1].Text.Trim().Length == 0 ? lines : runs[^1].Lines.Through(lines) };
        }
        else
        {
            runs.Add(new Run(text, agent, lines));
        }
    }

    private void Close(LineSpan lines)
    {
        if (_paragraph is { } paragraph)
        {
            ledger.UseFree(new LineSpan(paragraph.FirstLine, Math.Max(paragraph.FirstLine, lines.Last)), "caption");
            _paragraphs.Add(paragraph);
            _paragraph = null;
        }
    }

    private static bool IsApple(XmlReader node)
    {
        var isApple = false;
        for (var i = 0; i < node.AttributeCount; i++)
        {
            isApple |= node.GetAttribute(i).Contains("apple.com/", StringComparison.Ordinal);
        }

        return isApple;
    }

    /// <summary>Parameters and metadata stand in several namespaces, of several years; the local name is enough.</summary>
    private static string? Attribute(XmlReader node, string name)
    {
        string? value = null;
        for (var i = 0; i < node.AttributeCount; i++)
        {
            node.MoveToAttribute(i);
            value = node.LocalName == name ? node.Value : value;
        }

        _ = node.MoveToElement();
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    private string? Name(string? agent) => agent is null ? null : _agents.GetValueOrDefault(agent, agent);

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
