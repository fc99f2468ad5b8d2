namespace TalkNotes.Core.Evidence;

/// <summary>A claim as ranking sees it.</summary>
internal sealed class ClaimQuery
{
    public ClaimQuery(string text)
    {
        Words = Text.Words.Of(text).ConvertAll(w => w.Folded);
        Terms = Evidence.Terms.Of(Words).ConvertAll(t => t.Text);
        Distinct = [.. Terms.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All words, folded.</summary>
    public List<string> Words { get; }

    /// <summary>Its terms in order, with repeats.</summary>
    public List<string> Terms { get; }

    /// <summary>Its terms, each once, in order of first use.</summary>
    public List<string> Distinct { get; }
}
