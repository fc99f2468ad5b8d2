using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TalkNotes.Core.Text;

/// <summary>
/// Terms and people with their variants, read from <c>glossary.yaml</c>: a list of entries with <c>term</c> and,
/// optionally, <c>kind</c>, <c>also</c>, <c>heard</c> and <c>short</c> (see <see cref="GlossaryEntry"/>).
/// Variants may be phrases. Pure: nothing here rewrites a transcript.
/// </summary>
public sealed class Glossary
{
    /// <summary>No entries.</summary>
    public static readonly Glossary Empty = new([], []);

    /// <summary>Stream, document, list, entry, list of forms, and some to spare.</summary>
    private const int DeepestNesting = 16;

    private readonly Dictionary<string, List<Variant>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>A glossary of these entries.</summary>
    public Glossary(IEnumerable<GlossaryEntry> entries)
        : this([.. entries], [])
    {
    }

    private Glossary(ImmutableArray<GlossaryEntry> entries, ImmutableArray<string> problems)
    {
        Entries = entries;
        Problems = problems;
        foreach (var entry in entries)
        {
            Index(entry, entry.Names, GlossaryForm.Name);
            Index(entry, entry.Heard, GlossaryForm.Heard);
            Index(entry, entry.Short, GlossaryForm.Short);
        }
    }

    /// <summary>The entries, as the file orders them.</summary>
    public ImmutableArray<GlossaryEntry> Entries { get; }

    /// <summary>What in the file was not understood, one sentence each with its line; the rest is used.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Reads YAML. Never throws: what is not understood becomes a problem.</summary>
    public static Glossary Parse(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var stream = new YamlStream();
        try
        {
            if (LineNestedTooDeep(yaml) is { } line)
            {
                return new Glossary([], [$"Line {line}: lists stand in lists deeper than any entry needs"]);
            }

            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            return new Glossary([], [$"Line {e.Start.Line}: this is not YAML: {e.Message}"]);
        }
        catch (InvalidOperationException)
        {
            // the library's own stumble over a list that is opened and never closed
            return new Glossary([], ["This is not YAML: a list in brackets is not closed, or a line below it stands too far left"]);
        }

        if (stream.Documents.Count == 0)
        {
            return Empty;
        }

        if (stream.Documents[0].RootNode is not YamlSequenceNode list)
        {
            return new Glossary([], ["Line 1: a list of entries is expected, each starting with '- term: …'"]);
        }

        var entries = ImmutableArray.CreateBuilder<GlossaryEntry>();
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var node in list.Children)
        {
            if (ReadEntry(node, problems) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return new Glossary(entries.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Where the text nests deeper than entries do: loading it would go as deep, and a stack has an end. Null for a sound one.</summary>
    private static long? LineNestedTooDeep(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext(); depth += parser.Current!.NestingIncrease)
        {
            if (depth > DeepestNesting)
            {
                return parser.Current!.Start.Line;
            }
        }

        return null;
    }

    /// <summary>
    /// The entries that a sequence of <see cref="Token.Form"/>s names, from left to right, the longest first, without
    /// overlaps.
    /// </summary>
    /// <param name="forms">The words.</param>
    /// <param name="heard">Whether misheard forms count as well; short forms never do.</param>
    public List<GlossaryMatch> Find(IReadOnlyList<string> forms, bool heard = false)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var matches = new List<GlossaryMatch>();
        for (var i = 0; i < forms.Count;)
        {
            if (LongestAt(forms, i, heard) is not { } match)
            {
                i++;
                continue;
            }

            matches.Add(match);
            i += match.Count;
        }

        return matches;
    }

    private GlossaryMatch? LongestAt(IReadOnlyList<string> forms, int start, bool heard)
    {
        if (!_byFirstWord.TryGetValue(forms[start], out var variants))
        {
            return null;
        }

        GlossaryMatch? best = null;
        foreach (var variant in variants)
        {
            var counts = variant.Form == GlossaryForm.Name || (heard && variant.Form == GlossaryForm.Heard);
            if (counts && variant.Words.Count > (best?.Count ?? 0) && StandsAt(variant.Words, forms, start))
            {
                best = new GlossaryMatch(variant.Entry, variant.Form, start, variant.Words.Count);
            }
        }

        return best;
    }

    private static bool StandsAt(List<string> words, IReadOnlyList<string> forms, int start)
    {
        if (start + words.Count > forms.Count)
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] != forms[start + i])
            {
                return false;
            }
        }

        return true;
    }

    private void Index(GlossaryEntry entry, IEnumerable<string> spellings, GlossaryForm form)
    {
        foreach (var spelling in spellings)
        {
            var words = Tokens.Forms(spelling);
            if (words.Count == 0)
            {
                continue;
            }

            if (!_byFirstWord.TryGetValue(words[0], out var variants))
            {
                _byFirstWord[words[0]] = variants = [];
            }

            variants.Add(new Variant(entry, form, words));
        }
    }

    private static GlossaryEntry? ReadEntry(YamlNode node, ImmutableArray<string>.Builder problems)
    {
        if (node is not YamlMappingNode map)
        {
            problems.Add($"Line {node.Start.Line}: an entry starts with 'term:'");
            return null;
        }

        var term = Scalar(map, "term");
        if (string.IsNullOrWhiteSpace(term))
        {
            problems.Add($"Line {node.Start.Line}: the entry has no 'term'");
            return null;
        }

        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => k.Value is not ("term" or "kind" or "also" or "heard" or "short")))
        {
            problems.Add($"Line {key.Start.Line}: '{key.Value}' is not one of term, kind, also, heard, short");
        }

        return new GlossaryEntry
        {
            Term = term.Trim(),
            Kind = Scalar(map, "kind"),
            Also = List(map, "also"),
            Heard = List(map, "heard"),
            Short = List(map, "short"),
        };
    }

    private static string? Scalar(YamlMappingNode map, string key) => (Child(map, key) as YamlScalarNode)?.Value;

    private static ImmutableArray<string> List(YamlMappingNode map, string key) => Child(map, key) switch
    {
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(v => v.Value?.Trim() ?? "").Where(v => v.Length > 0)],
        YamlScalarNode { Value: { Length: > 0 } one } => [one.Trim()],
        _ => [],
    };

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: var name } && name == key).Value;

    private sealed record Variant(GlossaryEntry Entry, GlossaryForm Form, List<string> Words);
}
