using Assemblies.Bench;

// dotnet run -c Release --project tests/Bench [-- repetitions scans]    or: -- storm [repetitions]    or: -- floor [watchers]
if (args is ["storm", ..])
{
    await Storm.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 3);
    return;
}
if (args is ["floor", ..])
{
    await FloorToScreens.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000);
    return;
}
var repetitions = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 5;
var scans = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 3_000;

Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {repetitions} repetitions of {scans} scans; the order rotates, medians of ratios taken inside each repetition.\n");
foreach (var callers in new[] { 30, 200 })
    await DoorThroughput.RunAsync(callers, scans, repetitions);
await ScanToProjector.RunAsync(scans: 400);
await Storm.RunAsync(3);
await FloorToScreens.RunAsync(1_000);
