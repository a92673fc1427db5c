namespace Assemblies.Tests.Harness;

/// <summary>A class of tests about an organiser's pages: each test has an open hall of its own, and Maria is signed in.</summary>
public abstract class HallPages : IAsyncLifetime
{
    protected Hall Hall { get; private set; } = null!;

    protected PageClient Maria { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Hall = await Hall.OpenAsync();
        Maria = await PageClient.FirstOrganiserAsync(Hall.Server);
        await ArrangeAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Maria.Dispose();
        await Hall.Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What stands in the hall before each test.</summary>
    protected virtual Task ArrangeAsync() => Task.CompletedTask;
}
