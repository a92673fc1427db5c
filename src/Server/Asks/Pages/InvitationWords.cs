using Assemblies.Agenda;

namespace Assemblies.Asks.Pages;

/// <summary>Invitation, reply and presence in words for organisers.</summary>
internal static class InvitationWords
{
    public static string Reply(InvitationReply reply) => reply switch
    {
        InvitationReply.NoReply => "No reply",
        InvitationReply.Accepted => "Accepted",
        InvitationReply.Declined => "Declined",
        InvitationReply.Deputy => "Sends a deputy",
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    /// <summary>For a list: <c>Accepted on 3 September 2026</c>.</summary>
    public static string InShort(Invitation invitation) => invitation switch
    {
        { Reply: InvitationReply.NoReply, InvitedOn: null } => "Not invited yet",
        { Reply: InvitationReply.NoReply, InvitedOn: { } day } => $"Invited on {WallClock.Day(day)}, no reply",
        { RepliedOn: { } day } => $"{Reply(invitation.Reply)}, {WallClock.Day(day)}",
        _ => Reply(invitation.Reply),
    };

    public static string Step(PresenceRow step) => step.Step switch
    {
        PresenceStepKind.Arrived => "Arrived",
        PresenceStepKind.DeputyArrived => $"Deputy arrived: {step.Deputy?.Name}, {step.Deputy?.Office}{Invitation.Authority(step.Deputy)}",
        PresenceStepKind.Left => "Left",
        PresenceStepKind.Absent => "Did not come",
        PresenceStepKind.Undone => "The step before was taken back",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
