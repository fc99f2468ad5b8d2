using System.Buffers;
using System.Globalization;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Time expressions of TTML, https://www.w3.org/TR/ttml2/#timing-value-time-expression: <c>00:00:01.5</c>,
/// <c>00:00:01:12</c> (frames), <c>1.5s</c>, <c>90m</c>, <c>500ms</c>, <c>36f</c>, <c>10000000t</c>; Apple writes plain seconds.
/// </summary>
/// <param name="FrameRate">Frames a second, the multiplier included.</param>
/// <param name="TickRate">Ticks a second.</param>
internal readonly record struct TtmlTime(double FrameRate, double TickRate)
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>The rates that the root element states: 30 frames and 1 tick a second unless it does.</summary>
    public static TtmlTime Of(Func<string, string?> parameter)
    {
        var frames = Number(parameter("frameRate"));
        var multiplier = (parameter("frameRateMultiplier") ?? "1 1").Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        var factor = (Number(multiplier.ElementAtOrDefault(0)) ?? 1) / (Number(multiplier.ElementAtOrDefault(1)) ?? 1);
        var rate = (frames ?? 30) * factor;
        return new TtmlTime(rate, Number(parameter("tickRate")) ?? (frames is null ? 1 : rate * (Number(parameter("subFrameRate")) ?? 1)));
    }

    /// <summary>The time, or null when it is none.</summary>
    public TimeSpan? Read(string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Contains(':', StringComparison.Ordinal) ? Clock(text) : Offset(text);
    }

    private TimeSpan? Clock(string text)
    {
        var parts = text.Split(':');
        var numbers = parts.Select(Number).ToList();
        return parts.Length is < 2 or > 4 || numbers.Any(n => n is null) ? null : parts.Length switch
        {
            2 => Seconds((numbers[0] * 60) + numbers[1]),
            3 => Seconds((((numbers[0] * 60) + numbers[1]) * 60) + numbers[2]),
            _ => Seconds((((numbers[0] * 60) + numbers[1]) * 60) + numbers[2] + (numbers[3] / FrameRate)),
        };
    }

    private TimeSpan? Offset(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var value = Number(digits < 0 ? text : text[..digits]);
        return Seconds((digits < 0 ? "s" : text[digits..]) switch
        {
            "h" => value * 3600,
            "m" => value * 60,
            "s" => value,
            "ms" => value / 1000,
            "f" => value / FrameRate,
            "t" => value / TickRate,
            _ => null,
        });
    }

    private static TimeSpan? Seconds(double? seconds) =>
        seconds is >= 0 and < 1e8 ? TimeSpan.FromMilliseconds((long)Math.Round(seconds.Value * 1000)) : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
