using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>A source together with what its format understood of it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Format">The format that was chosen.</param>
/// <param name="Match">Why.</param>
/// <param name="Document">What it understood.</param>
/// <param name="Ledger">Who owns each line; closed: what is unrecognised stays so.</param>
/// <param name="Revision">
/// What must change before the same bytes are worth reading again: the format's revision; where only the last resort
/// knew the source, the fingerprint of all formats, since any of them may have learned to know it.
/// </param>
public sealed record ParsedSource(SourceText Source, ISourceFormat Format, FormatMatch Match, TalkDocument Document, LineLedger Ledger, int Revision);
