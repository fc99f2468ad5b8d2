using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Tests.Formats.Parts;

public sealed class YamlScalarsTests
{
    [Theory]
    [InlineData("\"It's \\\"small\\\"\"", "It's \"small\"")]
    [InlineData("'It''s small'", "It's small")]
    [InlineData("\"caf\\u00e9 \\\\ \\x41\"", "café \\ A")]
    [InlineData("\"he said \"no\" twice\"", "he said \"no\" twice")]
    [InlineData("\"open", "\"open")]
    [InlineData("plain # no comment", "plain # no comment")]
    [InlineData("\"\"", "")]
    public void Quoting_is_read_forgivingly(string value, string expected) => Assert.Equal(expected, YamlScalars.Unquoted(value));

    [Theory]
    [InlineData("[a, \"b, c\", 'd']", "a|b, c|d")]
    [InlineData("[]", "")]
    [InlineData("[\"a\", ]", "a")]
    [InlineData("[a, \"b", "a|\"b")]
    [InlineData("[it's, fine]", "it's|fine")]
    public void Flow_lists_are_cut_at_commas_outside_quotes(string list, string expected) =>
        Assert.Equal(expected, string.Join('|', YamlScalars.FlowItems(list).Select(i => i.Text)));
}
