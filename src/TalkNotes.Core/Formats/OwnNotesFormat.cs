using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// Notes that this program wrote and a person edited: front matter that names the talk, every bullet a claim.
/// <code>
/// ---
/// talknotes: "a-talk"
/// ---
/// - Pre-training is still valuable. [Unverified] ^k3ab7q2xyz
/// </code>
/// </summary>
public sealed class OwnNotesFormat : ISourceFormat
{
    /// <summary>The front matter's key that tells these notes from all others.</summary>
    internal const string Key = "talknotes";

    /// <inheritdoc />
    public string Id => FormatIds.OwnNotes;

    /// <inheritdoc />
    public string Name => "Notes of TalkNotes";

    /// <inheritdoc />
    public int Revision => 1;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source) =>
        IsOwn(source) ? new FormatMatch(MatchStrength.Certain, $"front matter with the key '{Key}'") : FormatMatch.None;

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        var talk = new TalkBuilder(source, ledger);
        talk.Stated.NotesOrigin = Origin.Person;
        var top = FrontMatter.Read(source, talk) + 1;
        new NotesReader(talk, isOwn: true).Read(top);
        return talk.Build();
    }

    /// <summary>Whether the front matter says so.</summary>
    internal static bool IsOwn(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Lines.Take(FrontMatter.End(source)).Any(l => l.StartsWith(Key + ":", StringComparison.Ordinal));
    }
}
