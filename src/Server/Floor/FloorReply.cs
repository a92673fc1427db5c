using Assemblies.Wire;

namespace Assemblies.Floor;

/// <summary>How a command of the floor ended.</summary>
public enum FloorOutcome
{
    /// <summary>It is done and durable; also when the same command had been done before.</summary>
    Done,

    /// <summary>Somebody was faster: the cell has moved on. Look again.</summary>
    Stale,

    /// <summary>The rules forbid it now; <see cref="FloorReply.Problems"/> says why.</summary>
    Refused,
}

/// <param name="Outcome">How the command ended.</param>
/// <param name="Problems">For a refusal: which member is wrong and how to mend it.</param>
public sealed record FloorReply(FloorOutcome Outcome, IReadOnlyList<Problem> Problems)
{
    public static FloorReply Done { get; } = new(FloorOutcome.Done, []);

    public static FloorReply Stale { get; } = new(FloorOutcome.Stale, []);

    public static FloorReply Refused(params IReadOnlyList<Problem> problems) => new(FloorOutcome.Refused, problems);
}
