using System.Net.Sockets;
using System.Text;

namespace TalkNotes.Web.Tests.Faults;

public sealed class StopTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("talknotes-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asked_to_stop_it_finishes_the_request_in_hand()
    {
        using var program = TalkNotesProcess.Serve(_data, _data);
        var address = await program.AddressAsync(Ct);
        Assert.True(address is not null, program.Error);
        using var client = new TcpClient(address.Host, address.Port);
        await using var stream = client.GetStream();
        const string Body = "theme=dark&back=/talks";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /appearance HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\n\r\n{Body[..5]}"), Ct);
        await Task.Delay(200, Ct); // the program has begun to read
        program.AskToStop();
        await Task.Delay(300, Ct);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body[5..]), Ct);
        var answer = await new StreamReader(stream).ReadLineAsync(Ct);
        Assert.Equal("HTTP/1.1 303 See Other", answer);
        Assert.Equal(0, await program.EndAsync(Ct));
        await Assert.ThrowsAnyAsync<SocketException>(() => new TcpClient().ConnectAsync(address.Host, address.Port, Ct).AsTask());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
