namespace Assemblies.Bench;

/// <summary>Durable check-ins a second, as fast as callers go: our two ways in, the raw group-commit server, a peer in Node, and HTTP alone, all in one run.</summary>
internal sealed class DoorThroughput(int callers, int scans, bool withNode)
{
    private const int Warmup = 500;
    private const int Batch = 100;
    private const string Raw = "raw group-commit server";
    private const string Node = "Node: fastify, better-sqlite3";

    public async Task RunAsync(int repetitions)
    {
        var competitors = new (string Name, Func<Task<Measured>> Run)[]
        {
            ("HTTP alone, nothing stored", () => RawAsync(stores: false)),
            (Raw, () => RawAsync(stores: true)),
            (Node, NodeAsync),
            ("the door hub", () => OursAsync(1)),
            ($"batches of {Batch} over HTTP", () => OursAsync(Batch)),
        };
        if (withNode)
            await NodePackages.CheckIn.InstallAsync();
        var runs = new Rotation<Measured>(withNode ? competitors : [.. competitors.Where(c => c.Name != Node)]);
        await runs.RunAsync(repetitions);
        Console.WriteLine($"Durable check-ins a second, {callers} callers, {scans} scans; {runs.Validity(Raw, m => m.PerSecond)}");
        Console.WriteLine($"  {"",-30}{"per second",11}{"p50",10}{"p99",10}{"÷ raw",8}{(withNode ? "÷ Node" : ""),8}");
        foreach (var (name, own) in runs.Results)
            Console.WriteLine(
                $"  {name,-30}{Rotation.Median(own.Select(m => m.PerSecond)),11:N0}{Rotation.Median(own.Select(m => m.P50)),7:0.0} ms{Rotation.Median(own.Select(m => m.P99)),7:0.0} ms"
                + $"{runs.Ratio(name, Raw, m => m.PerSecond),8:0.00}{(withNode ? $"{runs.Ratio(name, Node, m => m.PerSecond),8:0.00}" : "")}");
        Console.WriteLine("  (budget for the hub and for batches: ≥ 0.5 × raw, ≥ 2 × Node; p50 and p99 of batches are of whole batches)\n");
    }

    private async Task<Measured> RawAsync(bool stores)
    {
        await using var server = await RawServer.StartAsync(stores);
        return await OverHttpAsync(server.Address);
    }

    private async Task<Measured> NodeAsync()
    {
        await using var peer = await Contestant.NodeAsync(NodePackages.CheckIn, "server.mjs");
        return await OverHttpAsync(new Uri(peer.Said));
    }

    private async Task<Measured> OverHttpAsync(Uri address)
    {
        using var peer = new HttpPeer(address, callers);
        await Measured.ClosedAsync(callers, Warmup, 1, (_, _) => peer.ScanAsync());
        return await Measured.ClosedAsync(callers, scans, 1, (_, _) => peer.ScanAsync());
    }

    private async Task<Measured> OursAsync(int batch)
    {
        var requests = Math.Max(1, scans / batch);
        await using var doors = await Doors.OpenAsync(Warmup + requests * batch, callers);
        Task SendAsync(int caller) => batch == 1 ? doors.ScanAsync(caller) : doors.BatchAsync(caller, batch);
        await Measured.ClosedAsync(callers, Warmup / batch, batch, (caller, _) => SendAsync(caller));
        return await Measured.ClosedAsync(callers, requests, batch, (caller, _) => SendAsync(caller));
    }
}
