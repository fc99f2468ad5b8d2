using TalkNotes.Core;

namespace TalkNotes.Web.Tests;

public class NothingLeavesTests
{
    /// <summary>Where .NET keeps what opens a connection to somewhere else (headers of downloads come from its mail).</summary>
    private static readonly string[] Outwards = ["System.Net.Http", "System.Net.Sockets", "System.Net.Requests", "System.Net.WebClient", "System.Net.WebSockets.Client", "System.Net.Quic", "System.Net.NameResolution", "System.Net.Ping"];

    [Fact]
    public void The_program_has_nothing_that_asks_another_service()
    {
        foreach (var assembly in new[] { typeof(Program).Assembly, typeof(TalkNotesOptions).Assembly })
        {
            var used = assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
            Assert.NotEmpty(used);
            Assert.Empty(used.Intersect(Outwards, StringComparer.Ordinal));
        }
    }
}
