using System.Globalization;

namespace TalkNotes.Benchmarks;

/// <summary>What is asked of a library of ten thousand talks, beside what was measured.</summary>
internal sealed class Limits
{
    private readonly List<(string What, double Most, string Unit, double Measured, string Where)> _rows = [];

    /// <summary>Notes a figure that must stay below a limit; of several of the same name the worst is kept.</summary>
    public void Add(string what, double most, string unit, double measured, string where = "")
    {
        var known = _rows.FindIndex(r => r.What == what);
        if (known < 0)
        {
            _rows.Add((what, most, unit, measured, where));
        }
        else if (measured > _rows[known].Measured)
        {
            _rows[known] = (what, most, unit, measured, where);
        }
    }

    /// <summary>One row a limit.</summary>
    public void Print(Action<string[]> heading, Action<string[]> say)
    {
        heading(["limit", "asked", "measured", "met", "worst of"]);
        foreach (var (what, most, unit, measured, where) in _rows)
        {
            say([what, string.Create(CultureInfo.InvariantCulture, $"< {most:N0} {unit}"), string.Create(CultureInfo.InvariantCulture, $"{measured:N1} {unit}"), measured < most ? "yes" : "no", where]);
        }
    }
}
