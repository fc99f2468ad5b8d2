using System.Globalization;

namespace TalkNotes.Evaluation;

/// <summary>Options of a verb: <c>--name value</c>.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string this[string name, string otherwise] => _values.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) => int.Parse(this[name, otherwise.ToString(CultureInfo.InvariantCulture)], CultureInfo.InvariantCulture);

    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            options._values[args[i].TrimStart('-')] = args[i + 1];
        }

        return options;
    }
}
