using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Testimony;

/// <summary>How ready a speaker is. Each follows the one before it.</summary>
public enum Readiness
{
    /// <summary>Not seen yet, or gone again.</summary>
    Expected,

    /// <summary>Looked for and not found.</summary>
    Missing,

    Arrived,

    /// <summary>Knows when to come, from where, for how long.</summary>
    Briefed,

    /// <summary>Wears or holds the microphone.</summary>
    Miked,
}

/// <summary>What the stage manager notes of a speaker.</summary>
public enum ReadinessStepKind
{
    Arrived,
    Briefed,
    Miked,
    Missing,
    InterpreterArrived,

    /// <summary>Takes back the latest step that stands.</summary>
    Undone,
}

/// <summary>One append-only step of a speaker's readiness. What the doors know comes on top of it: see <see cref="SpeakerReadiness"/>.</summary>
public sealed class ReadinessStep
{
    public required Guid SpeakerId { get; init; }

    /// <summary>1, 2, 3 … of the speaker. Unique there, so that two tablets cannot both take the next step.</summary>
    public required int Version { get; init; }

    public required Guid AssemblyId { get; init; }

    /// <summary>Made by the tablet; a repeated command finds its earlier step by it (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required ReadinessStepKind Kind { get; init; }
    public required Instant At { get; init; }

    /// <summary>The device that took the step; a role and an id, never a name.</summary>
    public required string By { get; init; }

    /// <summary>With whom the speaker came: "her daughter". Staff only; erased with the names of the evening (turnout.md, rule 39).</summary>
    public string? With { get; set; }
}

/// <summary>Where a speaker stands, from the stage manager's steps and from the doors.</summary>
/// <param name="Version">How many steps were taken by hand; the doors' do not count.</param>
/// <param name="State">Expected → arrived → briefed → miked, or missing.</param>
/// <param name="ArrivedAt">Since when; null while expected or missing.</param>
/// <param name="Door">What the doors know, where the arrival was seen there.</param>
/// <param name="LeftAt">When the speaker was last seen leaving; null while in the hall.</param>
/// <param name="With">With whom, where it was noted.</param>
/// <param name="InterpreterAt">When the interpreter came; null before.</param>
public sealed record SpeakerReadiness(
    int Version, Readiness State, Instant? ArrivedAt, DoorPresence? Door, Instant? LeftAt, string? With, Instant? InterpreterAt)
{
    /// <summary>Whether the speaker is there.</summary>
    public bool IsHere => State is Readiness.Arrived or Readiness.Briefed or Readiness.Miked;

    public static SpeakerReadiness Of(IEnumerable<ReadinessStep> steps, DoorPresence? door = null, DoorPresence? interpreterDoor = null)
    {
        var (standing, version) = Standing(steps);
        var own = standing.Where(s => s.Kind != ReadinessStepKind.InterpreterArrived).ToList();
        var interpreter = interpreterDoor is { IsInside: true }
            ? interpreterDoor.At
            : standing.Find(s => s.Kind == ReadinessStepKind.InterpreterArrived && (interpreterDoor is null || s.At >= interpreterDoor.KnownAt))?.At;
        // Whoever left has to be received anew: nobody is briefed in the street.
        if (door?.LeftKnownAt is { } left)
            own = [.. own.Where(s => s.At >= left)];
        var hand = own.Count == 0 ? Readiness.Expected : After(own[^1].Kind);
        var seen = door is { IsInside: true } && !(hand == Readiness.Missing && own[^1].At >= door.KnownAt) ? door : null;
        var state = seen is not null && hand is (Readiness.Expected or Readiness.Missing) ? Readiness.Arrived : hand;
        var here = state is not (Readiness.Expected or Readiness.Missing);
        // "Missing" ends what went before it: an arrival counts from the first step after it.
        var since = own.Skip(own.FindLastIndex(s => s.Kind == ReadinessStepKind.Missing) + 1).FirstOrDefault();
        return new(
            version, state,
            here ? seen is not null && (since is null || seen.At <= since.At) ? seen.At : since?.At : null,
            here ? seen : null,
            door is { IsInside: false } && !here ? door.At : null,
            here ? own.FindLast(s => s.With is not null)?.With : null,
            interpreter);
    }

    /// <summary>Why a step cannot be taken now; null when it can.</summary>
    public static Problem? Forbids(ReadinessStepKind kind, IEnumerable<ReadinessStep> steps)
    {
        var standing = Standing(steps).Steps;
        return kind switch
        {
            ReadinessStepKind.Undone when standing.Count == 0 => new("step", "Nothing was noted by hand that could be taken back."),
            ReadinessStepKind.InterpreterArrived when standing.Any(s => s.Kind == kind) => new("step", "The interpreter is noted as arrived already."),
            _ => null,
        };
    }

    private static Readiness After(ReadinessStepKind kind) => kind switch
    {
        ReadinessStepKind.Arrived => Readiness.Arrived,
        ReadinessStepKind.Briefed => Readiness.Briefed,
        ReadinessStepKind.Miked => Readiness.Miked,
        ReadinessStepKind.Missing => Readiness.Missing,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static (List<ReadinessStep> Steps, int Version) Standing(IEnumerable<ReadinessStep> steps)
    {
        var (standing, version) = (new List<ReadinessStep>(), 0);
        foreach (var step in steps.OrderBy(s => s.Version))
        {
            version = step.Version;
            if (step.Kind != ReadinessStepKind.Undone)
                standing.Add(step);
            else if (standing.Count > 0)
                standing.RemoveAt(standing.Count - 1);
        }
        return (standing, version);
    }
}
