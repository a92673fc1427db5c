using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Asks;

/// <summary>Whether a power-holder is there to answer.</summary>
public enum Presence
{
    /// <summary>Not there yet.</summary>
    Expected,

    Here,

    /// <summary>A deputy is there instead.</summary>
    Deputy,

    /// <summary>Was there and has left.</summary>
    Left,

    /// <summary>Declined beforehand, or did not come.</summary>
    Absent,
}

/// <summary>What chair and stage manager note of a power-holder on the evening.</summary>
public enum PresenceStepKind
{
    Arrived,
    DeputyArrived,
    Left,

    /// <summary>Did not come.</summary>
    Absent,

    /// <summary>Takes back the latest step that stands.</summary>
    Undone,
}

/// <summary>One append-only step of a power-holder's presence. Rows are never changed or deleted.</summary>
public sealed class PresenceStep
{
    public required Guid PowerHolderId { get; init; }

    /// <summary>1, 2, 3 … of the power-holder. Unique there, so that two tablets cannot both take the next step.</summary>
    public required int Version { get; init; }

    public required Guid AssemblyId { get; init; }

    /// <summary>Made by the tablet; a repeated command finds its earlier step by it (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required PresenceStepKind Kind { get; init; }
    public required Instant At { get; init; }

    /// <summary>The device that took the step; a role and an id, never a name.</summary>
    public required string By { get; init; }

    /// <summary>On <see cref="PresenceStepKind.DeputyArrived"/>: who came.</summary>
    public Deputy? Deputy { get; init; }
}

/// <summary>Where a power-holder stands, from the steps, the door and the invitation.</summary>
/// <param name="Version">How many steps were taken by hand; the doors' do not count.</param>
/// <param name="State">Expected, here, a deputy instead, left, absent.</param>
/// <param name="At">Since when; null while expected, and for one who declined beforehand.</param>
/// <param name="Deputy">Who came instead.</param>
public sealed record PowerHolderPresence(int Version, Presence State, Instant? At, Deputy? Deputy)
{
    public static PowerHolderPresence Of(IEnumerable<PresenceStep> steps, DoorPresence? door, Invitation invitation)
    {
        var (standing, version) = Standing(steps);
        // What a person noted after the door's scan knows more than the door.
        if (standing is [.., var last] && (door is null || last.At >= door.KnownAt))
            return new(version, After(last.Kind), last.At, last.Deputy);
        if (door is not null)
            return new(version, door.IsInside ? Presence.Here : Presence.Left, door.At, null);
        return new(version, invitation.Reply == InvitationReply.Declined ? Presence.Absent : Presence.Expected, null, null);
    }

    /// <summary>Why a step cannot be taken now; null when it can.</summary>
    public Problem? Forbids(PresenceStepKind kind, IEnumerable<PresenceStep> steps) => kind switch
    {
        PresenceStepKind.Undone when Standing(steps).Steps.Count == 0 => new("step", "Nothing was noted by hand that could be taken back."),
        PresenceStepKind.Left when State is not (Presence.Here or Presence.Deputy) => new("step", "Nobody is here who could leave."),
        PresenceStepKind.Arrived when State == Presence.Here => new("step", "They are here already."),
        PresenceStepKind.Absent when State is Presence.Here or Presence.Deputy => new("step", "They are here: note that they left, or take the arrival back."),
        _ => null,
    };

    private static Presence After(PresenceStepKind kind) => kind switch
    {
        PresenceStepKind.Arrived => Presence.Here,
        PresenceStepKind.DeputyArrived => Presence.Deputy,
        PresenceStepKind.Left => Presence.Left,
        PresenceStepKind.Absent => Presence.Absent,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static (List<PresenceStep> Steps, int Version) Standing(IEnumerable<PresenceStep> steps)
    {
        var (standing, version) = (new List<PresenceStep>(), 0);
        foreach (var step in steps.OrderBy(s => s.Version))
        {
            version = step.Version;
            if (step.Kind != PresenceStepKind.Undone)
                standing.Add(step);
            else if (standing.Count > 0)
                standing.RemoveAt(standing.Count - 1);
        }
        return (standing, version);
    }
}
