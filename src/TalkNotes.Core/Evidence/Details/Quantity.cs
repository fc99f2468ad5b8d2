namespace TalkNotes.Core.Evidence.Details;

/// <summary>What a quantity measures.</summary>
internal enum QuantityKind
{
    Number,
    Percent,
    Money,
    Duration,
    Year,
}

/// <summary>A number in words or digits, with its unit.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Value">Its value: 1,500,000 for "1.5 million"; the year for a year.</param>
/// <param name="Unit">For a duration the unit in the singular (<c>month</c>), else null.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word, unit included.</param>
/// <param name="InDigits">Whether it is written in digits.</param>
internal readonly record struct Quantity(QuantityKind Kind, double Value, string? Unit, int First, int Last, bool InDigits)
{
    private static readonly (string Unit, double Days)[] Units =
        [("second", 1.0 / 86400), ("minute", 1.0 / 1440), ("hour", 1.0 / 24), ("day", 1), ("week", 7), ("month", 30.4), ("quarter", 91.3), ("year", 365), ("decade", 3650)];

    /// <summary>The unit of time that a folded word names, in the singular; null for other words.</summary>
    public static string? UnitOfTime(string folded)
    {
        foreach (var (unit, _) in Units)
        {
            if (folded.StartsWith(unit, StringComparison.Ordinal) && (folded.Length == unit.Length || (folded.Length == unit.Length + 1 && folded[^1] == 's')))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether both give the same value, however it is written: 80 and 80 %, 4.1 and 41 (captions drop the point), two
    /// years and 24 months, 0.5 and 50 %.
    /// </summary>
    public bool Agrees(Quantity other)
    {
        if (Unit is not null && other.Unit is not null)
        {
            return Math.Abs(Days(this) - Days(other)) <= 0.05 * Days(this);
        }

        return Same(Value, other.Value) || IsWithoutPoint(Value, other.Value) || IsWithoutPoint(other.Value, Value)
            || (Kind == QuantityKind.Percent && Same(Value, other.Value * 100))
            || (other.Kind == QuantityKind.Percent && Same(Value * 100, other.Value))
            || (Kind == QuantityKind.Year && other is { Kind: QuantityKind.Number, InDigits: true, Value: >= 10 } && Same(Value % 100, other.Value));
    }

    private static double Days(Quantity quantity) => quantity.Value * Units.First(u => u.Unit == quantity.Unit).Days;

    private static bool IsWithoutPoint(double whole, double broken) => broken != Math.Floor(broken) && Same(broken * 10, whole);

    private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a));
}
