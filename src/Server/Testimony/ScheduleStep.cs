using NodaTime;

namespace Assemblies.Testimony;

/// <summary>What can be done to the order of the speakers.</summary>
public enum ScheduleAction
{
    /// <summary>Gives a speaker a place in an item.</summary>
    Assign,

    /// <summary>Takes a speaker out of an item.</summary>
    Remove,

    /// <summary>Moves a speaker to another place or item.</summary>
    Move,

    /// <summary>Two speakers change places.</summary>
    Swap,

    /// <summary>The understudy takes the place.</summary>
    TakeUnderstudy,
}

/// <summary>One append-only change of the order of the speakers; the order itself is in the running order.</summary>
public sealed class ScheduleStep
{
    public required Guid AssemblyId { get; init; }

    /// <summary>1, 2, 3 … of the assembly. Unique there, so that two who change the order at once are told.</summary>
    public required int Version { get; init; }

    /// <summary>Made by the tablet; a repeated command finds its earlier step by it (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required ScheduleAction Action { get; init; }
    public required Guid ItemId { get; init; }
    public required Guid SpeakerId { get; init; }
    public Guid? OtherItemId { get; init; }
    public Guid? OtherSpeakerId { get; init; }
    public required Instant At { get; init; }

    /// <summary>The device or organiser; a role and an id, never a name.</summary>
    public required string By { get; init; }
}
