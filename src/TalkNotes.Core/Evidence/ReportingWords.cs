using System.Collections.Frozen;

namespace TalkNotes.Core.Evidence;

/// <summary>Words with which a note speaks about the talk ("the host explains", "discusses whether"): nobody said them.</summary>
internal static class ReportingWords
{
    private const double Reported = 0.25;

    private static readonly FrozenSet<string> All = """
        acknowledge address argue assert claim conclude describe discuss elaborate emphasize episode examine explain explore express
        guest highlight host interviewer mention note observe outline recount remark researcher speaker state stress suggest talk
        underline underscore video
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Terms.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How much a term of a claim counts: all of it, or a quarter.</summary>
    public static double Share(string term) => All.Contains(term) ? Reported : 1;
}
