namespace TalkNotes.Core.Tests.House;

/// <summary>The scripts of the schema as files: two of one number would leave one of them out of older databases.</summary>
public class SchemaFilesTests
{
    [Fact]
    public void Every_script_has_a_number_of_its_own()
    {
        var numbers = SourceTree.Files("src/TalkNotes.Core/Storage/Schema", "*.sql").Select(f => Path.GetFileName(f)[..4]).ToList();
        Assert.NotEmpty(numbers);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => n.ToString("0000")), numbers);
    }
}
