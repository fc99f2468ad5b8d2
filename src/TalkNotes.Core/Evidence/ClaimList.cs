using System.Text.Json;

namespace TalkNotes.Core.Evidence;

/// <summary>
/// A list of claims in a file, in the order of the note: one a line as plain text, or one JSON object a line
/// (<c>{"id": "a1", "text": "…"}</c>). A plain line's id is its number.
/// </summary>
/// <param name="Claims">The claims.</param>
/// <param name="Problems">Lines that look like JSON and are no claim, one sentence each.</param>
public sealed record ClaimList(IReadOnlyList<ClaimText> Claims, IReadOnlyList<string> Problems)
{
    /// <summary>Reads a list. Never throws: what is not understood becomes a problem.</summary>
    /// <param name="lines">The lines of the file.</param>
    public static ClaimList Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var claims = new List<ClaimText>();
        var problems = new List<string>();
        foreach (var (n, line) in lines.Index())
        {
            var text = line.Trim();
            if (text.StartsWith('{'))
            {
                if (ReadJson(text) is { } claim)
                {
                    claims.Add(claim);
                }
                else
                {
                    problems.Add($"line {n + 1}: no JSON object with id and text");
                }
            }
            else if (text.Length > 0)
            {
                claims.Add(new ClaimText($"{n + 1}", text));
            }
        }

        return new ClaimList(claims, problems);
    }

    private static ClaimText? ReadJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("id", out var id) && json.RootElement.TryGetProperty("text", out var claim) && claim.ValueKind == JsonValueKind.String
                ? new ClaimText(id.ToString(), claim.GetString()!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
