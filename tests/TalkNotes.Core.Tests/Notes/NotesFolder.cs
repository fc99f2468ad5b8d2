using System.Text;
using TalkNotes.Core.Notes;
using TalkNotes.Core.Tests.Export;

namespace TalkNotes.Core.Tests.Notes;

/// <summary>A library and a folder of notes beside it.</summary>
internal sealed class NotesFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    public NotesFolder()
    {
        Desk = new NoteDesk(Library.Database, Library.Export, Library.Desk, Library.Ingester, Library.Clock);
        Sync = new NoteSync(Library.Database, Library.Export, new NewNotes(Library.Database, Library.Export, Library.Ingester, Library.Clock), Library.Clock);
    }

    public ExportLibrary Library { get; } = new();

    public NoteDesk Desk { get; }

    public NoteSync Sync { get; }

    public string Path => _folder.Path;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<NoteSyncReport> RunAsync(NoteSyncOptions? options = null) => Sync.RunAsync(Path, ExportLibrary.Site, options ?? new NoteSyncOptions(), null, Ct);

    /// <summary>Runs and gives the report of the only talk.</summary>
    public async Task<NoteFileReport> RunOneAsync(NoteSyncOptions? options = null) => Assert.Single((await RunAsync(options)).Files);

    public string Read(string file) => File.ReadAllText(_folder[file]);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder[file])!);
        File.WriteAllBytes(_folder[file], Encoding.UTF8.GetBytes(text));
    }

    public void Edit(string file, string from, string to)
    {
        var text = Read(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Delete(string file) => File.Delete(_folder[file]);

    public void Move(string from, string to) => File.Move(_folder[from], _folder[to]);

    public bool Has(string file) => File.Exists(_folder[file]);

    /// <summary>Decides about every edit that waits.</summary>
    public async Task<List<NoteDecision>> DecideAllAsync(bool accept)
    {
        var decisions = new List<NoteDecision>();
        while (await Desk.WaitingAsync(ExportLibrary.Site, Ct) is [var waiting, ..])
        {
            Assert.True(decisions.Count < 50);
            decisions.Add(await Desk.DecideAsync(waiting.Id, waiting.Edits[0].Key, accept, "Ann", ExportLibrary.Site, Ct));
            Assert.True(decisions[^1].IsDone, decisions[^1].Message);
        }

        return decisions;
    }

    public void Dispose()
    {
        Library.Dispose();
        _folder.Dispose();
    }
}
