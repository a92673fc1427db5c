using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Live;

/// <summary>live.md, rule 28: screens recover by themselves. tests/Bench does the same twenty times, measures, and fails above the bounds; a machine that tests is busy with other things too.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Fifty_screens_know_that_the_server_died_and_have_the_newest_present_again_after_each_restart()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await using var wall = await ScreenWall.HangAsync(hall, 50);
        for (var round = 0; round < 2; round++)
            Assert.Equal(50, (await wall.RestartAsync(round)).Back.Count);
    }
}
