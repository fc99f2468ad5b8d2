using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TalkNotes.Core.Storage;

/// <summary>Opens contexts; EF is not touched before the first one, so that a start does not wait for it.</summary>
/// <param name="path">The database.</param>
/// <param name="loggers">Where EF tells what fails.</param>
internal sealed class Contexts(string path, ILoggerFactory loggers) : IDbContextFactory<TalkNotesDb>
{
    private readonly Lazy<DbContextOptions<TalkNotesDb>> _options = new(() =>
    {
        var options = new DbContextOptionsBuilder<TalkNotesDb>();
        options.UseDatabase(path).UseLoggerFactory(loggers);
        return options.Options;
    });

    public TalkNotesDb CreateDbContext() => new(_options.Value);
}
