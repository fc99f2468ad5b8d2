using System.Globalization;
using System.Text.Json;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Values of JSON items; a value of another type is as good as none.</summary>
internal static class JsonValues
{
    public static JsonElement? Get(this JsonElement item, string key) =>
        item.ValueKind == JsonValueKind.Object && Find(item, key) is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } value ? value : null;

    /// <summary>The string under the first of the keys that has one; white space around it is cut, an empty one is none.</summary>
    public static string? Text(this JsonElement item, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (item.Get(key) is { ValueKind: JsonValueKind.String } value && Whole(value).Trim() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The string as it stands; one with half a surrogate pair cannot be read and is empty.</summary>
    public static string Whole(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>The value under a key, the last where it stands twice; undefined without one. A key with half a surrogate pair cannot be read and hides no other.</summary>
    private static JsonElement Find(JsonElement item, string key)
    {
        try
        {
            return item.TryGetProperty(key, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            return item.EnumerateObject().LastOrDefault(p => IsNamed(p, key)).Value;
        }
    }

    private static bool IsNamed(JsonProperty property, string key)
    {
        try
        {
            return property.NameEquals(key);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The elements of an array, or none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement item, string key) =>
        item.Get(key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Seconds, as a number or as text of a number or a time (<c>"00:01:02,500"</c>).</summary>
    public static TimeSpan? Seconds(this JsonElement item, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (item.Get(key) is { } value && Seconds(value) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>A value in seconds.</summary>
    public static TimeSpan? Seconds(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var seconds) => OfMilliseconds(seconds * 1000),
        JsonValueKind.String when Timestamp.TryParse(Whole(value), out var time) => time,
        JsonValueKind.String when double.TryParse(Whole(value).TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => OfMilliseconds(seconds * 1000),
        _ => null,
    };

    /// <summary>Milliseconds, as a number or as text of one.</summary>
    public static TimeSpan? Milliseconds(this JsonElement item, string key) => item.Get(key) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) => OfMilliseconds(value),
        { ValueKind: JsonValueKind.String } text when double.TryParse(Whole(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => OfMilliseconds(value),
        _ => null,
    };

    /// <summary>The strings of an array, without white space around them; empty ones are left out.</summary>
    public static IEnumerable<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => Whole(v).Trim()).Where(v => v.Length > 0)
        : [];

    /// <summary>A value as a person reads it: strings bare, lists joined by commas, anything else as it stands.</summary>
    public static string Display(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Whole(value).Trim(),
        JsonValueKind.Array => string.Join(", ", Strings(value)),
        _ => value.GetRawText(),
    };

    /// <summary>To the nearest millisecond; what is negative or longer than a year is no time of a talk.</summary>
    private static TimeSpan? OfMilliseconds(double value) =>
        value is >= 0 and < 366d * 24 * 3600 * 1000 ? TimeSpan.FromMilliseconds((long)Math.Round(value)) : null;
}
