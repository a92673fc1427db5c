using System.Globalization;
using Assemblies.Bench;
using Assemblies.Bench.FanOut;

// dotnet run -c Release --project tests/Bench [-- repetitions scans] [without-node]    or: -- storm [repetitions]    or: -- floor [watchers]    or: -- screens [restarts]    or: -- reveal [watchers repetitions]
// or: -- record [repetitions]
var numbers = args.Where(a => int.TryParse(a, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
if (args is ["storm", ..])
{
    await Storm.RunAsync(numbers.Count > 0 ? numbers[0] : 3);
    return;
}
if (args is ["floor", ..])
{
    await FloorToScreens.RunAsync(numbers.Count > 0 ? numbers[0] : 1_000);
    return;
}
if (args is ["record", ..])
{
    await RecordAppends.RunAsync(numbers.Count > 0 ? numbers[0] : 5, entries: 1_000);
    await RecordVerification.RunAsync(numbers.Count > 0 ? numbers[0] : 5, entries: 10_000);
    return;
}
if (args is ["screens", ..])
{
    await ScreensReturn.RunAsync(numbers.Count > 0 ? numbers[0] : 20);
    return;
}
var (repetitions, scans) = (numbers.Count > 0 ? numbers[0] : 5, numbers.Count > 1 ? numbers[1] : 3_000);
if (args is ["reveal", ..])
{
    await Reveal.RunAsync(numbers.Count > 0 ? numbers[0] : 1_000, numbers.Count > 1 ? numbers[1] : 5);
    return;
}
// The roles in which the program starts itself again, as a server in a process of its own.
if (args is [BareBroadcast.Role])
{
    await BareBroadcast.ServeAsync();
    return;
}
if (args is [HallServer.Role])
{
    await HallServer.ServeAsync();
    return;
}
var withNode = !args.Contains("without-node");
if (withNode)
    await NodePeer.InstallAsync();

Console.WriteLine(
    $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {repetitions} repetitions, a fresh server for each; the order rotates, ratios are medians of those inside "
    + "each repetition. Load and servers share the machine.\n");
foreach (var callers in new[] { 30, 200 })
    await new DoorThroughput(callers, scans, withNode).RunAsync(repetitions);
await DoorBurst.RunAsync(repetitions);
await ScanToProjector.RunAsync(scans: 400);
await Storm.RunAsync(3);
await FloorToScreens.RunAsync(1_000);
await Reveal.RunAsync(1_000, repetitions);
await ScreensReturn.RunAsync(20);
await RecordAppends.RunAsync(repetitions, entries: 1_000);
await RecordVerification.RunAsync(repetitions, entries: 10_000);
