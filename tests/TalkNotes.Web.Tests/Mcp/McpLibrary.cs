using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Mcp;

/// <summary>One talk with a claim, taken into a database of its own.</summary>
internal sealed class McpLibrary : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-mcp-").FullName;

    /// <summary>Folder of the database.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>The command that serves it.</summary>
    public string[] Command => ["mcp", "--data", Data, "--library", _folder, "--site", "https://notes.example/"];

    public async Task FillAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "talk.md"), """
            ---
            title: How Models Think
            youtube_url: https://www.youtube.com/watch?v=abcdefghijk
            video_id: abcdefghijk
            publish_date: 2025-05-01
            description: 'The team reads the chain of thought of its model every day.'
            ---

            # How Models Think

            ## Transcript

            Noam Brown (00:00:01):
            The model thinks for longer and that is not a small change.

            Noam Brown (00:00:06):
            We read its chain of thought every day.

            Sonya Huang (00:00:11):
            What is the capital of Bhutan?
            """);
        var (status, _, error) = await Run.TalkNotesAsync("ingest", Path.Combine(_folder, "talk.md"), "--data", Data);
        Assert.True(status == 0, error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
