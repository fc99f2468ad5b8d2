using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Serilog;
using Serilog.Settings.Configuration;
using TalkNotes.Core;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Api;
using TalkNotes.Web.Background;
using TalkNotes.Web.Cli;
using TalkNotes.Web.Exports;
using TalkNotes.Web.Pages;

namespace TalkNotes.Web;

/// <summary>The server: services, middleware, pages and API.</summary>
internal static class WebApp
{
    /// <summary>Where it listens when nobody says otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where settings find sinks: named, else Serilog reads the list of all that the program depends on to find them, at every start.</summary>
    private static readonly ConfigurationReaderOptions Sinks = new(typeof(Log).Assembly, typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly);

    /// <summary>Builds, prepares the database, serves until stopped.</summary>
    /// <param name="args"><c>--urls</c>, <c>--data</c>, <c>--library</c> and any other setting as <c>--key=value</c>.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build([.. args.Select(Spelled)]);
            await StartUp.PrepareAsync(app.Services, app.Lifetime.ApplicationStopping);
            await app.StartAsync();
            StartUp.Announce(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (Failures.Explain(e) is { } explanation)
        {
            await Console.Error.WriteLineAsync($"talknotes: {explanation}");
            return 2;
        }
    }

    /// <summary>Switches as settings; the configuration knows values only.</summary>
    private static string Spelled(string arg) => arg switch
    {
        "--read-only" => "--read-only=true",
        "--no-watch" => "--watch=false",
        _ => arg,
    };

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory, // settings and assets lie beside the program, wherever it is started from
        });
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.UseStaticWebAssets();
        if (!builder.Environment.IsDevelopment())
        {
            // A build serves its files like a published program: compressed once, kept for a year.
            builder.Configuration["EnableStaticAssetsDevelopmentCaching"] ??= "true";
            builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        }

        builder.WebHost.ConfigureKestrel(Limits.Configure);
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(
            new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration, Sinks).CreateLogger(), dispose: true);

        var services = builder.Services;
        var defaults = new TalkNotesOptions();
        var options = defaults with
        {
            DataDirectory = builder.Configuration["data"] ?? defaults.DataDirectory,
            LibraryDirectory = builder.Configuration["library"] ?? defaults.LibraryDirectory,
            WatchLibrary = builder.Configuration.GetValue("watch", defaults.WatchLibrary),
            DailyBackups = builder.Configuration.GetValue("backups", defaults.DailyBackups),
            Site = SiteSetting.Of(builder.Configuration),
        };
        services.AddTalkNotesCore(options);
        services.AddSingleton<FirstAnswer>();
        services.AddSingleton<LibraryReading>();
        services.AddSingleton<LibraryWatcher>();
        services.AddHostedService(s => s.GetRequiredService<LibraryWatcher>());
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore); // logged; readers go on reading
        services.AddHostedService<ClaimWatcher>();
        services.AddHostedService<IndexClerk>();
        services.AddHostedService<BackupClock>();
        services.AddHostedService<QuoteReadiness>();
        services.AddDataProtection()
            .SetApplicationName("TalkNotes")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetFullPath(options.DataDirectory), DataFolder.Keys)));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "talknotes-form");
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new PageMethods()));
        services.AddAccess(builder.Configuration);
        services.AddLimits();
        services.ConfigureHttpJsonOptions(json => Json.ConfigureBodies(Json.Configure(json.SerializerOptions)));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // ApiFaults answers, with the place in the body
        services.AddProblemDetails();
        services.AddApiDescription();
        services.AddExceptionHandler<FailedRequests>();
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // ’ and 今 need no escape
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/atom+xml", "application/ld+json", "image/svg+xml"];
        });
        services.AddHealth();

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseResponseCompression();
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseHostCookies();
        app.UseConditionalGet();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = Failures.StatusOf });
        app.UseAnswersOfFaults();
        app.UseOwnSiteOnly();
        app.UseRouting();
        PageMethods.Use(app);
        app.UseLimits();
        app.UseAccess();
        app.UseAntiforgery();
        app.UsePageValidators();
        app.MapStaticAssets().WithMetadata(AccessAttribute.Open);
        app.MapRazorPages().WithStaticAssets();
        app.MapAppearance();
        app.MapOriginals();
        app.MapTalkFiles();
        app.MapTables();
        app.MapHistoryTable();
        app.MapSavedSearches();
        app.MapFeeds();
        app.MapApi();
        app.MapHealth();
        return app;
    }
}
