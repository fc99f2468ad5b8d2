using TalkNotes.Tests.Shared;
using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Tests.Cli;

public class CliDocsTests
{
    [Fact]
    public void Every_command_and_option_is_documented()
    {
        var docs = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "cli.md"));
        Assert.NotEmpty(CommandLine.Commands);
        foreach (var command in CommandLine.Commands)
        {
            Assert.Contains($"## {command.Name}\n", docs, StringComparison.Ordinal);
            Assert.Contains($"usage: talknotes {command.Name} {command.Usage}", docs, StringComparison.Ordinal);
            Assert.All(command.Options, option => Assert.Contains($"--{option.Name}", docs, StringComparison.Ordinal));
        }
    }
}
