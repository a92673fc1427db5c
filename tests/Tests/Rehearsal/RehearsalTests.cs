using System.Text.RegularExpressions;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Floor;
using Assemblies.Live;
using Assemblies.Rehearsal;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;

namespace Assemblies.Tests.Rehearsal;

/// <summary>The command that a newcomer types first, typed as they type it.</summary>
public sealed partial class RehearsalTests : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("assembly-test-");

    [Fact]
    public async Task The_evening_is_played_to_its_end_and_the_public_page_tells_of_it()
    {
        using var rehearsal = await ServerProcess.RehearseAsync(temporary.FullName, "--play", "2000");
        await rehearsal.LineAsync("The evening was played to its end.");
        using var visitor = new PageClient(rehearsal.Address);

        var page = (await visitor.GetAsync($"/a/{RehearsalData.Slug}")).Text;

        var coming = MediumEvening.Delegations().Sum(d => d.Arriving);
        Assert.Matches("Official turnout [0-9,]+ at [0-9:]+", page);
        Assert.Equal(coming, await ArrivedAsync(rehearsal));
        Assert.Contains("Helen Marsh , Mayor of Riverside YES “Yes. Four hundred homes", page, StringComparison.Ordinal);
        Assert.Contains(
            "Imran Qureshi , Leader of the City Council YES, IF the government releases the Quayside land by March "
            + "Depends on the Ministry of Housing, by 31 March 2027.", page, StringComparison.Ordinal);
        Assert.Contains("NO “I have been passed a note.", page, StringComparison.Ordinal);
        // What was said first stays readable, struck through: a "yes" that becomes a "no" is both.
        Assert.Contains("Answered before: YES “Yes, for our own staff and our contractors.”", page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "Yes, for our own staff and our contractors\\."));
        Assert.DoesNotContain("No answer has been announced yet", page, StringComparison.Ordinal);

        Assert.NotEmpty(Folders());
        await rehearsal.EndAsync("TERM");
        Assert.Empty(Folders());
    }

    // The page keeps the official figure of the roll call; the projector's state tells who came until now.
    private static async Task<int> ArrivedAsync(ServerProcess rehearsal)
    {
        using var screen = new HttpClient { BaseAddress = rehearsal.Address };
        var code = Regex.Match(rehearsal.Output, @"^  projector +\S+#(\S+)$", RegexOptions.Multiline).Groups[1].Value;
        var paired = await screen.SendAsync<PairReply>("/api/devices/pair", new PairCommand(code, "Projector"));
        screen.DefaultRequestHeaders.Authorization = new("Bearer", paired.Token);
        return (await screen.ReadAsync<ScreenPresent>("/api/screen")).Turnout.Arrived;
    }

    [Fact]
    public void The_medium_evening_adds_up_and_every_institution_of_it_pledges_somebody()
    {
        var delegations = MediumEvening.Delegations();

        Assert.Equal((50, 1_600, 180), (delegations.Count, delegations.Sum(d => d.Pledge), delegations.Max(d => d.Pledge)));
        Assert.All(delegations, d => Assert.InRange(d.Arriving, 0, d.Pledge));
        Assert.All(delegations, d => Assert.True(d.Pledge > 0, $"{d.Name} pledges {d.Pledge}"));
        Assert.Equal(3, delegations.Count(d => d.Arriving == 0));
        Assert.InRange(delegations.Sum(d => d.Arriving), 1_190, 1_210);
    }

    [Fact]
    public async Task The_guide_brings_a_newcomer_to_every_role_and_Ctrl_C_takes_everything_away()
    {
        using var rehearsal = await ServerProcess.RehearseAsync(temporary.FullName);
        using var phone = new HttpClient { BaseAddress = rehearsal.Address };

        foreach (var role in Enum.GetValues<DeviceRole>())
        {
            var printed = WireFormat.Word(role).Replace('_', ' ');
            var code = Regex.Match(rehearsal.Output, $@"^  {printed} +{rehearsal.Address}app/pair#(\S+)$", RegexOptions.Multiline).Groups[1].Value;
            var paired = await phone.SendAsync<PairReply>("/api/devices/pair", new PairCommand(code, printed));
            Assert.Equal(role, paired.Device.Role);
        }
        var organiser = SignIn().Match(rehearsal.Output);
        using var newcomer = new PageClient(rehearsal.Address);
        var signedIn = await newcomer.PostAsync("/sign-in", "sign-in", ("email", organiser.Groups[1].Value), ("password", organiser.Groups[2].Value));
        Assert.Equal("/assemblies", signedIn.Location);

        // What became of last year's promises is as it was signed, whatever day it was entered for.
        var board = Regex.Match(await phone.GetStringAsync("/record"), "/record/[0-9a-z]+/follow-up").Value;
        Assert.DoesNotContain("is not what was signed", await phone.GetStringAsync(board), StringComparison.Ordinal);

        // A screen that stays open must not keep the data: nobody closes the browser first.
        using var audience = await phone.GetAsync($"/a/{RehearsalData.Slug}/live", HttpCompletionOption.ResponseHeadersRead);
        Assert.NotEmpty(Folders());
        await rehearsal.EndAsync("INT");
        Assert.Empty(Folders());
    }

    [Fact]
    public async Task A_projector_of_the_rehearsal_is_measured_once_when_it_is_paired_and_whoever_measures_it_otherwise_is_right()
    {
        using var rehearsal = await ServerProcess.RehearseAsync(temporary.FullName);
        using var visitor = new HttpClient { BaseAddress = rehearsal.Address };
        var (projector, manager) = (await PairAsync("projector"), await PairAsync("stage manager"));
        await using var line = await HubLine.OpenAsync(rehearsal.Address, "/live", projector.Token, CancellationToken.None);
        await using var frames = line.StreamAsync<LiveFrame>("Watch", new WatchRequest("screen")).GetAsyncEnumerator();
        Assert.Equal((RehearsalHall.Measured.ImageHeight!.Value, RehearsalHall.Measured.FarthestSeat!.Value), await MeasuresAsync());

        using var tablet = new HttpClient { BaseAddress = rehearsal.Address };
        tablet.DefaultRequestHeaders.Authorization = new("Bearer", manager.Token);
        await tablet.SendAsync<FloorReply>("/api/floor/direct", new DirectCommand(
            Guid.NewGuid(), [new(projector.Device.DeviceId, 1)], ScreenStepKind.Configured, new ScreenSettings(ImageHeight: 2, FarthestSeat: 9)));
        Assert.Equal((2, 9), await MeasuresAsync());

        async Task<PairReply> PairAsync(string role) => await visitor.SendAsync<PairReply>("/api/devices/pair", new PairCommand(
            Regex.Match(rehearsal.Output, $@"^  {role} +\S+#(\S+)$", RegexOptions.Multiline).Groups[1].Value, role));

        // The next frame that says how the screen hangs.
        async Task<(double, double)> MeasuresAsync()
        {
            while (await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)))
                if ((frames.Current.Present ?? frames.Current.Patch)!.Value.TryGetProperty("screens", out var screens)
                    && screens.TryGetProperty($"{projector.Device.DeviceId}", out var view) && view.TryGetProperty("farthestSeat", out var seat))
                    return (view.GetProperty("imageHeight").GetDouble(), seat.GetDouble());
            throw new InvalidOperationException("The channel ended.");
        }
    }

    public void Dispose() => temporary.Delete(recursive: true);

    private DirectoryInfo[] Folders() => temporary.GetDirectories("assembly-rehearsal-*");

    [GeneratedRegex(@"^  organiser +http\S+/sign-in +(\S+) +(\S+)$", RegexOptions.Multiline)]
    private static partial Regex SignIn();
}
