using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Documents;

public class DocumentJsonTests
{
    [Fact]
    public void Metadata_comes_back_as_it_was_written()
    {
        var metadata = new TalkMetadata
        {
            Title = "A “title” <b>",
            Published = new DateOnly(2025, 5, 1),
            Duration = TimeSpan.FromMilliseconds(3_527_001),
            NotesOrigin = Origin.Ai,
            Hosts = ["Jacob Efron"],
            Speakers = [new DocumentSpeaker("Noam Brown", null, 3)],
            Fields = [new MetadataField("channel", "Unknown", new LineSpan(3, 4), "says Unknown")],
        };
        var read = DocumentJson.ReadMetadata(DocumentJson.Write(metadata));
        Assert.Equivalent(metadata, read, strict: true);
        Assert.Null(read.Url);
        Assert.Equal(new LineSpan(3, 4), read.Fields[0].Lines);
    }

    [Fact]
    public void Diagnostics_come_back_as_they_were_written()
    {
        Diagnostic[] diagnostics = [SourceDiagnostics.UndecodableBytes(3), new(Severity.Error, "TN201", "No", null)];
        Assert.Equal(diagnostics, DocumentJson.ReadDiagnostics(DocumentJson.Write([.. diagnostics])));
    }

    [Fact]
    public void Ledger_comes_back_line_by_line()
    {
        var source = SourceText.FromText("a.txt", "title\n\ncue\n\ncue\nadvert\n???\n");
        var ledger = new LineLedger(source);
        ledger.Use(new LineSpan(1), "title");
        ledger.Use(new LineSpan(3, 5), "cue");
        ledger.Chrome(new LineSpan(6), "site navigation");
        var json = DocumentJson.Write(ledger);
        Assert.Equal("""[[1,1,"used","title"],[3,5,"used","cue"],[6,6,"chrome","site navigation"],[7,7,"unrecognised",""]]""", json);
        Assert.Equal(ledger.Owners, DocumentJson.ReadLedger(json, source).Owners);
    }
}
