using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>A piece of text that a page shows as a line or paragraph of its own.</summary>
/// <param name="Tag">The block element whose start stands before it (<c>p</c>, <c>li</c>, <c>h1</c>), or empty.</param>
/// <param name="Text">Its words, white space collapsed.</param>
/// <param name="Lines">Where they stand in the file.</param>
internal readonly record struct HtmlBlock(string Tag, string Text, LineSpan Lines);

/// <summary>
/// The text of an HTML page in blocks, as a browser would show it: scripts, pictures and navigation are left out. Works on
/// the tokens, not on a tree, so each block keeps its lines and no nesting costs more than its length.
/// </summary>
internal sealed class HtmlPage
{
    private static readonly HashSet<string> BlockTags =
    [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tr", "ul",
    ];

    /// <summary>Elements whose text is not the page's, or only leads elsewhere.</summary>
    private static readonly string[] SkippedTags = ["nav", "footer", "button", "select", "svg", "template", "noscript", "iframe", "object", "form", "dialog"];

    /// <summary>Elements that a page, or a piece of one, begins with.</summary>
    private static readonly HashSet<string> FirstTags =
        ["meta", "title", "main", "article", "section", "div", "p", "h1", "h2", "ul", "ol", "table", "span", "cite", "time"];

    private readonly List<HtmlBlock> _blocks = [];
    private readonly Dictionary<string, HtmlBlock> _stated = new(StringComparer.OrdinalIgnoreCase);
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _skip;
    private readonly string[] _alsoBlocks;
    private string _source = "";
    private int _counted;
    private int _line = 1;
    private string _tag = "";
    private LineSpan? _lines;
    private string? _skipping;
    private int _depth;
    private int _pre;
    private bool _blank;

    private HtmlPage(HashSet<string> skip, string[] alsoBlocks) => (_skip, _alsoBlocks) = (skip, alsoBlocks);

    /// <summary>The blocks in order.</summary>
    public IReadOnlyList<HtmlBlock> Blocks => _blocks;

    /// <summary>What the head states: <c>title</c>, <c>lang</c>, <c>canonical</c> and the names of <c>meta</c> (<c>og:title</c>); the first of each.</summary>
    public IReadOnlyDictionary<string, HtmlBlock> Stated => _stated;

    /// <summary>Whether a file begins as a whole HTML page or another XML file does.</summary>
    public static bool IsPage(SourceText source) => IsHtml(source) || XmlNodes.Root(source) is "tt" or "timedtext" or "transcript";

    /// <summary>
    /// Whether a file is an HTML page, or begins as a piece of one and is mostly mark-up; Markdown may begin with a tag too.
    /// </summary>
    public static bool IsHtml(SourceText source)
    {
        var root = XmlNodes.Root(source)?.ToLowerInvariant();
        if (root is null or "html" or "head" or "body")
        {
            return root is not null;
        }

        var lines = source.Lines.Take(200).Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        return FirstTags.Contains(root) && lines.Count(l => l.AsSpan().TrimStart().StartsWith("<")) * 2 >= lines.Count;
    }

