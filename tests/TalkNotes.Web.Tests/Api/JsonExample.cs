using System.Text.Json;

namespace TalkNotes.Web.Tests.Api;

/// <summary>An answer as the documentation shows it, in which <c>…</c> stands for what is left out.</summary>
internal static class JsonExample
{
    private const string Rest = "…";

    /// <summary>What the example leaves out ("…" as a value, a member or a last item) may be anything; all else must be there.</summary>
    public static void Compare(JsonElement expected, JsonElement actual, string at, Action<string> report)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.String when expected.GetString() == Rest:
                return;
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject().Where(m => m.Name != Rest))
                {
                    if (actual.TryGetProperty(member.Name, out var value))
                    {
                        Compare(member.Value, value, $"{at}.{member.Name}", report);
                    }
                    else
                    {
                        report($"{at}.{member.Name} is missing");
                    }
                }

                return;
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array:
                var items = expected.EnumerateArray().ToList();
                var isCut = items is [.., { ValueKind: JsonValueKind.String } last] && last.GetString() == Rest;
                if (isCut ? actual.GetArrayLength() < items.Count - 1 : actual.GetArrayLength() != items.Count)
                {
                    report($"{at} has {actual.GetArrayLength()} items");
                    return;
                }

                for (var i = 0; i < items.Count - (isCut ? 1 : 0); i++)
                {
                    Compare(items[i], actual[i], $"{at}[{i}]", report);
                }

                return;
            default:
                if (!JsonElement.DeepEquals(expected, actual))
                {
                    report($"{at} is {actual.GetRawText()}");
                }

                return;
        }
    }
}
