using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// A table in notes. Under a column "Claim" each row is a claim, with the marker of a column "Status"; any other table is kept
/// and claims nothing.
/// <code>
/// | Claim | Status |
/// |---|---|
/// | Distillation is necessary. | Unverified |
/// </code>
/// </summary>
internal sealed class NotesTable(TalkBuilder talk)
{
    private static readonly string[] ClaimColumns = ["claim", "claims", "statement", "key claim", "主張", "观点"];
    private static readonly string[] MarkerColumns = ["status", "verification", "verified", "verified?", "marker", "状態", "ステータス", "状态"];

    private int _last;
    private int _claim = -1;
    private int _marker = -1;

    /// <summary>Takes a line that begins with <c>|</c>.</summary>
    public void Take(int line, string? heading)
    {
        var cells = Cells(talk[line]);
        if (_last != line - 1)
        {
            _claim = cells.FindIndex(c => ClaimColumns.Contains(c, StringComparer.OrdinalIgnoreCase));
            _marker = cells.FindIndex(c => MarkerColumns.Contains(c, StringComparer.OrdinalIgnoreCase));
        }
        else if (_claim >= 0 && _claim < cells.Count && cells[_claim].Any(char.IsLetterOrDigit))
        {
            var (claim, own) = StatusMarkers.Split(cells[_claim]);
            var marker = _marker >= 0 && _marker < cells.Count && cells[_marker].Length > 0 ? cells[_marker].Trim('[', ']') : own;
            talk.AddClaim(ClaimKind.Claim, heading, claim, new LineSpan(line), marker);
        }

        _last = line;
        talk.Use(line, "table");
    }

    private static List<string> Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => Markdown.Plain(c))];
}
