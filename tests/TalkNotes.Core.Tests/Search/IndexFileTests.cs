using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using TalkNotes.Core.Search;
using TalkNotes.Core.Search.Files;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Search;

/// <summary>Index files are derived: gone, cut short, damaged or half made, the answers stay and the files are made again.</summary>
public sealed class IndexFileTests : IDisposable
{
    private static readonly SearchRequest Question = new() { Query = "model reason" };
    private readonly TwoEngines _both = new();

    [Fact]
    public async Task Damage_anywhere_is_noticed()
    {
        await FillAsync(_both);
        _both.Refresh();
        var path = Assert.Single(_both.IndexFiles);
        var sound = File.ReadAllBytes(path);
        Assert.True(IsSound(path));
        var random = new Random(3);
        for (var i = 0; i < 400; i++)
        {
            var damaged = sound.ToArray();
            damaged[i < 300 ? i : random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, damaged);
            Assert.False(IsSound(path));
            File.WriteAllBytes(path, sound[..random.Next(sound.Length)]);
            Assert.False(IsSound(path));
        }
    }

    [Theory]
    [InlineData("cut to nothing")]
    [InlineData("cut")]
    [InlineData("flipped")]
    public async Task A_file_that_changes_under_a_search_misleads_nobody_and_is_made_again(string fate)
    {
        for (var i = 0; i < 40; i++) // enough that it has pieces which the first search does not touch
        {
            await _both.Library.AddAsync($"talk {i}", [.. Enumerable.Range(0, 12).Select(s => $"Model {i} has a reason {s} of word{(i * 7) + s} and number{s * i}: {Many((i * 12) + s)}.")]);
        }

        _both.Refresh();
        await _both.SameAsync(Question);
        var path = Assert.Single(_both.IndexFiles);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            var bytes = new byte[file.Length - DerivedFile.HeaderLength];
            file.Position = DerivedFile.HeaderLength;
            file.ReadExactly(bytes);
            file.Position = DerivedFile.HeaderLength;
            file.Write([.. bytes.Select(b => (byte)(b ^ (fate == "flipped" ? 1 : 0)))]);
            file.SetLength(fate switch { "cut" => file.Length / 2, "cut to nothing" => 0, _ => file.Length });
        }

        for (var i = 0; i < 60; i++)
        {
            await _both.SameAsync(Question with { Query = (i % 4) switch { 0 => $"word{i * 3}", 1 => $"\"q{i * 150} q{(i * 150) + 1}\"", 2 => $"num*", _ => $"model OR number{i}" } });
        }

