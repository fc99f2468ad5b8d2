using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Storage;

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
        services.AddDbContextFactory<TalkNotesDb>(db => db.UseSqlite(ConnectionString(options.DatabasePath)));
        return services;
    }

    internal static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
