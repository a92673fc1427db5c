using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Live;

/// <summary>Brings the present of each watched channel to those who watch it. The only sender to screens (live.md, rule 3).</summary>
public sealed partial class Broadcaster(
    IEnumerable<LiveChannel> channels,
    IDbContextFactory<AssemblyDb> databases,
    IClock clock,
    ILogger<Broadcaster> log,
    IHostApplicationLifetime life)
{
    private readonly Dictionary<string, LiveChannel> byName = channels.ToDictionary(c => c.Name);
    private readonly ConcurrentDictionary<(string Channel, Guid Assembly), Lazy<Feed>> feeds = new();

    /// <summary>The channel of that name, or null.</summary>
    public LiveChannel? Find(string channel) => byName.GetValueOrDefault(channel);

    /// <summary>The assembly that a page or a watcher names; null for none.</summary>
    /// <remarks>In a context that is gone when this returns: a request's or a hub's own would be kept for as long as one watches, which is the whole evening.</remarks>
    public async Task<Guid?> FindAssemblyAsync(string? slug, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Assemblies.Where(a => a.Slug == slug).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>How many watch a channel of an assembly now.</summary>
    public int WatchersOf(string channel, Guid assemblyId) =>
        feeds.TryGetValue((channel, assemblyId), out var feed) ? feed.Value.Watchers : 0;

    /// <summary>The present, then every change, until the caller stops. The caller checked <see cref="LiveChannel.MayWatch"/>.</summary>
    public async IAsyncEnumerable<SharedFrame> WatchAsync(
        LiveChannel channel, Guid assemblyId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var feed = feeds.GetOrAdd((channel.Name, assemblyId), key => new Lazy<Feed>(() => Start(channel, key.Assembly))).Value;
        var mailbox = await feed.JoinAsync(cancellation);
        try
        {
            await foreach (var frame in mailbox.ReadAllAsync(cancellation))
                yield return frame;
        }
        finally
        {
            feed.Leave(mailbox);
        }
    }

    /// <summary>Tells the feeds that are made of what changed.</summary>
    internal void Changed(Guid? assemblyId, ChangeChannel part)
    {
        foreach (var ((_, assembly), feed) in feeds)
            if ((assemblyId is null || assembly == assemblyId) && feed.Value.IsMadeOf(part))
                feed.Value.Mark(part);
    }

    /// <summary>Reads a channel anew for what is no state and so in no journal: what devices say of themselves.</summary>
    internal void Touch(string channel, Guid assemblyId)
    {
        if (feeds.TryGetValue((channel, assemblyId), out var feed))
            feed.Value.Mark();
    }

    /// <summary>Gives every watcher of every channel a sign of life.</summary>
    internal void Beat()
    {
        foreach (var (_, feed) in feeds)
            feed.Value.Beat();
    }

    // A feed stays for as long as the server runs: an alliance has a handful of assemblies, and a screen that comes back finds it warm.
    private Feed Start(LiveChannel channel, Guid assemblyId)
    {
        var feed = new Feed(channel, assemblyId, databases, clock);
        _ = Task.Run(() => feed.RunAsync(error => LogReadFailed(channel.Name, error), life.ApplicationStopping));
        return feed;
    }

    [LoggerMessage(LogLevel.Error, "The present of channel {Channel} could not be read; its screens keep the last one and it is tried again.")]
    private partial void LogReadFailed(string channel, Exception error);
}