    /// <summary>Whether a line of another text is nothing but tags: <c>&lt;details&gt;</c>, <c>&lt;br&gt;&lt;/p&gt;</c>, <c>&lt;summary&gt;More&lt;/summary&gt;</c>.</summary>
    public static bool IsTags(string line)
    {
        var rest = line.AsSpan().Trim();
        if (rest.StartsWith("<summary", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        while (rest.Length > 2 && rest[0] == '<' && (char.IsAsciiLetter(rest[1]) || rest[1] == '/') && rest.IndexOf('>') is var close && close > 0 && !rest[..close].Contains("://", StringComparison.Ordinal))
        {
            rest = rest[(close + 1)..].TrimStart();
            if (rest.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a page.</summary>
    /// <param name="source">The file.</param>
    /// <param name="alsoBlocks">Elements that stand for themselves here, though a browser shows them within a line.</param>
    public static HtmlPage Read(SourceText source, params string[] alsoBlocks)
    {
        var skip = new HashSet<string>(SkippedTags, StringComparer.Ordinal);
        while (true)
        {
            var page = new HtmlPage(skip, alsoBlocks);
            page.Run(source.Text.Replace('\r', ' ')); // positions stay, and only LF ends a line
            if (page._skipping is null || !skip.Remove(page._skipping))
            {
                return page; // a script that is never closed reaches to the end, as in a browser
            }
        }
    }

    private void Run(string text)
    {
        _source = text;
        using var input = new TextSource(text);
        var tokenizer = new HtmlTokenizer(input, HtmlEntityProvider.Resolver);
        for (HtmlToken token; (token = tokenizer.Get()).Type != HtmlTokenType.EndOfFile;)
        {
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    tokenizer.State = token.Name switch
                    {
                        "script" => HtmlParseMode.Script,
                        "style" or "xmp" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
                        "title" or "textarea" => HtmlParseMode.RCData,
                        _ => tokenizer.State,
                    };
                    Start(token.AsTag(), LineAt(token.Position.Index));
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
                case HtmlTokenType.Character when _skipping is null:
                    Words(token.Data, LineAt(token.Position.Index));
                    break;
            }
        }

        Flush();
    }

    /// <summary>The line of a position; positions come in order. (The tokens' own line numbers end at 65,535.)</summary>
    private int LineAt(int position)
    {
        position = Math.Clamp(position, _counted, _source.Length);
        _line += _source.AsSpan(_counted, position - _counted).Count('\n');
        _counted = position;
        return _line;
    }

    private void Start(HtmlTagToken tag, int line)
    {
        var name = tag.Name;
        if (_skipping is not null)
        {
            _depth += name == _skipping && !tag.IsSelfClosing ? 1 : 0;
            return;
        }

        switch (name)
        {
            case "meta" when tag.GetAttribute("content") is { Length: > 0 } content:
                State(tag.GetAttribute("property") is { Length: > 0 } property ? property : tag.GetAttribute("name"), content, line);
                break;
            case "link" when tag.GetAttribute("rel") == "canonical":
                State("canonical", tag.GetAttribute("href"), line);
                break;
            case "html":
                State("lang", tag.GetAttribute("lang"), line);
                break;
            case "script" or "style" or "textarea" or "xmp" or "noembed" or "noframes":
                _skipping = name;
                return;
            case "title":
                Flush();
                _tag = "title";
                return;
            case "td" or "th" when _text.Length > 0:
                _text.Append('\t');
                _blank = false;
                break;
        }

        if (_skip.Contains(name) && !tag.IsSelfClosing)
        {
            Flush();
            (_skipping, _depth) = (name, 0);
        }
        else if (IsBlock(name))
        {
            Flush();
            _tag = name == "br" ? _tag : name;
            _pre += name == "pre" ? 1 : 0;
        }
    }

    private void End(string name)
    {
        if (_skipping is not null)
        {
            _skipping = name == _skipping && --_depth < 0 ? null : _skipping;
            _depth = Math.Max(_depth, 0);
            return;
        }

        if (name == "title" && _tag == "title")
        {
            var (title, lines) = (_text.ToString(), _lines);
            _text.Clear();
            (_lines, _tag) = (null, "");
            State("title", title, lines?.First ?? 1);
        }
        else if (IsBlock(name))
        {
            Flush();
            _tag = "";
            _pre = Math.Max(0, _pre - (name == "pre" ? 1 : 0));
        }
    }

    private void Words(string data, int line)
    {
        foreach (var c in data)
        {
            if (c == '\n' && _pre > 0)
            {
                Flush();
            }

            if (char.IsWhiteSpace(c))
            {
                _blank = true;
                line += c == '\n' ? 1 : 0;
                continue;
            }

            if (_blank && _text.Length > 0 && _text[^1] != '\t')
            {
                _text.Append(' ');
            }

            _blank = false;
            _text.Append(c);
            _lines = _lines?.Through(new LineSpan(line)) ?? new LineSpan(line);
        }
    }

    private void Flush()
    {
        if (_lines is { } lines)
        {
            _blocks.Add(new HtmlBlock(_tag, _text.ToString().TrimEnd('\t'), lines));
        }

        _text.Clear();
        (_lines, _blank) = (null, false);
    }

    private void State(string? key, string? value, int line)
    {
        if (!string.IsNullOrWhiteSpace(key) && !string.IsNullOrWhiteSpace(value))
        {
            _ = _stated.TryAdd(key, new HtmlBlock("", string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), new LineSpan(line)));
        }
    }

    private bool IsBlock(string name) => BlockTags.Contains(name) || _alsoBlocks.Contains(name);
}
