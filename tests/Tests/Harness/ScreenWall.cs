using System.Diagnostics;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Record;
using Assemblies.Wire;

namespace Assemblies.Tests.Harness;

/// <summary>Many screens and one real server that is killed and started again on the same disk (issue of the screens: "kill and restart 20 times under 50 screens").</summary>
public sealed class ScreenWall : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Scene[] Scenes = [Scene.Turnout, Scene.ToteBoard, Scene.Blank];

    private readonly string folder;
    private readonly string managerToken;
    private readonly List<WallScreen> screens = [];
    private ServerProcess server;

    private ScreenWall(string folder, string managerToken, ServerProcess server) => (this.folder, this.managerToken, this.server) = (folder, managerToken, server);

    /// <summary>Hangs the screens up: a hall on a disk, its server in a process of its own.</summary>
    public static async Task<ScreenWall> HangAsync(Hall hall, int count)
    {
        var (projector, manager) = (await hall.PairAsync(DeviceRole.Projector), await hall.PairAsync(DeviceRole.StageManager));
        await hall.Server.StopAsync();
        var wall = new ScreenWall(hall.Server.Folder, manager.Token, await ServerProcess.StartAsync(hall.Server.Folder));
        for (var i = 0; i < count; i++)
            wall.screens.Add(new WallScreen(wall.server.Address, projector.Token));
        await UntilAsync(() => wall.screens.All(s => s.IsLive));
        return wall;
    }

    /// <summary>
    /// Changes the scene, pulls the plug, looks that every screen knows it, plugs in again. Gives how long after the server's death the last screen said so,
    /// and how long after its return each had the present again.
    /// </summary>
    /// <exception cref="TimeoutException">A screen took itself for live without a server, or did not come back.</exception>
    public async Task<(TimeSpan Known, IReadOnlyList<TimeSpan> Back)> RestartAsync(int round)
    {
        var scene = Scenes[round % Scenes.Length];
        using (var manager = new HttpClient { BaseAddress = server.Address })
        {
            manager.DefaultRequestHeaders.Authorization = new("Bearer", managerToken);
            using var reply = await manager.PostAsJsonAsync("/api/floor/show", new ShowCommand(Guid.NewGuid(), scene), WireFormat.Json);
            reply.EnsureSuccessStatusCode();
        }
        await server.KillAsync();
        // None stale silently.
        var dead = Stopwatch.GetTimestamp();
        await UntilAsync(() => screens.All(s => !s.IsLive));
        var known = Stopwatch.GetElapsedTime(dead);
        var address = server.Address;
        server.Dispose();
        server = await ServerProcess.RestartAsync(folder, address);
        var returned = Stopwatch.GetTimestamp();
        await UntilAsync(() => screens.All(s => s.IsLive && s.Scene == WireFormat.Word(scene)));
        return (known, [.. screens.Select(s => Stopwatch.GetElapsedTime(returned, s.BackAt))]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var screen in screens)
            await screen.DisposeAsync();
        server.Dispose();
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException("The screens did not come to agree with the server.");
            await Task.Delay(10);
        }
    }
}
