using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Tests.Cli;

public class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_command()
    {
        var (status, output, _) = await Run.TalkNotesAsync("--help");
        Assert.Equal(0, status);
        Assert.NotEmpty(CommandLine.Commands);
        Assert.All(CommandLine.Commands, c => Assert.Contains($"  {c.Name} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_command_has_help_for_each_of_its_options()
    {
        foreach (var command in CommandLine.Commands)
        {
            var (status, output, _) = await Run.TalkNotesAsync(command.Name, "--help");
            Assert.Equal(0, status);
            Assert.All(command.Options, o => Assert.Contains($"--{o.Name}", output, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("serve", "--nonsense")]
    [InlineData("serve", "--urls")]
    [InlineData("serve", "word")]
    [InlineData("serve", "--data", "a", "--data", "b")]
    public async Task A_wrong_command_line_is_explained_on_standard_error(params string[] args)
    {
        var (status, output, error) = await Run.TalkNotesAsync(args);
        Assert.Equal(2, status);
        Assert.Empty(output);
        Assert.StartsWith("talknotes", error, StringComparison.Ordinal);
    }
}
