using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Core.Tests.Ingest;

/// <summary>Which format a known source is read by when it comes again.</summary>
public class FormatChoiceTests
{
    private static readonly PlainTextFormat LastResort = new();
    private static readonly LineFormat Better = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Source_that_only_the_last_resort_knew_is_read_again_by_a_format_that_knows_it()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", "title: A talk that was not understood", "- A claim");
        Assert.Equal((IngestOutcome.Added, "plain-text"), await IngestAsync(library, null, LastResort));
        Assert.Equal((IngestOutcome.Unchanged, "plain-text"), await IngestAsync(library, null, LastResort));

        Assert.Equal((IngestOutcome.Reread, "line"), await IngestAsync(library, null, LastResort, Better));
        Assert.Equal((IngestOutcome.Unchanged, "line"), await IngestAsync(library, null, LastResort, Better));
    }

    [Fact]
    public async Task Source_that_only_the_last_resort_knew_costs_a_hash_until_a_format_changes()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", "nothing that any format knows");
        var resort = new CountingFormat();
        var other = new NeverFormat(1);
        Assert.Equal((IngestOutcome.Added, "counting"), await IngestAsync(library, null, resort, other));
        Assert.Equal((IngestOutcome.Unchanged, "counting"), await IngestAsync(library, null, resort, other));
        Assert.Empty((await Ingester(library, resort, other).RereadAsync(Ct)).Documents);
        Assert.Equal(1, resort.Parsed);

        Assert.Equal((IngestOutcome.Reread, "counting"), await IngestAsync(library, null, resort, new NeverFormat(2)));
        Assert.Equal((IngestOutcome.Unchanged, "counting"), await IngestAsync(library, null, resort, new NeverFormat(2)));
        Assert.Equal(2, resort.Parsed);
    }

    [Fact]
    public async Task Stored_sources_are_read_again_without_their_files()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", "title: A talk that was not understood", "- A claim");
        await IngestAsync(library, null, LastResort);
        library.Delete("a.txt");

        var report = await Ingester(library, LastResort, Better).RereadAsync(Ct);

        Assert.Equal((IngestOutcome.Reread, "line"), (report.Documents.Single().Outcome, report.Documents.Single().Format));
        Assert.Empty((await Ingester(library, LastResort, Better).RereadAsync(Ct)).Documents);
    }

    [Fact]
    public async Task Format_that_a_person_chose_stays_chosen()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", "title: A talk", "- A claim", "- Another");
        Assert.Equal((IngestOutcome.Added, "plain-text"), await IngestAsync(library, "plain-text", LastResort, Better));

        Assert.Equal((IngestOutcome.Unchanged, "plain-text"), await IngestAsync(library, null, LastResort, Better));
        Assert.Empty((await Ingester(library, LastResort, Better).RereadAsync(Ct)).Documents);
        library.Write("a.txt", "title: A talk", "- A claim", "- Another", "- A third");
        Assert.Equal((IngestOutcome.Updated, "plain-text"), await IngestAsync(library, null, LastResort, Better));

        Assert.Equal((IngestOutcome.Reread, "line"), await IngestAsync(library, "line", LastResort, Better));
        Assert.True(await library.ReadAsync(db => db.Sources.AllAsync(s => s.IsFormatGiven, Ct)));
    }

    [Fact]
    public async Task Unknown_format_is_a_failure_that_names_the_known_ones()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", "- A claim");
        var report = await Ingester(library, Better).IngestAsync([library.Folder], "nonsense", null, Ct);
        Assert.Equal(IngestOutcome.Failed, report.Documents.Single().Outcome);
        Assert.Contains("line", report.Documents.Single().Message, StringComparison.Ordinal);
    }

    private static Ingester Ingester(TestLibrary library, params ISourceFormat[] formats) =>
        new(library.Database, library.Options, TimeProvider.System, NullLogger<Ingester>.Instance, [.. formats]);

    private static async Task<(IngestOutcome, string?)> IngestAsync(TestLibrary library, string? formatId, params ISourceFormat[] formats)
    {
        var report = (await Ingester(library, formats).IngestAsync([library.Folder], formatId, null, Ct)).Documents.Single();
        return (report.Outcome, report.Format);
    }

    /// <summary>A last resort that counts how often it reads.</summary>
    private sealed class CountingFormat : ISourceFormat
    {
        public int Parsed { get; private set; }

        public string Id => "counting";

        public string Name => "Counting";

        public int Revision => 1;

        public FormatMatch Match(SourceText source) => new(MatchStrength.Fallback, "any text");

        public TalkDocument Parse(SourceText source, LineLedger ledger)
        {
            Parsed++;
            return LastResort.Parse(source, ledger);
        }
    }

    /// <summary>A format that knows nothing, in some revision.</summary>
    private sealed class NeverFormat(int revision) : ISourceFormat
    {
        public string Id => "never";

        public string Name => "Never";

        public int Revision => revision;

        public FormatMatch Match(SourceText source) => FormatMatch.None;

        public TalkDocument Parse(SourceText source, LineLedger ledger) => new() { Metadata = new TalkMetadata() };
    }
}
