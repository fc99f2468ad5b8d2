using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TalkNotes.Core.Storage;

/// <summary>
/// The database as EF Core sees it. The schema itself is Schema/*.sql; this maps rows onto it by one rule: tables and
/// columns are snake_case, a <see cref="TimeSpan"/> is a column <c>…_ms</c>, an instant is UTC milliseconds.
/// </summary>
internal sealed class TalkNotesDb(DbContextOptions<TalkNotesDb> options) : DbContext(options)
{
    public DbSet<TalkRow> Talks => Set<TalkRow>();
    public DbSet<TalkSlugRow> TalkSlugs => Set<TalkSlugRow>();
    public DbSet<OriginalRow> Originals => Set<OriginalRow>();
    public DbSet<SourceRow> Sources => Set<SourceRow>();
    public DbSet<SourceVersionRow> SourceVersions => Set<SourceVersionRow>();
    public DbSet<ArrivalRow> Arrivals => Set<ArrivalRow>();
    public DbSet<IngestFailureRow> IngestFailures => Set<IngestFailureRow>();
    public DbSet<ChapterRow> Chapters => Set<ChapterRow>();
    public DbSet<SpeakerRow> Speakers => Set<SpeakerRow>();
    public DbSet<SpeakerAliasRow> SpeakerAliases => Set<SpeakerAliasRow>();
    public DbSet<TalkSpeakerRow> TalkSpeakers => Set<TalkSpeakerRow>();
    public DbSet<TopicRow> Topics => Set<TopicRow>();
    public DbSet<TalkTopicRow> TalkTopics => Set<TalkTopicRow>();
    public DbSet<SegmentRow> Segments => Set<SegmentRow>();
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();
    public DbSet<ClaimMentionRow> ClaimMentions => Set<ClaimMentionRow>();
    public DbSet<ClaimMakingRow> ClaimMakings => Set<ClaimMakingRow>();
    public DbSet<VerdictRow> Verdicts => Set<VerdictRow>();
    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();
    public DbSet<EvidencePlaceRow> EvidencePlaces => Set<EvidencePlaceRow>();
    public DbSet<ClaimStateRow> ClaimStates => Set<ClaimStateRow>();
    public DbSet<ClaimCheckRow> ClaimChecks => Set<ClaimCheckRow>();
    public DbSet<EvidenceResultRow> EvidenceResults => Set<EvidenceResultRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    public DbSet<AnchorDecisionRow> AnchorDecisions => Set<AnchorDecisionRow>();
    public DbSet<SuccessionRow> Successions => Set<SuccessionRow>();
    public DbSet<NoteFileRow> NoteFiles => Set<NoteFileRow>();
    public DbSet<NoteDecisionRow> NoteDecisions => Set<NoteDecisionRow>();
    public DbSet<NoteFolderRow> NoteFolders => Set<NoteFolderRow>();
    public DbSet<SavedSearchRow> SavedSearches => Set<SavedSearchRow>();
    public DbSet<PassageRow> Passages => Set<PassageRow>();
    public DbSet<TermRow> Terms => Set<TermRow>();
    public DbSet<AccountRow> Accounts => Set<AccountRow>();
    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<ActRow> Acts => Set<ActRow>();
    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();
    public DbSet<CorrectionPlaceRow> CorrectionPlaces => Set<CorrectionPlaceRow>();
    public DbSet<SketchRow> Sketches => Set<SketchRow>();
    public DbSet<SketchPairRow> SketchPairs => Set<SketchPairRow>();
    public DbSet<ClaimWordRow> ClaimWords => Set<ClaimWordRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TimeSpan>().HaveConversion<MillisecondsConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TalkRow>(talk =>
        {
            talk.HasOne(t => t.Transcript).WithMany().HasForeignKey(t => t.TranscriptId);
            talk.HasMany(t => t.Sources).WithOne(s => s.Talk).HasForeignKey(s => s.TalkId);
            talk.HasMany(t => t.Claims).WithOne(c => c.Talk).HasForeignKey(c => c.TalkId);
            talk.HasQueryFilter(t => t.MergedIntoId == null); // a talk that became part of another one has nothing of its own left
        });
        modelBuilder.Entity<TalkSlugRow>().HasKey(s => s.Slug);
        modelBuilder.Entity<OriginalRow>().HasKey(o => o.Sha256);
        modelBuilder.Entity<SourceRow>().HasOne(s => s.Original).WithMany().HasForeignKey(s => s.Sha256);
        modelBuilder.Entity<SourceVersionRow>().HasOne(v => v.Original).WithMany().HasForeignKey(v => v.Sha256);
        modelBuilder.Entity<IngestFailureRow>().HasKey(f => f.Path);
        modelBuilder.Entity<SpeakerAliasRow>().HasKey(a => new { a.Key, a.SpeakerId });
        modelBuilder.Entity<TalkSpeakerRow>().HasKey(s => new { s.SourceId, s.SpeakerId });
        modelBuilder.Entity<TalkTopicRow>().HasKey(t => new { t.SourceId, t.TopicId });
        modelBuilder.Entity<ClaimMentionRow>().HasKey(m => new { m.SourceId, m.N });
        modelBuilder.Entity<NoteFolderRow>().HasKey(f => f.Folder);
        modelBuilder.Entity<SavedSearchRow>().HasMany(s => s.Acts).WithOne().HasForeignKey(a => a.SavedSearchId);
        modelBuilder.Entity<TermRow>().HasKey(t => t.Term);
        modelBuilder.Entity<AccountRow>().HasMany(a => a.Tokens).WithOne(t => t.Account).HasForeignKey(t => t.AccountId);
        modelBuilder.Entity<CorrectionPlaceRow>().HasKey(p => new { p.CorrectionId, p.TalkId });
        modelBuilder.Entity<SketchRow>().HasKey(s => new { s.SourceId, s.Hash });
        modelBuilder.Entity<SketchPairRow>().HasKey(p => new { p.SourceId, p.OtherId });
        modelBuilder.Entity<ClaimWordRow>().HasKey(w => new { w.ClaimId, w.Word });
        modelBuilder.Entity<ClaimRow>().HasMany(c => c.Mentions).WithOne().HasForeignKey(m => m.ClaimId);
        modelBuilder.Entity<ClaimRow>().HasMany(c => c.Makings).WithOne().HasForeignKey(m => m.ClaimId);
        modelBuilder.Entity<ClaimRow>().HasMany(c => c.Verdicts).WithOne(v => v.Claim).HasForeignKey(v => v.ClaimId);
        modelBuilder.Entity<VerdictRow>().HasMany(v => v.Evidence).WithOne().HasForeignKey(e => e.VerdictId);
        modelBuilder.Entity<VerdictRow>().HasMany(v => v.Reviews).WithOne(r => r.Verdict).HasForeignKey(r => r.VerdictId);
        modelBuilder.Entity<EvidenceRow>().HasMany(e => e.Decisions).WithOne().HasForeignKey(d => d.EvidenceId);
        modelBuilder.Entity<EvidencePlaceRow>().HasKey(p => p.EvidenceId);
        modelBuilder.Entity<EvidencePlaceRow>().Property(p => p.EvidenceId).ValueGeneratedNever();
        modelBuilder.Entity<EvidenceResultRow>().HasKey(r => r.TalkId);
        modelBuilder.Entity<EvidenceResultRow>().Property(r => r.TalkId).ValueGeneratedNever();
        modelBuilder.Entity<ClaimStateRow>().HasKey(s => s.ClaimId);
        modelBuilder.Entity<ClaimCheckRow>().HasKey(c => c.ClaimId);
        modelBuilder.Entity<ClaimRow>().HasOne(c => c.Check).WithOne().HasForeignKey<ClaimCheckRow>(c => c.ClaimId);
        modelBuilder.Entity<ClaimRow>().HasOne(c => c.State).WithOne(s => s.Claim).HasForeignKey<ClaimStateRow>(s => s.ClaimId);

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(TableName(entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
            {
                var isTime = property.ClrType == typeof(TimeSpan) || property.ClrType == typeof(TimeSpan?);
                property.SetColumnName(SnakeCase(property.Name) + (isTime ? "_ms" : ""));
            }
        }

        // the one exception: what lists mean by status is what counts today, not the verdict on record
        modelBuilder.Entity<ClaimStateRow>().Property(s => s.Given).HasColumnName("status");
        modelBuilder.Entity<ClaimStateRow>().Property(s => s.Status).HasColumnName("counts").ValueGeneratedOnAddOrUpdate();
    }

    /// <summary><c>TalkSlugRow</c> → <c>talk_slugs</c>; <c>EvidenceRow</c> → <c>evidence</c>.</summary>
    private static string TableName(string rowType)
    {
        var name = SnakeCase(rowType[..^"Row".Length]);
        return name == "evidence" ? name : name.EndsWith('s') || name.EndsWith("ch", StringComparison.Ordinal) ? name + "es" : name + "s";
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }

    private sealed class MillisecondsConverter() : ValueConverter<TimeSpan, long>(
        time => (long)time.TotalMilliseconds,
        milliseconds => TimeSpan.FromMilliseconds(milliseconds));

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
