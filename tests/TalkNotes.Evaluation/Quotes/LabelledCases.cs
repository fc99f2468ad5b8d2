using System.Collections.Immutable;
using System.Text.Json;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>Reads <c>{ "cases": [{ "category", "quote", "file", "attributed_to", "expected", "also_accept", "location": { "start_line", "end_line" } }] }</c>.</summary>
internal static class LabelledCases
{
    public static IEnumerable<QuoteCase> Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var row in json.RootElement.GetProperty("cases").EnumerateArray())
        {
            var places = Places(row).ToImmutableArray();
            var speaker = Text(row, "attributed_to");
            var also = row.TryGetProperty("also_accept", out var list) ? list.EnumerateArray().Select(a => a.GetString()!) : [];
            yield return new QuoteCase(
                Text(row, "category") ?? "labelled",
                row.GetProperty("quote").GetString()!,
                speaker?.StartsWith('(') == true ? null : speaker,
                [row.GetProperty("expected").GetString()!.Replace(' ', '-'), .. also],
                places.IsEmpty ? null : Text(row, "file"),
                places);
        }
    }

    private static IEnumerable<(int First, int Last)> Places(JsonElement row)
    {
        var all = row.TryGetProperty("location", out var one) ? [one] : Enumerable.Empty<JsonElement>();
        var others = row.TryGetProperty("other_locations", out var more) ? more.EnumerateArray() : Enumerable.Empty<JsonElement>();
        return all.Concat(others).Select(p => (p.GetProperty("start_line").GetInt32(), p.GetProperty("end_line").GetInt32()));
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
