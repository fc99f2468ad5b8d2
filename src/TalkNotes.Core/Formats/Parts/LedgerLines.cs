using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>For structured files, where several parts may share a line: the first one to come owns it.</summary>
internal static class LedgerLines
{
    /// <summary>Uses the lines of a span that have no owner yet.</summary>
    public static void UseFree(this LineLedger ledger, LineSpan lines, string owner)
    {
        for (var line = lines.First; line <= lines.Last; line++)
        {
            if (ledger.IsFree(line))
            {
                ledger.Use(new LineSpan(line), owner);
            }
        }
    }

    /// <summary>Names the lines of a span that have no owner yet as furniture.</summary>
    public static void ChromeFree(this LineLedger ledger, LineSpan lines, string rule)
    {
        for (var line = lines.First; line <= lines.Last; line++)
        {
            if (ledger.IsFree(line))
            {
                ledger.Chrome(new LineSpan(line), rule);
            }
        }
    }
}
