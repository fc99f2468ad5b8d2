using TalkNotes.Core.Search;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Search;

public sealed class GlossaryFileTests : IDisposable
{
    private const string Own = "- term: GPT\n  kind: model\n  heard: [GBT]\n";

    private readonly TempFolder _folder = new();

    [Fact]
    public void Library_without_a_glossary_has_the_one_of_the_seeds()
    {
        var file = new GlossaryFile(_folder["glossary.yaml"], otherwise: GlossaryFile.Shipped);
        Assert.Equal(File.ReadAllText(Path.Combine(Checkout.Seeds, "glossary.yaml")), file.Read());
        Assert.NotEmpty(file.Current.Entries);
        Assert.Empty(file.Current.Problems);
    }

    [Fact]
    public void Own_file_replaces_it_and_undo_brings_it_back()
    {
        var file = new GlossaryFile(_folder["glossary.yaml"], otherwise: GlossaryFile.Shipped);
        var shipped = file.Current.Entries.Length;
        Assert.Empty(file.Save(Own));
        Assert.Single(file.Current.Entries);
        Assert.True(file.Undo());
        Assert.Equal(shipped, file.Current.Entries.Length);
    }

    public void Dispose() => _folder.Dispose();
}
