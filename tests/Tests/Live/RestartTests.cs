using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Live;

/// <summary>live.md, rule 28: screens recover by themselves. tests/Bench does the same twenty times and measures.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Fifty_screens_know_at_once_that_the_server_died_and_have_the_newest_present_again_after_each_restart()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        await using var wall = await ScreenWall.HangAsync(hall, 50);
        for (var round = 0; round < 2; round++)
        {
            var back = (await wall.RestartAsync(round)).Order().ToList();
            // Two seconds on a quiet machine, which the bench shows; one that tests is busy with other things too.
            Assert.True(back[back.Count / 2] < TimeSpan.FromSeconds(8), $"Half of the screens were back after {back[back.Count / 2]}.");
        }
    }
}
