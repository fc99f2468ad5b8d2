using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace TalkNotes.Web.Mcp;

/// <summary>
/// The protocol over standard input and output, one message a line. The end of the input ends the session only when every request
/// that was read has its answer, so that requests can be piped in; the SDK's own transport drops what is under way.
/// </summary>
internal sealed class PatientTransport : TransportBase
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly Stream _output;
    private readonly Lock _lock = new();
    private readonly HashSet<RequestId> _open = [];
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _reading;
    private bool _isEnded;

    public PatientTransport(Stream input, Stream output, ILoggerFactory log)
        : base("talknotes", log)
    {
        _output = output;
        SetConnected();
        _reading = Task.Run(() => ReadAsync(input)); // a read of the console holds its thread
    }

    public override async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(message, McpJsonUtilities.DefaultOptions);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _output.WriteAsync(line, cancellationToken);
            await _output.WriteAsync(LineEnd, cancellationToken);
            await _output.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }

        if (message is JsonRpcResponse or JsonRpcError)
        {
            Close(((JsonRpcMessageWithId)message).Id);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _answered.TrySetResult();
        await _reading;
        _stopped.Dispose();
        _writing.Dispose();
    }

    private async Task ReadAsync(Stream input)
    {
        try
        {
            using var lines = new StreamReader(input, new UTF8Encoding(false), leaveOpen: true);
            while (await lines.ReadLineAsync(_stopped.Token).AsTask().WaitAsync(_stopped.Token) is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    await TakeAsync(line);
                }
            }

            lock (_lock)
            {
                _isEnded = true;
                if (_open.Count == 0)
                {
                    _answered.TrySetResult();
                }
            }

            await _answered.Task;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // the session was ended, or nobody is at the other end any more
        }
        finally
        {
            SetDisconnected();
        }
    }

    private async Task TakeAsync(string line)
    {
        JsonRpcMessage? message;
        try
        {
            message = JsonSerializer.Deserialize<JsonRpcMessage>(line, McpJsonUtilities.DefaultOptions);
        }
        catch (JsonException)
        {
            message = null;
        }

        switch (message)
        {
            case null:
                await RefuseAsync();
                return;
            case JsonRpcRequest request:
                lock (_lock)
                {
                    _open.Add(request.Id);
                }

                break;
            case JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled
                when cancelled.Params.Deserialize<CancelledNotificationParams>(McpJsonUtilities.DefaultOptions) is { } given:
                Close(given.RequestId); // whoever cancels gets no answer
                break;
        }

        await WriteMessageAsync(message, _stopped.Token);
    }

    /// <summary>What is no message is answered too, without an id as none was understood. https://www.jsonrpc.org/specification#error_object</summary>
    private Task RefuseAsync() => SendMessageAsync(
        new JsonRpcError { Error = new JsonRpcErrorDetail { Code = (int)McpErrorCode.ParseError, Message = "This line is no JSON-RPC message: send one JSON object a line" } }, _stopped.Token);

    private void Close(RequestId id)
    {
        lock (_lock)
        {
            _open.Remove(id);
            if (_isEnded && _open.Count == 0)
            {
                _answered.TrySetResult();
            }
        }
    }
}
