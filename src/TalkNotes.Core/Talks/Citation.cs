using System.Globalization;
using System.Text;

namespace TalkNotes.Core.Talks;

/// <summary>
/// Words of a talk, ready to quote. What is not known is left out or said to be missing ("n.d."), never filled in;
/// a date of transcription or retrieval is not a date of publication.
/// </summary>
public sealed record Citation
{
    /// <summary>Slug of the talk, the key of the BibTeX entry.</summary>
    public required string Slug { get; init; }

    /// <summary>Title of the talk, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Show, or null.</summary>
    public string? Show { get; init; }

    /// <summary>Date of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who spoke these words, by the labels of the transcript; empty when they are not labelled.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The place: <c>1:58–2:12</c> or <c>¶ 174</c>; null for the whole talk.</summary>
    public string? Place { get; init; }

    /// <summary>The words, verbatim; null for the whole talk.</summary>
    public string? Words { get; init; }

    /// <summary>Address where the words can be read or heard.</summary>
    public required string Link { get; init; }

    /// <summary>The segments of a passage (<c>s118-s124</c>), which tell its entry from others of the talk; null for the whole talk.</summary>
    public string? Part { get; init; }

    /// <summary>The key of its entry in bibliographies: slug, year, and part.</summary>
    public string Key => $"{Slug}{(Published is { } p ? p.Year.ToString(CultureInfo.InvariantCulture) : "")}{(Part is null ? "" : "-" + Part)}";

    private string Name => Title ?? "Untitled talk";

    /// <summary>One line: <c>“words” (speaker, title, show, date, place, link)</c>.</summary>
    public string Plain()
    {
        var source = List([.. Speakers, Name, Show, Day(), Place, Link]);
        return Words is null ? source : $"“{Words}” ({source})";
    }

    /// <summary>A Markdown block quote with its source under it.</summary>
    public string Markdown()
    {
        var source = List([.. Speakers.Select(Escape), $"[{Escape(Name)}]({Link})", Show is null ? null : $"*{Escape(Show)}*", Day(), Place]);
        return Words is null ? source : $"> {Escape(Words)}\n>\n> {source}";
    }

    /// <summary>APA, 7th edition: <c>Pachocki, J. (2025, May 1). Title [Transcript]. Show. link (1:58)</c>.</summary>
    public string Apa()
    {
        var date = Published is { } d ? d.ToString("yyyy, MMMM d", CultureInfo.InvariantCulture) : "n.d.";
        var title = $"{Name} [Transcript]";
        var names = Speakers.Select(ApaName).ToList();
        var authors = names.Count < 2 ? string.Concat(names) : string.Join(", ", names.SkipLast(1)) + ", & " + names[^1];
        var head = authors.Length == 0 ? $"{title}. ({date})." : $"{WithStop(authors)} ({date}). {title}.";
        return $"{head} {(Show is null ? "" : Show + ". ")}{Link}{(Place is null ? "" : $" ({Place})")}";
    }

    /// <summary>Chicago, 17th edition, as a note: <c>Jakub Pachocki, “Title,” Show, May 1, 2025, 1:58, link.</c></summary>
    public string Chicago()
    {
        var date = Published?.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture) ?? "undated";
        var speakers = Speakers.Count < 2 ? string.Concat(Speakers) : string.Join(", ", Speakers.SkipLast(1)) + " and " + Speakers[^1];
        var after = List([Show, date, Place, Link]);
        return $"{(speakers.Length == 0 ? "" : speakers + ", ")}“{Name},” {after}.";
    }

    /// <summary>A BibTeX entry of type <c>misc</c>.</summary>
    public string BibTex()
    {
        var entry = new StringBuilder($"@misc{{{Key},\n");
        Field("author", Speakers.Count == 0 ? null : string.Join(" and ", Speakers.Select(s => $"{{{TeX(s)}}}")));
        Field("title", $"{{{TeX(Name)}}}");
        Field("howpublished", Show is null ? null : TeX(Show));
        Field("year", Published?.ToString("yyyy", CultureInfo.InvariantCulture));
        if (Published is { } day)
        {
            // a macro of BibTeX, not a word: styles and biblatex know it as a month
            entry.Append(CultureInfo.InvariantCulture, $"  month = {day.ToString("MMM", CultureInfo.InvariantCulture).ToLowerInvariant()},\n");
        }

        Field("url", Link.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal));
        Field("note", Place is null ? "Transcript" : $"Transcript, {Place}");
        return entry.Append('}').ToString();

        void Field(string name, string? value)
        {
            if (value is not null)
            {
                entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
            }
        }
    }

    private static string List(IEnumerable<string?> parts) => string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string WithStop(string text) => text.EndsWith('.') ? text : text + ".";

    private string? Day() => Published?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>Hunter Lightman</c> → <c>Lightman, H.</c>; a name of one word, or in another script, stays whole.</summary>
    private static string ApaName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 || !char.IsUpper(words[^1][0])
            ? name
            : $"{words[^1]}, {string.Join(' ', words.SkipLast(1).Select(w => w[..1] + "."))}";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string TeX(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => escaped.Append('\\').Append(c),
                '\\' => escaped.Append("\\textbackslash{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
