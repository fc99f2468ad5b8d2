using System.Collections.Frozen;

namespace TalkNotes.Core.Text;

/// <summary>English words that say little about what a text is about. They count in phrases and are left out of loose searches.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> All = """
        a about after all also am an and any are as at be because been before being but by can can't could did didn't do does doesn't
        doing don't down for from get go going got had has have he her here him his how i if in into is isn't it its just kind know
        let like lot may me might more most much my no not now of off ok okay on one only or other our out over really right said say
        she should so some something sort such than that the their them then there these they they're thing things think this those
        through to too uh um up us very vs versus was way we we're we've well were what when where which while who why will with
        would yeah yes you you're you've your
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
