using System.Diagnostics;

namespace Assemblies.Bench.FanOut;

/// <summary>From the chair's tap to the last of a thousand watchers, beside three servers that only send on what they are given.</summary>
internal static class Reveal
{
    private const int Warmup = 5;
    private const int Rounds = 20;
    private const string Bare = "bare WebSocket";
    private const string Ws = "npm ws";

    /// <param name="Last">Milliseconds from the tap to the last watcher, the median of the rounds.</param>
    /// <param name="Rounds">The same of every round: the 99th percentile is taken over all repetitions.</param>
    /// <param name="Told">Milliseconds until the tap was answered: for ours, the answer is stored then.</param>
    /// <param name="Spread">Milliseconds from the first watcher to the last: the sending alone.</param>
    /// <param name="Connect">Seconds until all watched.</param>
    /// <param name="KiB">Memory of the server for each watcher, while idle.</param>
    private sealed record Outcome(double Last, IReadOnlyList<double> Rounds, double Told, double Spread, double Connect, double KiB);

    public static async Task RunAsync(int watchers, int repetitions, bool withNode)
    {
        if (withNode)
            await NodePackages.Broadcast.InstallAsync();
        (string Name, Func<Task<Outcome>> Run)[] competitors =
        [
            Entry("public pages (SSE)", Ours.PhonesAsync), Entry("screens (SignalR)", Ours.ScreensAsync), Entry(Bare, Peer.BareAsync),
            .. withNode ? [Entry(Ws, Peer.WsAsync), Entry("socket.io", Peer.SocketIoAsync)] : ((string, Func<Task<Outcome>>)[])[],
        ];
        var run = new Rotation<Outcome>(competitors);
        await run.RunAsync(repetitions);
        Console.WriteLine($"\nReveal → last of {watchers} watchers, {Rounds} reveals in each of {repetitions} repetitions (medians)");
        Console.WriteLine($"  {"",-20}{"tap → last",14}{"p99",12}{"tap → answer",15}{"first → last",16}{(withNode ? "÷ ws" : ""),8}{"÷ bare",8}{"sending ÷ bare",16}{"connect all",14}{"KiB each",11}");
        foreach (var (name, _) in competitors)
        {
            double Median(Func<Outcome, double> of) => Rotation.Median(run.Results[name].Select(of));
            Console.WriteLine($"  {name,-20}{Median(o => o.Last),11:0.0} ms{Percentile.Of(run.Results[name].SelectMany(o => o.Rounds), 99),9:0.0} ms{Median(o => o.Told),12:0.0} ms{Median(o => o.Spread),13:0.0} ms"
                + $"{(withNode ? $"{run.Ratio(name, Ws, o => o.Last):0.00}" : ""),8}{run.Ratio(name, Bare, o => o.Last),8:0.00}{run.Ratio(name, Bare, o => o.Spread),16:0.00}{Median(o => o.Connect),12:0.00} s{Median(o => o.KiB),11:0}");
        }
        Console.WriteLine($"  {run.Validity(Bare, o => o.Last)}");
        Console.WriteLine("  (ours: from the chair's tap, with the answer stored, signed, committed, read and rendered; the peers: from a request that holds what they send on)");

        (string, Func<Task<Outcome>>) Entry(string name, Func<Task<Competitor>> start) => (name, () => OnceAsync(start, watchers));
    }

    private static async Task<Outcome> OnceAsync(Func<Task<Competitor>> start, int watchers)
    {
        await using var competitor = await start();
        // One watcher first: what a server needs once is not counted to each.
        var all = new List<Watcher> { await competitor.WatchAsync() };
        var before = competitor.ResidentKiB;
        var started = Stopwatch.GetTimestamp();
        foreach (var some in Enumerable.Range(1, watchers - 1).Chunk(50))
            all.AddRange(await Task.WhenAll(some.Select(_ => competitor.WatchAsync())));
        var connect = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var each = (competitor.ResidentKiB - before) / (watchers - 1);
        var (last, told, spread) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Warmup + Rounds; round++)
        {
            var words = $"words-{round:00000}-end";
            await competitor.PrepareAsync(words);
            await Task.WhenAll(all.Select(w => w.StayAsync()));
            var seen = all.Select(w => w.SeesAsync(words)).ToList();
            var sent = Stopwatch.GetTimestamp();
            await competitor.ShowAsync(words);
            var answered = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            var times = (await Task.WhenAll(seen)).Select(at => Stopwatch.GetElapsedTime(sent, at).TotalMilliseconds).ToList();
            if (round < Warmup)
                continue;
            last.Add(times.Max());
            told.Add(answered);
            spread.Add(times.Max() - times.Min());
        }
        foreach (var watcher in all)
            await watcher.DisposeAsync();
        return new Outcome(Percentile.Of(last, 50), last, Percentile.Of(told, 50), Percentile.Of(spread, 50), connect, each);
    }
}
