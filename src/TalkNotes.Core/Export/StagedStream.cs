namespace TalkNotes.Core.Export;

/// <summary>Takes what an archive writes, which it does at once, and passes it on when asked, which a server wants done in its own time.</summary>
internal sealed class StagedStream(Stream to) : Stream
{
    private readonly MemoryStream _staged = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Passes on what was written since the last time.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        await to.WriteAsync(_staged.GetBuffer().AsMemory(0, (int)_staged.Length), ct);
        _staged.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _staged.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _staged.Write(buffer);

    public override void Flush()
    {
        // what is staged is sent by SendAsync
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _staged.Dispose();
        base.Dispose(disposing);
    }
}
