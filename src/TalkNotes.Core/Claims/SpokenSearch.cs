using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>The searches behind a not-said verdict, run over one transcript with the variants of the search box.</summary>
internal sealed class SpokenSearch
{
    private const int MostFound = 50;

    private readonly TranscriptSearch _search;

    /// <summary>A search of one version of a transcript.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="glossary">Names and terms with their variants.</param>
    /// <param name="people">Groups of names that stand for the same person.</param>
    public SpokenSearch(TranscriptWords transcript, Glossary glossary, IEnumerable<IReadOnlyList<string>> people) =>
        _search = new TranscriptSearch([.. transcript.Segments.Select(s => Readings.Corrected(s.Text, s.Readings))], glossary, people);

    /// <summary>What a query finds, in reading order, each place as its words; a search that finds more than fifty says nothing.</summary>
    public IReadOnlyList<string> Find(string query) => [.. Places(query).Select(p => p.Words)];

    /// <summary>The same places with their segments.</summary>
    public IReadOnlyList<TranscriptPlace> Places(string query) => [.. _search.Find(query).Take(MostFound)];
}
