using Assemblies.Bench;
using Assemblies.Bench.FanOut;
using Assemblies.Bench.Motion;

Mode[] modes =
[
    new("doors", "[repetitions scans]", "durable check-ins a second, beside raw SQLite, a peer in Node and HTTP alone", async wish =>
    {
        foreach (var callers in new[] { 30, 200 })
            await new DoorThroughput(callers, wish.Number(1, 3_000), wish.WithNode).RunAsync(wish.Number(0, 5));
    }),
    new("burst", "[repetitions]", "how long a door waits at 200 scans a second and 600 at once", wish => DoorBurst.RunAsync(wish.Number(0, 5))),
    new("paint", "[scans]", "from a scan to the frame at a projector", wish => ScanToProjector.RunAsync(wish.Number(0, 400))),
    new("storm", "[repetitions]", "40 devices come back at once with 500 queued scans each", wish => Storm.RunAsync(wish.Number(0, 3))),
    new("floor", "[watchers]", "from the chair's command to the last watcher", wish => FloorToScreens.RunAsync(wish.Number(0, 1_000))),
    new("reveal", "[watchers repetitions]", "from a revealed answer to the last watcher, beside peers", wish => Reveal.RunAsync(wish.Number(0, 1_000), wish.Number(1, 5), wish.WithNode)),
    new("screens", "[restarts]", "from a killed server's return to the last screen", wish => ScreensReturn.RunAsync(wish.Number(0, 20))),
    new("motion", "[repetitions]", "frames a second of a projector while it moves, beside one fade on a blank page", wish => ScreenMotion.RunAsync(wish.Number(0, 5))),
    new("record", "[repetitions]", "entries of the record a second, and a long record checked", async wish =>
    {
        await RecordAppends.RunAsync(wish.Number(0, 5), entries: 1_000);
        await RecordVerification.RunAsync(wish.Number(0, 5), entries: 10_000);
    }),
];

var wish = Wish.Of(args);
switch (wish)
{
    // The roles in which the program starts itself again, as a server in a process of its own.
    case { Words: [BareBroadcast.Role] }:
        await BareBroadcast.ServeAsync();
        return 0;
    case { Words: [HallServer.Role] }:
        await HallServer.ServeAsync();
        return 0;
    case { Words: [], Numbers: [] }:
        await MeasureAsync(modes);
        return 0;
    case { Words: [var name] } when Array.Find(modes, m => m.Name == name) is { } mode:
        await MeasureAsync(mode);
        return 0;
    default:
        Console.Error.WriteLine(
            "dotnet run -c Release --project tests/Bench [-- what numbers without-node]\n\n"
            + $"Without a word it measures everything. \"without-node\" leaves out the peers in Node. What there is:\n{string.Join('\n', modes.Select(m => m.ToString()))}");
        return 1;
}

async Task MeasureAsync(params Mode[] some)
{
    Console.WriteLine(
        $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, a fresh server for each repetition; the order rotates, ratios are medians of those inside each repetition. "
        + "Load and servers share the machine.\n");
    foreach (var mode in some)
        await mode.RunAsync(wish);
}
