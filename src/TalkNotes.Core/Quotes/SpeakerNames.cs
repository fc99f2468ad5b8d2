using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>What the source says about the name that a quotation is given to.</summary>
public enum SpeakerCheck
{
    /// <summary>No name was given.</summary>
    NotNamed,

    /// <summary>The source marks no speaker on the passage, or only a role.</summary>
    NotMarked,

    /// <summary>The passage is marked with the same name.</summary>
    Same,

    /// <summary>The passage is marked with another name.</summary>
    Other,

    /// <summary>Most of the passage is marked with the same name, a good part of it with another.</summary>
    Partly,
}

/// <summary>Compares names as people write them: surname alone, first name alone, a slip of the pen, an alias.</summary>
internal sealed class SpeakerNames
{
    private static readonly string[] Roles =
        ["host", "guest", "speaker", "unknown", "audience", "narrator", "interviewer", "interviewee", "announcer", "moderator", "voiceover", "member", "participant", "caller"];

    private static readonly string[] Titles = ["dr", "prof", "professor", "mr", "mrs", "ms", "sir"];

    private readonly Dictionary<string, string> _byAlias;

    /// <summary>No aliases.</summary>
    public static SpeakerNames Plain { get; } = new([]);

    /// <summary>Takes pairs of an alias and the name it stands for.</summary>
    public SpeakerNames(IEnumerable<(string Alias, string Name)> aliases) =>
        _byAlias = aliases.GroupBy(a => Folded(a.Alias), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);

    /// <summary>Whether a label names a person, not a role such as "Host" or "Speaker 1".</summary>
    public static bool IsPerson(string label)
    {
        var words = Parts(label);
        return words.Count > 0 && !words.TrueForAll(w => Roles.Contains(w, StringComparer.Ordinal) || w.Length == 1 || int.TryParse(w, out _));
    }

    /// <summary>Whether two names may be one person: every word of the shorter is in the longer, an initial or one letter aside.</summary>
    public bool Same(string a, string b)
    {
        var (x, y) = (Parts(Resolve(a)), Parts(Resolve(b)));
        var (shorter, longer) = x.Count <= y.Count ? (x, y) : (y, x);
        return shorter.Count > 0 && shorter.TrueForAll(s => longer.Exists(l => Alike(s, l, shorter.Count > 1)));
    }

    private string Resolve(string name) => _byAlias.GetValueOrDefault(Folded(name), name);

    private static string Folded(string name) => string.Join(' ', Parts(name));

    /// <summary>The words of a name without titles, unless nothing but an initial would be left.</summary>
    private static List<string> Parts(string name)
    {
        var words = Words.Of(name).ConvertAll(w => w.Folded);
        var untitled = words.FindAll(w => !Titles.Contains(w, StringComparer.Ordinal));
        return untitled.Exists(w => w.Length > 1) ? untitled : words;
    }

    private static bool Alike(string a, string b, bool initials) => a == b
        || (initials && (a.Length == 1) != (b.Length == 1) && a[0] == b[0])
        || (Math.Min(a.Length, b.Length) >= 5 && EditDistance.Between(a, b, 1) <= 1);
}
