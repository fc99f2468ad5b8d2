using System.Text;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>What changes on the way from one machine to another changes nothing of what is understood.</summary>
public sealed class SameWordsTests
{
    [Theory]
    [MemberData(nameof(Samples.Theory), MemberType = typeof(Samples))]
    public void Line_ends_marks_and_encodings_change_nothing(string name)
    {
        var source = Samples.Source(name);
        if (source.EncodingName != "utf-8" || source.Text.Contains('\r', StringComparison.Ordinal) || source.Text.Contains('\0', StringComparison.Ordinal))
        {
            return; // such a sample is about just that
        }

        var text = source.Text;
        var plain = Words(Encoding.UTF8.GetBytes(text));
        Assert.Equal(plain, Words(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))));
        Assert.Equal(plain, Words([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(plain, Words([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(plain, Words([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]));
        Assert.Equal(plain, Words(Encoding.UTF8.GetBytes(text.TrimEnd('\n'))));
        Assert.Equal(plain, Words(Encoding.UTF8.GetBytes(text + "\n\n")));
    }

    private static string Words(byte[] bytes)
    {
        var parsed = Reading.Of(bytes);
        var words = new StringBuilder(parsed.Format.Id).Append('\n');
        foreach (var s in parsed.Document.Segments)
        {
            words.Append($"{s.Start} {s.End} {s.Turn} {s.Speaker} {s.Text} {s.Lines}\n");
        }

        foreach (var c in parsed.Document.Claims)
        {
            words.Append($"{c.Kind} {c.Section} {c.Text} {c.Marker} {c.AttributedTo} {c.Lines}\n");
        }

        foreach (var c in parsed.Document.Chapters)
        {
            words.Append($"{c.Title} {c.Start} {c.End} {c.Lines}\n");
        }

        var talk = parsed.Document.Metadata;
        return words.Append($"{talk.Title} {talk.Url} {talk.Show} {talk.Published} {talk.Duration} {talk.Language}").ToString();
    }
}
