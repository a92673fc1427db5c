using Assemblies.Asks;
using Assemblies.Tests.Harness;
using Assemblies.Turnout.Tags;
using NodaTime;

namespace Assemblies.Tests.Asks;

/// <summary>The rules of invitation and presence, without a host.</summary>
public sealed class PresenceTests
{
    private static readonly Deputy Deputy = new("D. Puty", "Deputy mayor", false);

    [Theory]
    [InlineData(InvitationReply.NoReply, Presence.Expected)]
    [InlineData(InvitationReply.Accepted, Presence.Expected)]
    [InlineData(InvitationReply.Deputy, Presence.Expected)]
    [InlineData(InvitationReply.Declined, Presence.Absent)]
    public void Before_the_evening_only_one_who_declined_is_absent(InvitationReply reply, Presence presence) =>
        Assert.Equal(presence, Of([], null, new Invitation(reply)).State);

    [Fact]
    public void Whoever_declined_and_comes_all_the_same_is_here() =>
        Assert.Equal(Presence.Here, Of([PresenceStepKind.Arrived], null, new Invitation(InvitationReply.Declined)).State);

    [Fact]
    public void The_door_says_that_they_came_and_left()
    {
        Assert.Equal((Presence.Here, At(5)), (Of([], new(true, At(5), At(5), null)).State, Of([], new(true, At(5), At(5), null)).At));
        Assert.Equal(Presence.Left, Of([], new(false, At(5), At(5), null)).State);
    }

    [Fact]
    public void What_somebody_noted_after_the_scan_knows_more_than_the_door() =>
        Assert.Equal(Presence.Left, Of([PresenceStepKind.Left], new(true, At(0), At(0), null)).State);

    [Fact]
    public void A_deputy_who_comes_instead_is_named()
    {
        var present = Of([PresenceStepKind.DeputyArrived]);
        Assert.Equal((Presence.Deputy, Deputy), (present.State, present.Deputy));
    }

    [Fact]
    public void Steps_that_contradict_what_is_known_are_refused()
    {
        Assert.NotNull(Of([]).Forbids(PresenceStepKind.Left, []));
        Assert.NotNull(Of([]).Forbids(PresenceStepKind.Undone, []));
        Assert.NotNull(Of([PresenceStepKind.Arrived]).Forbids(PresenceStepKind.Arrived, Steps([PresenceStepKind.Arrived])));
        Assert.NotNull(Of([PresenceStepKind.Arrived]).Forbids(PresenceStepKind.Absent, Steps([PresenceStepKind.Arrived])));
        Assert.Null(Of([PresenceStepKind.Left]).Forbids(PresenceStepKind.DeputyArrived, Steps([PresenceStepKind.Left])));
    }

    [Fact]
    public void The_record_of_an_absent_one_has_neither_the_reason_nor_anybodys_words()
    {
        var invitation = new Invitation(
            InvitationReply.Declined, new(2026, 8, 20), "Riverside Alliance", "The secret reason", new(2026, 9, 3), "Not with those people");
        Assert.Equal("Invited on 20 August 2026 by Riverside Alliance. Declined on 3 September 2026.", invitation.InWords());
        Assert.Equal("No invitation is on record. No reply.", Invitation.None.InWords());
        Assert.Equal(
            "Invited on 20 August 2026. Named a deputy: Deputy mayor, without authority to answer.",
            new Invitation(InvitationReply.Deputy, new(2026, 8, 20), Deputy: Deputy).InWords());
    }

    [Fact]
    public void An_invitation_that_contradicts_itself_is_refused_at_its_fields()
    {
        Assert.Equal(["reply"], new Invitation(RepliedOn: new(2026, 9, 3)).Problems().Select(p => p.Field));
        Assert.Equal(["repliedOn"], new Invitation(InvitationReply.Accepted, new(2026, 9, 3), RepliedOn: new(2026, 9, 2)).Problems().Select(p => p.Field));
        Assert.Equal(["deputyName"], new Invitation(InvitationReply.Deputy).Problems().Select(p => p.Field));
        Assert.Equal(["deputyOffice"], new Invitation(InvitationReply.Deputy, Deputy: new("D. Puty", " ")).Problems().Select(p => p.Field));
    }

    private static Instant At(int minute) => TestServer.Evening + Duration.FromMinutes(minute);

    private static PowerHolderPresence Of(PresenceStepKind[] steps, DoorPresence? door = null, Invitation? invitation = null) =>
        PowerHolderPresence.Of(Steps(steps), door, invitation ?? Invitation.None);

    private static List<PresenceStep> Steps(PresenceStepKind[] steps) => [.. steps.Select((kind, i) => new PresenceStep
    {
        PowerHolderId = Guid.Empty, Version = i + 1, AssemblyId = Guid.Empty, CommandId = Guid.NewGuid(), Kind = kind, At = At(i), By = "device:test",
        Deputy = kind == PresenceStepKind.DeputyArrived ? Deputy : null,
    })];
}
