using System.Threading.Channels;

namespace Assemblies.Live;

/// <summary>What waits for one watcher. A watcher too slow to empty it gets one fresh snapshot instead of the backlog (live.md, rule 9).</summary>
internal sealed class Mailbox
{
    private const int MostWaiting = 16;
    private readonly Channel<SharedFrame> frames = Channel.CreateBounded<SharedFrame>(MostWaiting);

    public IAsyncEnumerable<SharedFrame> ReadAllAsync(CancellationToken cancellation) => frames.Reader.ReadAllAsync(cancellation);

    public bool TryRead([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out SharedFrame frame) => frames.Reader.TryRead(out frame);

    /// <summary>A sign of life, unless there is no room: then what waits is one.</summary>
    public void Beat() => frames.Writer.TryWrite(SharedFrame.Beat);

    /// <summary>Never waits: one slow watcher must not hold the others.</summary>
    public void Post(SharedFrame frame, Func<SharedFrame> snapshot)
    {
        if (frames.Writer.TryWrite(frame))
            return;
        while (TryRead(out _))
        {
            // Overtaken: the snapshot below says all of it.
        }
        frames.Writer.TryWrite(snapshot());
    }
}
