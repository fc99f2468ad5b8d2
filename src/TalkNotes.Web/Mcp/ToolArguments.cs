using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace TalkNotes.Web.Mcp;

/// <summary>Compares what an assistant gives a tool with what the tool takes, so that a mistake is named and nothing is passed over in silence.</summary>
internal static class ToolArguments
{
    /// <summary>What is wrong and what to give instead, in words; null when the arguments fit.</summary>
    /// <param name="tool">The tool as clients see it.</param>
    /// <param name="given">The arguments by name, or null for none.</param>
    public static string? Fault(Tool tool, IDictionary<string, JsonElement>? given)
    {
        var taken = tool.InputSchema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal) : [];
        var faults = new List<string>();
        if (tool.InputSchema.TryGetProperty("required", out var required))
        {
            faults.AddRange(required.EnumerateArray().Select(r => r.GetString()!).Where(name => given?.ContainsKey(name) != true).Select(name => $"'{name}' is missing. {About(name, taken[name])}"));
        }

        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (!taken.TryGetValue(name, out var schema))
            {
                faults.Add($"'{name}' is no argument of {tool.Name}. It takes {string.Join(", ", taken.Keys)}.");
            }
            else if (!Types(schema).Any(type => Is(value, type)))
            {
                faults.Add($"'{name}' is {Kind(value)} and takes {string.Join(" or ", Types(schema))}. {About(name, schema)}");
            }
        }

        return faults.Count == 0 ? null : string.Join(' ', faults);
    }

    private static string About(string name, JsonElement schema) =>
        schema.TryGetProperty("description", out var description) ? $"Give {name}: {description.GetString()!.TrimEnd('.')}." : $"Give {name}.";

    private static string[] Types(JsonElement schema) => schema.TryGetProperty("type", out var type) switch
    {
        false => [],
        true when type.ValueKind == JsonValueKind.Array => [.. type.EnumerateArray().Select(t => t.GetString()!)],
        _ => [type.GetString()!],
    };

    private static bool Is(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "true or false",
    };
}
