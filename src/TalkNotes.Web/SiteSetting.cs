namespace TalkNotes.Web;

/// <summary>The setting <c>site</c>: under which address others read the library. Environment, <c>appsettings.json</c> and <c>--site</c> alike.</summary>
internal static class SiteSetting
{
    private const string Name = "site";

    /// <summary>The address without a slash at the end; null where nobody set one.</summary>
    /// <exception cref="Cli.UsageException">It is no address.</exception>
    public static string? Of(IConfiguration configuration) => configuration[Name] is not { Length: > 0 } url ? null
        : Links.IsWeb(url) ? url.TrimEnd('/')
        : throw new Cli.UsageException($"the setting site takes an address like https://notes.example.org, not '{url}'");

    /// <summary>As commands read it, which have no host that reads settings for them.</summary>
    public static string? OfProgram() => Of(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build());
}
