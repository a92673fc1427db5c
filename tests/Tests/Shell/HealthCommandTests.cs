using Assemblies.Shell;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Shell;

/// <summary>The command that a container's health check runs.</summary>
public sealed class HealthCommandTests
{
    [Fact]
    public async Task It_ends_with_0_while_the_server_answers_and_with_1_when_it_does_not()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(0, await AskAsync(server.Address));
        await server.StopAsync();
        Assert.Equal(1, await AskAsync(server.Address));
    }

    private static Task<int> AskAsync(Uri server) => CommandLine.Build().Parse(["health", "--address", server.ToString()]).InvokeAsync();
}
