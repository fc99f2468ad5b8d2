namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Lines that are nothing but a speaker's name, above what is said:
/// <code>
/// Jo Winter
/// Why fold?
/// </code>
/// A short line may be speech or a heading too, so the whole transcript decides: names recur, and stand above many lines.
/// </summary>
internal sealed class LoneNames
{
    private const double SomeLines = 0.1;
    private const double ManyLines = 0.3;

    private readonly HashSet<string> _names;

    private LoneNames(IEnumerable<string> names) => _names = new HashSet<string>(names, StringComparer.Ordinal);

    /// <summary>No names at all.</summary>
    public static LoneNames None { get; } = new([]);

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>Decides which lines of a transcript, without their times, are names.</summary>
    public static LoneNames Among(IEnumerable<string> contents)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        string? before = null;
        foreach (var content in contents.Where(c => !string.IsNullOrWhiteSpace(c)))
        {
            all++;
            if (before is not null && !LooksLikeName(content))
            {
                counts[before] = counts.GetValueOrDefault(before) + 1; // something is said below
            }

            before = LooksLikeName(content) ? Bare(content) : null;
        }

        var telling = counts.Where(c => SpeakerLabel.IsTellingName(c.Key)).ToList();
        var again = counts.Where(c => c.Value >= 2).ToList();
        var tellingAgain = again.Where(c => SpeakerLabel.IsTellingName(c.Key)).Sum(c => c.Value);
        var sum = again.Sum(c => c.Value);
        var govern = (tellingAgain >= 3 && tellingAgain >= SomeLines * all)
            || (again.Count > 0 && telling.Sum(c => c.Value) >= 3 && telling.Sum(c => c.Value) >= ManyLines * all)
            || (sum >= 4 && again.Count >= 2 && sum >= ManyLines * all);
        return govern ? new LoneNames(again.Concat(telling).Select(c => c.Key)) : None;
    }

    /// <summary>Whether a line is one of the names.</summary>
    public bool TryRead(string line, out string name)
    {
        name = Bare(line);
        return _names.Contains(name);
    }

    private static bool LooksLikeName(string line)
    {
        var name = Bare(line);
        return name.Length is > 0 and <= 40 && (name.Length > 1 || char.IsUpper(name[0])) && name[^1] != ',' && (name[^1] != '.' || IsShortened(name)) && name.Count(char.IsWhiteSpace) < 6
            && SpeakerLabel.HasShape(name) && SpeakerLabel.IsName(name) && !PageHeadings.TryRead(line, out _, out _);
    }

    /// <summary>Whether the point at the end is that of an initial or of <c>Jr.</c>, not of a sentence.</summary>
    public static bool IsShortened(string name) => name.Length < 4 || name[^3] == ' ' || name[^4] == ' ';

    private static string Bare(string line) => SpeakerLabel.Undecorated(line.Trim().TrimEnd('*', '_').TrimEnd(':', '：', ' '));
}
