using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>A source together with what its format understood of it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Format">The format that was chosen.</param>
/// <param name="Match">Why.</param>
/// <param name="Document">What it understood.</param>
/// <param name="Ledger">Who owns each line; closed: what is unrecognised stays so.</param>
public sealed record ParsedSource(SourceText Source, ISourceFormat Format, FormatMatch Match, TalkDocument Document, LineLedger Ledger);
