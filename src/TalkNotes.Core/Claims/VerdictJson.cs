using System.Text.Json;

namespace TalkNotes.Core.Claims;

/// <summary>The lists that a verdict row keeps as JSON.</summary>
internal static class VerdictJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write<T>(List<T> list) => JsonSerializer.Serialize(list, Options);

    public static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, Options) ?? [];
}
