using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Evaluation;

/// <summary>A library folder taken into a database of its own in the temporary folder.</summary>
internal sealed class EvaluationLibrary : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("talknotes-evaluation-").FullName;
    private readonly ServiceProvider _services;

    private EvaluationLibrary(string library) => _services = new ServiceCollection().AddLogging()
        .AddTalkNotesCore(new TalkNotesOptions { DataDirectory = _data, LibraryDirectory = library })
        .BuildServiceProvider();

    public static async Task<EvaluationLibrary> OpenAsync(string library)
    {
        var opened = new EvaluationLibrary(library);
        opened.Get<LibraryDatabase>().Prepare();
        await opened.Get<Ingester>().IngestAsync([library], null, null, CancellationToken.None);
        return opened;
    }

    public T Get<T>()
        where T : notnull =>
        _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
