using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>What to ask instead: the nearest spelling that occurs, or the right name of what captions mishear.</summary>
internal sealed class SearchHelp(LibraryVocabulary vocabulary, Glossary glossary)
{
    private const int MostWords = 8;

    /// <summary>The query put right, or null when there is nothing to put right.</summary>
    public string? DidYouMean(SearchQuery query)
    {
        var words = query.Groups.SelectMany(g => g.Alternatives).OfType<WordsTerm>().SelectMany(w => w.Forms).ToList();
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in glossary.Find(words, heard: true).Where(m => m.Form == GlossaryForm.Heard && m.Count == 1))
        {
            replaced[words[match.First]] = match.Entry.Term;
        }

        var known = vocabulary.Known(words);
        foreach (var word in words.Where(w => !replaced.ContainsKey(w) && !known.Contains(w) && glossary.Find([w]).Count == 0).Distinct(StringComparer.Ordinal).Take(MostWords))
        {
            if (!vocabulary.HasStem(Tokens.StemOf(word)) && vocabulary.Nearest(word) is { } nearest)
            {
                replaced[word] = AsMeant(nearest);
            }
        }

        return replaced.Count == 0 ? null : SearchQueryText.Write(Replace(query, replaced));
    }

    /// <summary>The name that captions mishear as this word, in as many words; else the word.</summary>
    private string AsMeant(string word) =>
        glossary.Find([word], heard: true).FirstOrDefault(m => m.Form == GlossaryForm.Heard).Entry is { } entry
            ? entry.Names.Where(n => Tokens.Of(n).Count == 1).OrderBy(n => EditDistance.Between(Tokens.Of(n)[0].Form, word, word.Length)).FirstOrDefault(word)
            : word;

    private static SearchQuery Replace(SearchQuery query, Dictionary<string, string> replaced) => query with
    {
        Groups = [.. query.Groups.Select(g => new SearchGroup([.. g.Alternatives.Select(t => t is WordsTerm words
            ? words with { Forms = [.. words.Forms.Select(f => replaced.GetValueOrDefault(f, f))] }
            : t)]))],
    };
}
