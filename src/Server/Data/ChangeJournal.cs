namespace Assemblies.Data;

/// <summary>The turn to write and the bell that says something was written. One per database and process.</summary>
/// <remarks>
/// SQLite lets one connection write. Without this queue the callers would fight for its lock and some would wait for
/// seconds (performance.md); with it they wait in order. The bell is only a wake-up: readers trust the sequence, so a
/// ring that nobody hears loses nothing.
/// </remarks>
public sealed class ChangeJournal : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim bell = new(0, 1);
    private int waiting;

    /// <summary>How many wait for the turn now: a number that stays high says that the disk is slow.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Waits for the turn to write; dispose what is returned to pass it on.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await turn.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        return new Turn(turn);
    }

    /// <summary>To be called after a commit.</summary>
    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung and not heard yet: one wake-up reads everything.
        }
    }

    /// <summary>Returns when the bell rings, or after <paramref name="atMost"/> for changes made by other processes.</summary>
    public Task ListenAsync(TimeSpan atMost, CancellationToken cancellation) => bell.WaitAsync(atMost, cancellation);

    public void Dispose()
    {
        turn.Dispose();
        bell.Dispose();
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
