using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TalkNotes.Core.Export;

/// <summary>The JSON transcript of Podcasting 2.0: seconds, and no field that the transcript does not state. https://github.com/Podcastindex-org/podcast-namespace</summary>
internal static class PodcastJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Write(ExportedTalk talk)
    {
        if (talk.Segments.Count == 0)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0.0");
            json.WriteStartArray("segments");
            foreach (var segment in talk.Segments)
            {
                json.WriteStartObject();
                Optional("speaker", segment.Speaker);
                Seconds("startTime", segment.StartMs);
                Seconds("endTime", segment.EndMs);
                json.WriteString("body", segment.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();

            void Optional(string key, string? value)
            {
                if (value is not null)
                {
                    json.WriteString(key, value);
                }
            }

            void Seconds(string key, long? milliseconds)
            {
                if (milliseconds is { } value)
                {
                    json.WriteNumber(key, value / 1000m);
                }
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
