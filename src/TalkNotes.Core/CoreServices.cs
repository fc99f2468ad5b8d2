using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Notes;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Core;

/// <summary>The only registration list of Core.</summary>
public static class CoreServices
{
    /// <summary>Registers the database and every service of Core.</summary>
    public static IServiceCollection AddTalkNotesCore(this IServiceCollection services, TalkNotesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<TalkNotesDb>>(s => new Contexts(options.DatabasePath, s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(s => new LibraryQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), options));
        services.AddSingleton(s => new TalkQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new TalkExport(s.GetRequiredService<TalkQueries>(), s.GetRequiredService<SourceQueries>(), s.GetRequiredService<ClaimQueries>()));
        services.AddSingleton(s => new SourceQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new ArrivalQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new SpeakerQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new LibraryDatabase(options, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new DailyBackups(s.GetRequiredService<LibraryDatabase>(), options, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new LibraryCheck(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), options));
        services.AddSingleton(s => new Reindexer(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), options));
        services.AddSingleton(s => new ClaimEvidence(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new VerdictDesk(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>(), () => s.GetRequiredService<GlossaryFile>().Current));
        services.AddSingleton(s => new ClaimDesk(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new RecheckDesk(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>(), () => s.GetRequiredService<GlossaryFile>().Current));
        services.AddSingleton(s => new ClaimQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), () => s.GetRequiredService<GlossaryFile>().Current));
        services.AddSingleton(s => new DeskQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>(), () => s.GetRequiredService<GlossaryFile>().Current));
        services.AddSingleton(new SpokenWords(DerivedFile.FolderOf(options.DatabasePath)));
        services.AddSingleton(s => new QuoteCheck(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<SpokenWords>(), () => s.GetRequiredService<GlossaryFile>().Current));
        services.AddSingleton(s => new QuoteClaims(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<QuoteCheck>(), () => s.GetRequiredService<GlossaryFile>().Current));
        services.AddSingleton(s => new Triage(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<ClaimEvidence>()));
        services.AddSingleton(s => new CorrectionWriter(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CorrectionQueries(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new CorrectionUndo(s.GetRequiredService<CorrectionWriter>()));
        services.AddSingleton(s => new TalkDesk(s.GetRequiredService<CorrectionWriter>()));
        services.AddSingleton(s => new SpeakerDesk(s.GetRequiredService<CorrectionWriter>()));
        services.AddSingleton(s => new WordsDesk(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<CorrectionWriter>()));
        services.AddSingleton(s => new ClaimUpkeep(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<Triage>(), () => s.GetRequiredService<GlossaryFile>().Current));
        services.AddSingleton(s => new SameTalks(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new SameTalkDesk(s.GetRequiredService<CorrectionWriter>()));
        services.AddSingleton(_ => new WaitingDocuments(options));
        services.AddSingleton(s => new IngestPreviewer(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>()));
        services.AddSingleton(s => new Ingester(
            s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(),
            options,
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<Ingester>>(),
            SourceFormats.All));
        services.AddSingleton(s => new AccountStore(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ApiTokens(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new OpenSessions(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ActLog(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new NoteSync(
            s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(),
            s.GetRequiredService<TalkExport>(),
            new NewNotes(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TalkExport>(), s.GetRequiredService<Ingester>(), s.GetRequiredService<TimeProvider>()),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new NoteDesk(
            s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TalkExport>(), s.GetRequiredService<VerdictDesk>(), s.GetRequiredService<Ingester>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new GlossaryFile(
            Path.Combine(Path.GetFullPath(options.LibraryDirectory), "glossary.yaml"), Path.Combine(Path.GetFullPath(options.DataDirectory), DataFolder.PreviousGlossary),
            GlossaryFile.Shipped));
        services.AddSingleton(new SearchCaches(IndexKeeper.FolderOf(options)));
        services.AddSingleton(s => new IndexKeeper(options, s.GetRequiredService<SearchCaches>().Words));
        services.AddSingleton(s => new PassageSearch(
            s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<SearchCaches>(), s.GetRequiredService<GlossaryFile>()));
        services.AddSingleton(s => new SavedSearches(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new TermUse(s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<PassageSearch>()));
        services.AddSingleton(s => new SearchSuggestions(
            s.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), s.GetRequiredService<SearchCaches>(), s.GetRequiredService<GlossaryFile>()));
        return services;
    }
}
