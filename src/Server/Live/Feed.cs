using System.Text.Json;
using System.Text.Json.Nodes;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Live;

/// <summary>One channel of one assembly from its first watcher on: the present, and the one writer that sends it on.</summary>
internal sealed class Feed(LiveChannel channel, Guid assemblyId, IDbContextFactory<AssemblyDb> databases, IClock clock) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly SemaphoreSlim hurried = new(0, 1);
    private readonly List<Mailbox> watchers = [];
    private JsonObject? present;
    private SharedFrame? snapshot;
    private long sequence;
    private Instant asOf;

    public bool IsMadeOf(ChangeChannel part) => channel.MadeOf.Contains(part);

    public int Watchers
    {
        get
        {
            lock (gate)
                return watchers.Count;
        }
    }

    /// <summary>Says that a part the channel is made of changed. Returns at once.</summary>
    public void Mark(ChangeChannel part)
    {
        if (!LiveChannel.Waits(part))
            Release(hurried);
        Mark();
    }

    /// <summary>Says that something changed that can wait for the channel's pace. Returns at once.</summary>
    public void Mark() => Release(changed);

    /// <summary>Adds a watcher; the first frame in its box is the whole present, and no later one is missed.</summary>
    public async Task<Mailbox> JoinAsync(CancellationToken cancellation)
    {
        if (present is null)
            await RefreshAsync(cancellation);
        lock (gate)
        {
            var mailbox = new Mailbox();
            mailbox.Post(Snapshot(), Snapshot);
            watchers.Add(mailbox);
            return mailbox;
        }
    }

    public void Leave(Mailbox mailbox)
    {
        lock (gate)
            watchers.Remove(mailbox);
    }

    /// <summary>Gives every watcher a sign of life.</summary>
    public void Beat()
    {
        lock (gate)
            foreach (var watcher in watchers)
                watcher.Beat();
    }

    /// <summary>The loop that sends: one for each feed, so frames cannot overtake each other (live.md, rule 3).</summary>
    public async Task RunAsync(Action<Exception> onError, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await changed.WaitAsync(cancellation);
            hurried.Wait(0, CancellationToken.None);
            try
            {
                await RefreshAsync(cancellation);
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                onError(error);
                Mark();
                // A database that is away is asked again, not hammered.
                await Task.Delay(RetryAfter, cancellation);
            }
            // Commands that come while this one is read and sent go out together afterwards: that is all the coalescing they need.
            await hurried.WaitAsync(channel.Pace, cancellation);
        }
    }

    public void Dispose()
    {
        reading.Dispose();
        changed.Dispose();
        hurried.Dispose();
    }

    private static void Release(SemaphoreSlim sign)
    {
        try
        {
            sign.Release();
        }
        catch (SemaphoreFullException)
        {
            // Marked and not read yet: one reading serves both.
        }
    }

    private async Task RefreshAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            // Read before the state: the state may then be newer than the number, never older, so nothing is skipped.
            var upTo = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellation) ?? 0;
            var state = await channel.ReadAsync(db, assemblyId, cancellation);
            Publish(JsonSerializer.SerializeToNode(state, state.GetType(), WireFormat.Json)!.AsObject(), upTo);
        }
        finally
        {
            reading.Release();
        }
    }

    private void Publish(JsonObject state, long upTo)
    {
        lock (gate)
        {
            if (present is null)
            {
                (present, sequence, asOf) = (state, upTo, clock.GetCurrentInstant());
                return;
            }
            if (MergePatch.Between(present, state) is not { } patch)
                return;
            var follows = sequence;
            (present, sequence, asOf, snapshot) = (state, upTo, clock.GetCurrentInstant(), null);
            var frame = new SharedFrame(new LiveFrame(sequence, follows, null, ToElement(patch), asOf));
            foreach (var watcher in watchers)
                watcher.Post(frame, Snapshot);
        }
    }

    // One for all who come until the next change: a watcher keeps hold of the frame it was sent last, and a hall comes at once.
    private SharedFrame Snapshot() => snapshot ??= new(new LiveFrame(sequence, null, ToElement(present!), null, asOf));

    private static JsonElement ToElement(JsonObject node) => JsonSerializer.SerializeToElement(node);
}
