using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>The words of one transcript.</summary>
internal sealed class TranscriptVocabulary : Vocabulary
{
    private readonly IReadOnlyDictionary<string, bool> _terms;
    private readonly Lazy<ILookup<string, string>> _bySound;
    private readonly Lazy<HashSet<string>> _stems;

    public TranscriptVocabulary(string text, List<Token> tokens)
    {
        var collector = new TermCollector();
        collector.Add(text, tokens);
        _terms = collector.Terms;
        _bySound = new(() => _terms.Keys.ToLookup(SoundKey.Of, StringComparer.Ordinal));
        _stems = new(() => _terms.Keys.Select(Tokens.StemOf).ToHashSet(StringComparer.Ordinal));
    }

    /// <inheritdoc />
    public override HashSet<string> Known(IEnumerable<string> words) => words.Where(_terms.ContainsKey).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc />
    public override bool HasStem(string stem) => _stems.Value.Contains(stem);

    /// <inheritdoc />
    protected override IEnumerable<string> OfSound(string sound, bool namesOnly) => _bySound.Value[sound].Where(t => !namesOnly || _terms[t]);
}
