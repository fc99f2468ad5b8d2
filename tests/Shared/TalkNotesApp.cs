using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalkNotes.Web.Background;

namespace TalkNotes.Tests.Shared;

/// <summary>
/// The real program over a database of its own in the temp folder: <c>new TalkNotesApp()</c> has taken in the five
/// seeds, <c>new TalkNotesApp(folder)</c> that folder, <c>TalkNotesApp.Empty()</c> nothing. Keys are throw-away.
/// </summary>
public class TalkNotesApp : WebApplicationFactory<Program>
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("talknotes-test-").FullName;
    private readonly string _library;
    private readonly IReadOnlyDictionary<string, string> _settings;

    public TalkNotesApp()
        : this(Checkout.Seeds)
    {
    }

    public TalkNotesApp(string library, IReadOnlyDictionary<string, string>? settings = null)
    {
        _library = library;
        _settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>Folder of the database.</summary>
    public string Data => Path.Combine(_scratch, "data");

    /// <summary>A library without documents.</summary>
    public static TalkNotesApp Empty() => new(Directory.CreateTempSubdirectory("talknotes-empty-").FullName);

    /// <summary>A client that does not follow redirects, so that tests see them.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseSetting("data", Data);
        builder.UseSetting("library", _library);
        builder.UseSetting("watch", "false"); // a system allows only so many watchers; the test of the watcher asks for one
        builder.UseSetting("backups", "0");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => services.AddDataProtection().UseEphemeralDataProtectionProvider());
    }

    /// <summary>Waits until the library is up to date, which the program itself does not.</summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        host.Services.GetRequiredService<LibraryReading>().Completion.GetAwaiter().GetResult();
        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        try
        {
            Directory.Delete(_scratch, recursive: true);
        }
        catch (IOException)
        {
            // a file still open in another test's pool; the system empties its temp folder
        }
    }
}