        Assert.False(_both.FilesAnswer()); // a search met the damage
        Assert.False(File.Exists(path));
        Assert.Equal(1, _both.Refresh());
        Assert.True(_both.FilesAnswer());
        Assert.True(IsSound(Assert.Single(_both.IndexFiles)));
        await _both.SameAsync(Question);
    }

    /// <summary>Words of which every segment has its own.</summary>
    private static string Many(int segment) => string.Join(' ', Enumerable.Range(segment * 20, 20).Select(n => $"q{n}"));

    [Fact]
    public async Task A_file_that_nobody_holds_any_more_is_let_go()
    {
        await FillAsync(_both);
        _both.Refresh();
        var path = Assert.Single(_both.IndexFiles);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Where the system says which files are open");
        OpenAndForget(path);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(path, OpenFiles());
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("cut")]
    [InlineData("flipped")]
    [InlineData("another")]
    public async Task What_became_of_a_file_is_noticed_and_mended(string fate)
    {
        await FillAsync(_both);
        _both.Refresh();
        var path = Assert.Single(_both.IndexFiles);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        switch (fate)
        {
            case "cut":
                File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
                break;
            case "flipped":
                bytes[^9]++;
                File.WriteAllBytes(path, bytes);
                break;
            case "another":
                using (var other = new TwoEngines())
                {
                    await other.Library.AddAsync("talk", ["Another library with other words."]);
                    other.Refresh();
                    File.Copy(Assert.Single(other.IndexFiles), path);
                }

                break;
        }

        Assert.False(_both.FilesAnswer());
        Assert.Equal(3, (await _both.SameAsync(Question)).Complete);
        Assert.Equal(1, _both.Refresh());
        Assert.True(_both.FilesAnswer());
        Assert.Equal(3, (await _both.SameAsync(Question)).Complete);
        Assert.Equal(0, _both.Refresh());
    }

    [Fact]
    public async Task A_program_killed_while_it_makes_a_file_leaves_the_old_state_or_the_new()
    {
        await FillAsync(_both);
        _both.Refresh();
        var old = Assert.Single(_both.IndexFiles);
        await _both.Library.AddAsync("later", ["A model of a later talk gives a reason."]);

        // killed after the file was announced, while it was written, before it was published
        Run("INSERT INTO passage_files (name, first_id, last_id, is_ready) VALUES ('0123', 1, 9, 0)");
        File.WriteAllText(Path.Combine(_both.IndexFolder, "passages-0123.idx.4567.tmp"), "half");
        File.WriteAllText(Path.Combine(_both.IndexFolder, "passages-0123.idx"), "whole");
        Assert.True(_both.FilesAnswer());
        Assert.Equal(4, (await _both.SameAsync(Question)).Complete);
        Assert.Equal(0, _both.Refresh());
        Assert.Equal([old], Directory.GetFiles(_both.IndexFolder, "passages-*.*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)));
        Assert.Equal("1", Scalar("SELECT count(*) FROM passage_files"));
        Assert.Equal(4, (await _both.SameAsync(Question)).Complete);
    }

    [Fact]
    public async Task A_library_put_back_to_an_older_state_does_not_believe_files_of_the_newer()
    {
        await FillAsync(_both);
        var backup = Path.Combine(_both.Library.Options.DataDirectory, "old.db");
        Run($"VACUUM INTO '{backup}'");
        await _both.Library.AddAsync("newer", ["A model of a newer talk gives a reason."]);
        _both.Refresh();
        Assert.Equal(4, (await _both.SameAsync(Question)).Complete);
        using (var copy = new SqliteConnection($"Data Source={backup};Pooling=False"))
        {
            copy.Open();
            using var present = Database.Open(_both.Library.Options.DatabasePath);
            Maintenance.Copy(copy, present);
        }

        await _both.Library.AddAsync("other", ["Quite another model, and no such thing."]);
        Assert.False(_both.FilesAnswer());
        Assert.Equal(3, (await _both.SameAsync(Question)).Complete);
        _both.Refresh();
        Assert.True(_both.FilesAnswer());
        Assert.Equal(3, (await _both.SameAsync(Question)).Complete);
    }

    [Fact]
    public async Task A_small_library_has_no_files_and_notes_nothing()
    {
        await FillAsync(_both);
        Assert.Equal(0, new IndexKeeper(_both.Library.Options, new()).Refresh(CancellationToken.None));
        Assert.False(Directory.Exists(_both.IndexFolder));
        Run("DELETE FROM passages WHERE id = 1");
        Assert.Equal("0", Scalar("SELECT count(*) FROM removed_passages"));
    }

    [Fact]
    public void Files_are_few_and_cover_everything_however_a_library_grows()
    {
        var random = new Random(8);
        var files = new List<(int First, int Last, int Gone)>();
        var (newest, written) = (0, 0L);
        for (var step = 0; step < 600; step++)
        {
            newest += random.Next(1, 6_000);
            foreach (var (first, last) in IndexPlan.Of(files, newest))
            {
                Assert.InRange(last - first + 1, 1, IndexPlan.Largest);
                written += last - first + 1;
                files.RemoveAll(f => f.First <= last && f.Last >= first);
                files.Add((first, last, 0));
                files.Sort();
            }

            Assert.Equal(1, files.Count == 0 ? 1 : files[0].First);
            Assert.All(files.Zip(files.Skip(1)), f => Assert.Equal(f.First.Last + 1, f.Second.First));
            Assert.InRange(newest - (files.Count == 0 ? 0 : files[^1].Last), 0, IndexPlan.FewestNew);
        }

        Assert.InRange(files.Count, 1, 8 + (newest / IndexPlan.Largest * 2));
        Assert.True(written < newest * 10L, "Each passage is written few times");
    }

    public void Dispose() => _both.Dispose();

    private static async Task FillAsync(TwoEngines both)
    {
        await both.Library.AddAsync("one", ["Ada: The model has a reason.", "Ben: No tool has."], claims: ["A reason for the model"]);
        await both.Library.AddAsync("two", ["Models reason when they are trained.", "What we scale is data."]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OpenAndForget(string path)
    {
        Assert.True(IndexFile.Open(path, new PieceBudget())!.Lengths.Length > 0);
        Assert.Contains(path, OpenFiles());
    }

    private static List<string?> OpenFiles() => [.. new DirectoryInfo("/proc/self/fd").GetFileSystemInfos().Select(f => f.LinkTarget)];

    private static bool IsSound(string path)
    {
        using var file = IndexFile.Open(path, new PieceBudget());
        return file?.IsSound() == true;
    }

    private void Run(string sql) => Scalar(sql);

    private string? Scalar(string sql)
    {
        using var connection = Database.Open(_both.Library.Options.DatabasePath);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
